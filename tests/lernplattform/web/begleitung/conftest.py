"""A Standort with a trainer, a Kursgruppe of two Lotsen, and an evening of today."""

import pytest

from kurse.katalog import Katalog
from lernplattform.models.kursgruppe import Kursgruppe, Praesenztermin
from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import Standort
from tests.fabrik import mache_gruppe, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.praesenz import mache_termin


@pytest.fixture
def katalog(app: object) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def ort(app: object) -> Standort:
    return mache_standort(mindest_ue_praesenz=8)


@pytest.fixture
def lotsen(ort: Standort) -> tuple[Person, Person]:
    return (
        mache_person(standort=ort, vorname="Elif", nachname="Kaya"),
        mache_person(standort=ort, vorname="Jawad", nachname="Rahimi"),
    )


@pytest.fixture
def trainer(ort: Standort) -> Person:
    return mache_person(Rolle.TRAINER, ort, vorname="Jutta", nachname="Kern")


@pytest.fixture
def gruppe(
    ort: Standort, trainer: Person, lotsen: tuple[Person, ...], katalog: Katalog
) -> Kursgruppe:
    return mache_gruppe(ort, trainer, lotsen)


@pytest.fixture
def termin(gruppe: Kursgruppe) -> Praesenztermin:
    return mache_termin(gruppe)
