"""What a person has done, as facts for the rules of kurse.regeln."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select

from kurse.regeln.lernstand import Abschlussart as Regelart
from kurse.regeln.lernstand import Erledigt, Lernstand, OffenerDurchlauf
from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import db
from lernplattform.models.durchlauf import Durchlauf, DurchlaufStatus
from lernplattform.models.fortschritt import Abschluss, Abschlussart, Durchsicht
from lernplattform.models.kursgruppe import Teilnahme
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from quiz.durchlauf import Stand


@dataclass(frozen=True, slots=True)
class Fakt:
    """One Abschluss."""

    art: Abschlussart
    id: str
    fassung: int
    am: datetime

    @property
    def tag(self) -> date:
        return self.am.astimezone(ORTSZEIT).date()


@dataclass(frozen=True, slots=True)
class Qualifizierungslage:
    """One Qualifizierung as its Lotse sees it; `bescheinigung_id`: the valid one, if any."""

    stand: QualifizierungStand
    mindest_ue: int
    zurueckgegeben_am: datetime | None
    rueckgabe_grund: str
    widerrufen_am: datetime | None
    widerruf_grund: str
    bescheinigung_id: int | None


@dataclass(frozen=True, slots=True)
class Nachlese:
    """What others wrote on a person's way: the latest Durchsicht, None before the first, and
    how many UE they recorded."""

    durchsicht_am: datetime | None
    durchsicht_notiz: str
    besuchte_ue: int


def lies_fakten(person_id: int) -> tuple[Fakt, ...]:
    """All Abschlüsse of a person, in the order in which they were written."""
    zeilen = db.session.execute(
        select(Abschluss.art, Abschluss.inhalt_id, Abschluss.fassung, Abschluss.am)
        .where(Abschluss.person_id == person_id)
        .order_by(Abschluss.id)
    )
    return tuple(Fakt(*zeile) for zeile in zeilen)


def lies_besuchte_ue(person_id: int) -> int:
    return db.session.scalars(_summe_ue(person_id)).one()


def lies_lernstand(person_id: int) -> Lernstand:
    """Everything the rules ask about learning; the attended UE are not read here."""
    return als_lernstand(lies_fakten(person_id), offene=_offene_durchlaeufe(person_id))


def als_lernstand(
    fakten: Iterable[Fakt], *, offene: tuple[OffenerDurchlauf, ...] = (), besuchte_ue: int = 0
) -> Lernstand:
    """A Kurs-Abschluss says since when nobody asks this person for Module that come later."""
    fakten = tuple(fakten)
    kurs = min((fakt.tag for fakt in fakten if fakt.art is Abschlussart.KURS), default=None)
    erledigt = (
        Erledigt(Regelart(fakt.art.value), fakt.id, fakt.fassung, fakt.tag)
        for fakt in fakten
        if fakt.art is not Abschlussart.KURS
    )
    return Lernstand(frozenset(erledigt), offene, besuchte_ue=besuchte_ue, vollstaendig_am=kurs)


def lies_qualifizierungen(person_id: int) -> tuple[Qualifizierungslage, ...]:
    gueltige = (
        select(func.max(Bescheinigung.id))
        .where(
            Bescheinigung.qualifizierung_id == Qualifizierung.id,
            Bescheinigung.widerrufen_am.is_(None),
        )
        .scalar_subquery()
    )
    zeilen = db.session.execute(
        select(
            Qualifizierung.stand,
            Standort.mindest_ue_praesenz,
            Qualifizierung.zurueckgegeben_am,
            Qualifizierung.rueckgabe_grund,
            Qualifizierung.widerrufen_am,
            Qualifizierung.widerruf_grund,
            gueltige,
        )
        .join(Standort, Standort.id == Qualifizierung.standort_id)
        .where(Qualifizierung.person_id == person_id)
        .order_by(Qualifizierung.id)
    )
    return tuple(Qualifizierungslage(*zeile) for zeile in zeilen)


def lies_nachlese(person_id: int) -> Nachlese:
    """In one statement, also where there is nothing of either."""
    letzte = select(func.max(Durchsicht.id)).where(Durchsicht.person_id == person_id)
    zeile = db.session.execute(
        select(Durchsicht.am, Durchsicht.notiz, _summe_ue(person_id).scalar_subquery().label("ue"))
        .select_from(Person)
        .outerjoin(Durchsicht, Durchsicht.id == letzte.scalar_subquery())
        .where(Person.id == person_id)
    ).one()
    return Nachlese(zeile.am, zeile.notiz or "", zeile.ue)


def _summe_ue(person_id: int) -> Select[int]:
    return select(func.coalesce(func.sum(Teilnahme.ue), 0)).where(Teilnahme.person_id == person_id)


def _offene_durchlaeufe(person_id: int) -> tuple[OffenerDurchlauf, ...]:
    zeilen = db.session.execute(
        select(
            Durchlauf.id,
            Durchlauf.szenario_id,
            Durchlauf.inhalt_hash,
            Durchlauf.knoten,
            Durchlauf.merker,
            Durchlauf.schritt,
        )
        .where(Durchlauf.person_id == person_id, Durchlauf.status == DurchlaufStatus.OFFEN)
        .order_by(Durchlauf.zuletzt_am.desc(), Durchlauf.id.desc())
    )
    return tuple(
        OffenerDurchlauf(id_, szenario_id, hash_, Stand(knoten, tuple(merker), schritt))
        for id_, szenario_id, hash_, knoten, merker, schritt in zeilen
    )


def personen_in_arbeit() -> tuple[int, ...]:
    """Everybody with a Qualifizierung that runs, in the order in which people are locked."""
    return tuple(
        db.session.scalars(
            select(Qualifizierung.person_id)
            .where(Qualifizierung.stand == QualifizierungStand.LAEUFT)
            .distinct()
            .order_by(Qualifizierung.person_id)
        )
    )
