"""Seminare in tests: what the Koordination types, who may take part, and who signs up."""

from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import Seminar
from lernplattform.models.standort import Standort
from lernplattform.services.anmeldung import melde_an
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, setze_stand
from tests.katalog import beispiel_katalog

ANGABEN = {
    "titel": "Konflikte klären",
    "ort": "Rathaus",
    "plaetze": "12",
    "beginn_1": "2026-12-15T18:00",
    "ende_1": "2026-12-15T20:30",
}


def mache_lotsin(
    standort: Standort,
    stand: QualifizierungStand = QualifizierungStand.VOLLSTAENDIG,
    **felder: object,
) -> Person:
    person = mache_person(standort=standort, **felder)
    setze_stand(person, stand)
    return person


def melde_lotsin_an(standort: Standort, seminar_id: int, **felder: object) -> Person:
    person = mache_lotsin(standort, **felder)
    angemeldet = als(person)
    with transaktion():
        melde_an(angemeldet, seminar_id, beispiel_katalog(), JETZT)
    return person


def melde_andere_an(standort: Standort, seminar: Seminar, anzahl: int) -> list[Person]:
    return [melde_lotsin_an(standort, seminar.id) for _ in range(anzahl)]


def das_seminar() -> Seminar:
    db.session.rollback()
    db.session.expire_all()
    return db.session.scalars(select(Seminar)).one()
