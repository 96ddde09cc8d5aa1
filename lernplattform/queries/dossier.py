"""All that the Koordination decides on, about one person, on one page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import aliased

from lernplattform.core.db import db
from lernplattform.core.errors import Konflikt, NichtGefunden
from lernplattform.models.fortschritt import Abschluss, Abschlussart, Durchsicht
from lernplattform.models.kursgruppe import Gruppenmitglied, Kursgruppe, Teilnahme
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung
from lernplattform.models.standort import Standort
from lernplattform.rechte import (
    Angemeldet,
    hat_aufgaben_anderswo,
    personen_der_koordination,
    qualifizierungen_der_koordination,
)


@dataclass(frozen=True)
class DurchsichtZeile:
    trainer_id: int
    trainer: str
    am: datetime
    notiz: str


@dataclass(frozen=True)
class Fall:
    """One Qualifizierung with the rules of its Standort."""

    qualifizierung: Qualifizierung
    standort: Standort
    bescheinigungen: tuple[Bescheinigung, ...]


@dataclass(frozen=True)
class Dossier:
    """`modul_am`: the day of the first completion by Modul id. No scores, no choices."""

    person: Person
    rollen: tuple[Rolle, ...]
    modul_am: dict[str, datetime]
    besuchte_ue: int
    durchsichten: tuple[DurchsichtZeile, ...]
    faelle: tuple[Fall, ...]
    gruppen: tuple[str, ...]


def lies_dossier(angemeldet: Angemeldet, person_id: int) -> Dossier:
    """Raises NichtGefunden for people of other Standorte as for unknown ones."""
    zeilen = db.session.execute(_person_mit_umfeld(angemeldet, person_id)).all()
    if not zeilen:
        raise NichtGefunden
    return Dossier(
        person=zeilen[0].Person,
        rollen=tuple(dict.fromkeys(zeile.rolle for zeile in zeilen)),
        modul_am=_module(person_id),
        besuchte_ue=zeilen[0].ue,
        durchsichten=_durchsichten(person_id),
        faelle=_faelle(person_id, angemeldet.standorte(Rolle.KOORDINATION)),
        gruppen=tuple(dict.fromkeys(zeile.gruppe for zeile in zeilen if zeile.gruppe)),
    )


def lies_person(angemeldet: Angemeldet, person_id: int) -> Person:
    """A person of the own Standorte. Raises NichtGefunden."""
    person = db.session.scalars(
        select(Person).where(Person.id == person_id, personen_der_koordination(angemeldet))
    ).one_or_none()
    if person is None:
        raise NichtGefunden
    return person


def lies_person_mit_zugang(angemeldet: Angemeldet, person_id: int) -> Person:
    """One whose way in is in the hands of this Koordination. Raises NichtGefunden, Konflikt."""
    return _mit_zugang(_mit_aufgaben(angemeldet, person_id))


def sperre_person_mit_zugang(angemeldet: Angemeldet, person_id: int) -> Person:
    """The same to change: whoever else wants to change this person waits."""
    return _mit_zugang(_mit_aufgaben(angemeldet, person_id).with_for_update(of=Person))


def _mit_aufgaben(angemeldet: Angemeldet, person_id: int) -> Select[Person, bool]:
    return select(Person, hat_aufgaben_anderswo(angemeldet).label("anderswo")).where(
        Person.id == person_id, personen_der_koordination(angemeldet)
    )


def _mit_zugang(anfrage: Select[Person, bool]) -> Person:
    zeile = db.session.execute(anfrage).one_or_none()
    if zeile is None:
        raise NichtGefunden
    if zeile.anderswo:
        raise Konflikt("aufgaben_anderswo")
    person: Person = zeile.Person
    return person


def _person_mit_umfeld(angemeldet: Angemeldet, person_id: int) -> Select[Any]:
    """One row per Rolle and Kursgruppe, so that the page stays within its budget."""
    standorte = angemeldet.standorte(Rolle.KOORDINATION)
    ue = select(func.coalesce(func.sum(Teilnahme.ue), 0)).where(Teilnahme.person_id == person_id)
    return (
        select(
            Person,
            Zustaendigkeit.rolle.label("rolle"),
            Kursgruppe.name.label("gruppe"),
            ue.scalar_subquery().label("ue"),
        )
        .join(Zustaendigkeit, Zustaendigkeit.person_id == Person.id)
        .outerjoin(Gruppenmitglied, Gruppenmitglied.person_id == Person.id)
        .outerjoin(
            Kursgruppe,
            and_(
                Kursgruppe.id == Gruppenmitglied.kursgruppe_id,
                Kursgruppe.standort_id.in_(standorte),
            ),
        )
        .where(Person.id == person_id, Zustaendigkeit.standort_id.in_(standorte))
        .order_by(Zustaendigkeit.id, Kursgruppe.name)
    )


def _module(person_id: int) -> dict[str, datetime]:
    zeilen = db.session.execute(
        select(Abschluss.inhalt_id, func.min(Abschluss.am, type_=Abschluss.am.type))
        .where(Abschluss.person_id == person_id, Abschluss.art == Abschlussart.MODUL)
        .group_by(Abschluss.inhalt_id)
    )
    return {zeile[0]: zeile[1] for zeile in zeilen}


def _durchsichten(person_id: int) -> tuple[DurchsichtZeile, ...]:
    trainer = aliased(Person)
    zeilen = db.session.execute(
        select(Durchsicht, trainer)
        .join(trainer, trainer.id == Durchsicht.trainer_id)
        .where(Durchsicht.person_id == person_id)
        .order_by(Durchsicht.am.desc(), Durchsicht.id.desc())
    )
    return tuple(DurchsichtZeile(d.trainer_id, t.name, d.am, d.notiz) for d, t in zeilen)


def _faelle(person_id: int, standorte: frozenset[int]) -> tuple[Fall, ...]:
    zeilen = db.session.execute(
        select(Qualifizierung, Standort, Bescheinigung)
        .join(Standort, Standort.id == Qualifizierung.standort_id)
        .outerjoin(Bescheinigung, Bescheinigung.qualifizierung_id == Qualifizierung.id)
        .where(Qualifizierung.person_id == person_id, Qualifizierung.standort_id.in_(standorte))
        .order_by(Qualifizierung.id, Bescheinigung.id)
    ).all()
    je_fall: dict[int, list[Bescheinigung]] = {}
    for qualifizierung, _standort, bescheinigung in zeilen:
        je_fall.setdefault(qualifizierung.id, []).extend([bescheinigung] if bescheinigung else [])
    eindeutig = {q.id: (q, s) for q, s, _ in zeilen}
    return tuple(Fall(q, s, tuple(je_fall[q.id])) for q, s in eindeutig.values())


def person_der_qualifizierung(angemeldet: Angemeldet, qualifizierung_id: int) -> int:
    """Whose it is. Raises NichtGefunden for one of another Standort."""
    person_id = db.session.scalar(
        select(Qualifizierung.person_id).where(
            Qualifizierung.id == qualifizierung_id, qualifizierungen_der_koordination(angemeldet)
        )
    )
    if person_id is None:
        raise NichtGefunden
    return person_id
