"""Kursgruppen and their choices, as the Koordination sees them."""

from dataclasses import dataclass

from sqlalchemy import func, select

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied, Kursgruppe
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet


@dataclass(frozen=True)
class Gruppenzeile:
    id: int
    name: str
    standort_id: int
    standort: str
    mitglieder: int
    leitung: tuple[str, ...]


@dataclass(frozen=True)
class Gruppenblatt:
    """`leitung`: person ids of its trainers; `mitglieder`: (person id, name) in German order."""

    id: int
    name: str
    standort_id: int
    leitung: tuple[int, ...]
    mitglieder: tuple[tuple[int, str], ...]


def list_gruppen(angemeldet: Angemeldet) -> list[Gruppenzeile]:
    standorte = angemeldet.standorte(Rolle.KOORDINATION)
    mitglieder = (
        select(func.count()).where(Gruppenmitglied.kursgruppe_id == Kursgruppe.id).scalar_subquery()
    )
    zeilen = db.session.execute(
        select(Kursgruppe.id, Kursgruppe.name, Standort.id, Standort.name, mitglieder)
        .join(Standort, Standort.id == Kursgruppe.standort_id)
        .where(Kursgruppe.standort_id.in_(standorte))
        .order_by(Kursgruppe.name, Kursgruppe.id)
    ).all()
    leitung = _leitungen([zeile[0] for zeile in zeilen])
    return [
        Gruppenzeile(z[0], z[1], z[2], z[3], z[4], tuple(leitung.get(z[0], ()))) for z in zeilen
    ]


def lies_gruppe(angemeldet: Angemeldet, gruppe_id: int) -> Gruppenblatt:
    gruppe = db.session.get(Kursgruppe, gruppe_id)
    if gruppe is None or gruppe.standort_id not in angemeldet.standorte(Rolle.KOORDINATION):
        raise NichtGefunden
    leitung = db.session.scalars(
        select(Gruppenleitung.person_id).where(Gruppenleitung.kursgruppe_id == gruppe.id)
    )
    mitglieder = db.session.scalars(
        select(Person)
        .join(Gruppenmitglied, Gruppenmitglied.person_id == Person.id)
        .where(Gruppenmitglied.kursgruppe_id == gruppe.id)
        .order_by(Person.sortierschluessel, Person.id)
    )
    return Gruppenblatt(
        gruppe.id,
        gruppe.name,
        gruppe.standort_id,
        tuple(leitung),
        tuple((person.id, person.name) for person in mitglieder),
    )


def standortwahl(angemeldet: Angemeldet) -> list[tuple[int, str]]:
    """The own Standorte for a select, in the order of their names."""
    zeilen = db.session.execute(
        select(Standort.id, Standort.name)
        .where(Standort.id.in_(angemeldet.standorte(Rolle.KOORDINATION)))
        .order_by(Standort.name)
    )
    return [(zeile[0], zeile[1]) for zeile in zeilen]


def trainerwahl(angemeldet: Angemeldet) -> list[tuple[int, str]]:
    """The trainers of the own Standorte for a select."""
    schulende = select(Zustaendigkeit.person_id).where(
        Zustaendigkeit.rolle == Rolle.TRAINER,
        Zustaendigkeit.standort_id.in_(angemeldet.standorte(Rolle.KOORDINATION)),
    )
    personen = db.session.scalars(
        select(Person)
        .where(Person.id.in_(schulende), Person.aktiv)
        .order_by(Person.sortierschluessel, Person.id)
    )
    return [(person.id, person.name) for person in personen]


def _leitungen(gruppen: list[int]) -> dict[int, list[str]]:
    zeilen = db.session.execute(
        select(Gruppenleitung.kursgruppe_id, Person)
        .join(Person, Person.id == Gruppenleitung.person_id)
        .where(Gruppenleitung.kursgruppe_id.in_(gruppen))
        .order_by(Person.sortierschluessel, Person.id)
    )
    namen: dict[int, list[str]] = {}
    for gruppe_id, person in zeilen:
        namen.setdefault(gruppe_id, []).append(person.name)
    return namen
