import pytest
from flask import Flask

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Reflexion
from lernplattform.services.lernen import reflektiere, schliesse_lektion_ab
from tests.fabrik import JETZT, mache_person
from tests.katalog import spiele_beispiel_ein


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


def test_a_lektion_is_done_by_saying_so(katalog):
    person = mache_person()
    with transaktion():
        schliesse_lektion_ab(katalog, person.id, "willkommen", JETZT)
    assert db.session.query(Abschluss).one().inhalt_id == "willkommen"


@pytest.mark.parametrize("unbekannt", ["gibt-es-nicht", "brief-weg"])
def test_only_a_lektion_of_the_catalogue_can_be_done_so(katalog, unbekannt):
    person = mache_person()
    with pytest.raises(NichtGefunden), transaktion():
        schliesse_lektion_ab(katalog, person.id, unbekannt, JETZT)
    assert db.session.query(Abschluss).count() == 0


def test_a_reflexion_belongs_to_an_open_question_of_the_lektion(katalog):
    person = mache_person()
    with transaktion():
        reflektiere(katalog, person.id, "willkommen", 1, "Neugier", JETZT, geteilt=True)
    assert (db.session.query(Reflexion).one().stelle, db.session.query(Reflexion).one().text) == (
        "1",
        "Neugier",
    )
    with pytest.raises(NichtGefunden), transaktion():
        reflektiere(katalog, person.id, "willkommen", 2, "Neugier", JETZT, geteilt=True)
