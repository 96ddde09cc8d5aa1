from datetime import timedelta

import pytest
from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Reflexion
from lernplattform.models.person import Person
from lernplattform.services.reflexion import LAENGSTENS, speichere_reflexion
from tests.fabrik import JETZT, mache_person


@pytest.fixture
def person(app: Flask) -> Person:
    return mache_person()


def schreibe(person: Person, text: str, *, geteilt: bool = False, tage: int = 0) -> None:
    with transaktion():
        am = JETZT + timedelta(days=tage)
        speichere_reflexion(person.id, "willkommen", "1", text, am, geteilt=geteilt)


def reflexionen() -> list[Reflexion]:
    db.session.expire_all()
    return db.session.query(Reflexion).all()


def test_a_text_is_private_unless_shared(person):
    schreibe(person, "  Ich helfe gern.  ")
    assert [(r.text, r.geteilt_am) for r in reflexionen()] == [("Ich helfe gern.", None)]
    schreibe(person, "Ich helfe gern.", geteilt=True, tage=1)
    assert [r.geteilt_am for r in reflexionen()] == [JETZT + timedelta(days=1)]


def test_a_shared_text_keeps_its_date_and_can_be_taken_back(person):
    schreibe(person, "Erst", geteilt=True)
    schreibe(person, "Dann", geteilt=True, tage=2)
    assert [(r.text, r.geteilt_am) for r in reflexionen()] == [("Dann", JETZT)]
    schreibe(person, "Dann", tage=3)
    assert [r.geteilt_am for r in reflexionen()] == [None]


def test_an_empty_text_takes_it_away(person):
    schreibe(person, "  ")
    assert reflexionen() == []
    schreibe(person, "Etwas")
    schreibe(person, "")
    assert reflexionen() == []


def test_a_text_that_is_too_long_is_refused(person):
    schreibe(person, "x" * LAENGSTENS)
    with pytest.raises(EingabeUngueltig):
        schreibe(person, "x" * (LAENGSTENS + 1))
    assert len(reflexionen()[0].text) == LAENGSTENS
