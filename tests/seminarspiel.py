"""Lotsinnen for whom the Seminare are open, and people who sign up before them."""

from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import Seminar
from lernplattform.models.standort import Standort
from lernplattform.services.anmeldung import melde_an
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, setze_stand
from tests.katalog import beispiel_katalog


def mache_lotsin(
    standort: Standort,
    stand: QualifizierungStand = QualifizierungStand.VOLLSTAENDIG,
    **felder: object,
) -> Person:
    person = mache_person(standort=standort, **felder)
    setze_stand(person, stand)
    return person


def melde_andere_an(standort: Standort, seminar: Seminar, anzahl: int) -> list[Person]:
    personen = [mache_lotsin(standort) for _ in range(anzahl)]
    for person in personen:
        angemeldet = als(person)
        with transaktion():
            melde_an(angemeldet, seminar.id, beispiel_katalog(), JETZT)
    return personen
