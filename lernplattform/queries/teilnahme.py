"""Präsenztermine of the own Kursgruppen, and who attended how many UE."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, exists, func, or_, select

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.kursgruppe import (
    Gruppenmitglied,
    Kursgruppe,
    Praesenztermin,
    Teilnahme,
)
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet, kursgruppen_der_begleitung


@dataclass(frozen=True, slots=True)
class Terminzeile:
    """`erfasst`: for how many people the UE are recorded."""

    id: int
    datum: date
    titel: str
    ue: int
    erfasst: int


@dataclass(frozen=True, slots=True)
class Anwesenheit:
    """`ue` is None before anything is recorded."""

    person_id: int
    name: str
    ue: int | None
    korrektur_grund: str


@dataclass(frozen=True, slots=True)
class Terminblatt:
    id: int
    gruppe_id: int
    gruppe: str
    datum: date
    titel: str
    ue: int
    zeilen: tuple[Anwesenheit, ...]


@dataclass(frozen=True, slots=True)
class UeStand:
    """How many UE a person with a running Qualifizierung has, and how many the Standort asks."""

    person_id: int
    besucht: int
    noetig: int


def list_termine(gruppe_id: int) -> list[Terminzeile]:
    """The Präsenztermine of a Kursgruppe that is one's own, the latest first."""
    erfasst = select(func.count()).where(Teilnahme.praesenztermin_id == Praesenztermin.id)
    zeilen = db.session.execute(
        select(
            Praesenztermin.id,
            Praesenztermin.datum,
            Praesenztermin.titel,
            Praesenztermin.ue,
            erfasst.scalar_subquery(),
        )
        .where(Praesenztermin.kursgruppe_id == gruppe_id)
        .order_by(Praesenztermin.datum.desc(), Praesenztermin.id.desc())
    )
    return [Terminzeile(*zeile) for zeile in zeilen]


def lies_termin(angemeldet: Angemeldet, termin_id: int) -> Terminblatt:
    """With everybody of the Kursgruppe, and whoever attended and has left it since.

    Raises NichtGefunden for a Termin of a foreign Kursgruppe.
    """
    termin = db.session.execute(
        select(
            Praesenztermin.id,
            Kursgruppe.id,
            Kursgruppe.name,
            Praesenztermin.datum,
            Praesenztermin.titel,
            Praesenztermin.ue,
        )
        .join(Kursgruppe, Kursgruppe.id == Praesenztermin.kursgruppe_id)
        .where(Praesenztermin.id == termin_id, kursgruppen_der_begleitung(angemeldet))
    ).one_or_none()
    if termin is None:
        raise NichtGefunden
    return Terminblatt(*termin, _anwesenheit(termin_id, gruppe_id=termin[1]))


def lies_ue_staende(person_ids: Collection[int]) -> list[UeStand]:
    """One for each Qualifizierung that runs, in the order of the people.

    Holds the Standorte as they are: a change of their demand waits, and sees these UE.
    """
    besucht = select(func.coalesce(func.sum(Teilnahme.ue), 0)).where(
        Teilnahme.person_id == Qualifizierung.person_id
    )
    zeilen = db.session.execute(
        select(Qualifizierung.person_id, besucht.scalar_subquery(), Standort.mindest_ue_praesenz)
        .join(Standort, Standort.id == Qualifizierung.standort_id)
        .where(
            Qualifizierung.person_id.in_(person_ids),
            Qualifizierung.stand == QualifizierungStand.LAEUFT,
        )
        .order_by(Qualifizierung.person_id, Qualifizierung.id)
        .with_for_update(read=True, of=Standort)
    )
    return [UeStand(*zeile) for zeile in zeilen]


def list_laufende_mit_ue(standort_id: int, ab: int, unter: int) -> list[int]:
    """People with a running Qualifizierung at the Standort who have so many UE."""
    besucht = (
        select(func.coalesce(func.sum(Teilnahme.ue), 0))
        .where(Teilnahme.person_id == Qualifizierung.person_id)
        .scalar_subquery()
    )
    return list(
        db.session.scalars(
            select(Qualifizierung.person_id)
            .where(
                Qualifizierung.standort_id == standort_id,
                Qualifizierung.stand == QualifizierungStand.LAEUFT,
                besucht >= ab,
                besucht < unter,
            )
            .order_by(Qualifizierung.person_id)
        )
    )


def _anwesenheit(termin_id: int, gruppe_id: int) -> tuple[Anwesenheit, ...]:
    mitglied = exists(
        select(Gruppenmitglied.person_id).where(
            Gruppenmitglied.person_id == Person.id, Gruppenmitglied.kursgruppe_id == gruppe_id
        )
    )
    zeilen = db.session.execute(
        select(Person.id, Person.vorname, Person.nachname, Teilnahme.ue, Teilnahme.korrektur_grund)
        .outerjoin(
            Teilnahme,
            and_(Teilnahme.person_id == Person.id, Teilnahme.praesenztermin_id == termin_id),
        )
        .where(or_(mitglied, Teilnahme.person_id.is_not(None)))
        .order_by(Person.sortierschluessel, Person.id)
    )
    return tuple(
        Anwesenheit(z.id, f"{z.vorname} {z.nachname}".strip(), z.ue, z.korrektur_grund or "")
        for z in zeilen
    )
