"""All that the Koordination decides on, about one person, on one page."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.fortschritt import Abschluss, Abschlussart, Durchsicht
from lernplattform.models.kursgruppe import Gruppenmitglied, Kursgruppe, Teilnahme
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet, personen_der_koordination


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
    standorte = angemeldet.standorte(Rolle.KOORDINATION)
    person = lies_person(angemeldet, person_id)
    return Dossier(
        person=person,
        rollen=_rollen(person_id, standorte),
        modul_am=_module(person_id),
        besuchte_ue=_ue(person_id),
        durchsichten=_durchsichten(person_id),
        faelle=_faelle(person_id, standorte),
        gruppen=_gruppen(person_id),
    )


def lies_person(angemeldet: Angemeldet, person_id: int) -> Person:
    """A person of the own Standorte. Raises NichtGefunden."""
    person = db.session.scalars(
        select(Person).where(Person.id == person_id, personen_der_koordination(angemeldet))
    ).one_or_none()
    if person is None:
        raise NichtGefunden
    return person


def _rollen(person_id: int, standorte: frozenset[int]) -> tuple[Rolle, ...]:
    return tuple(
        db.session.scalars(
            select(Zustaendigkeit.rolle)
            .where(Zustaendigkeit.person_id == person_id, Zustaendigkeit.standort_id.in_(standorte))
            .order_by(Zustaendigkeit.id)
        )
    )


def _module(person_id: int) -> dict[str, datetime]:
    zeilen = db.session.execute(
        select(Abschluss.inhalt_id, func.min(Abschluss.am, type_=Abschluss.am.type))
        .where(Abschluss.person_id == person_id, Abschluss.art == Abschlussart.MODUL)
        .group_by(Abschluss.inhalt_id)
    )
    return {modul_id: am for modul_id, am in zeilen}


def _ue(person_id: int) -> int:
    summe = select(func.coalesce(func.sum(Teilnahme.ue), 0)).where(Teilnahme.person_id == person_id)
    return db.session.scalars(summe).one()


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


def _gruppen(person_id: int) -> tuple[str, ...]:
    return tuple(
        db.session.scalars(
            select(Kursgruppe.name)
            .join(Gruppenmitglied, Gruppenmitglied.kursgruppe_id == Kursgruppe.id)
            .where(Gruppenmitglied.person_id == person_id)
            .order_by(Kursgruppe.name)
        )
    )
