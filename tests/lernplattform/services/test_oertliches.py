"""What a Standort says of itself: written by its own Koordination alone, and logged."""

from datetime import timedelta

import pytest
from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.models.standort import OertlicherEintrag, Standort
from lernplattform.services.oertliches import Ortsangabe, trage_oertliches_ein
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, mache_standort
from tests.zaehlung import count_queries

SPAETER = JETZT + timedelta(days=1)
ANGABEN = {
    "koordination": Ortsangabe("069 90009 110", "Zimmer 12"),
    "geschenke": Ortsangabe(text="Kein Geld."),
    "jugendamt": Ortsangabe(),
}


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort()


@pytest.fixture
def koordination(standort: Standort) -> Person:
    return mache_person(Rolle.KOORDINATION, standort)


def trage_ein(wer: Person, standort: Standort, angaben: dict[str, Ortsangabe], jetzt=JETZT):
    angemeldet = als(wer)
    with transaktion():
        return trage_oertliches_ein(angemeldet, standort.id, angaben, jetzt)


def gespeichert() -> dict[str, tuple[str, str]]:
    db.session.rollback()
    return {e.angabe_id: (e.telefon, e.text) for e in db.session.query(OertlicherEintrag)}


def test_filled_entries_are_stored_and_empty_ones_are_not(koordination, standort):
    assert trage_ein(koordination, standort, ANGABEN) == ("koordination", "geschenke")
    assert gespeichert() == {
        "koordination": ("069 90009 110", "Zimmer 12"),
        "geschenke": ("", "Kein Geld."),
    }


def test_an_entry_that_is_emptied_goes_and_the_others_stay(koordination, standort):
    trage_ein(koordination, standort, ANGABEN)
    neu = {**ANGABEN, "koordination": Ortsangabe()}
    assert trage_ein(koordination, standort, neu, SPAETER) == ("koordination",)
    assert list(gespeichert()) == ["geschenke"]


def test_the_protocol_says_which_entries_changed_and_not_what_they_say(koordination, standort):
    trage_ein(koordination, standort, ANGABEN)
    trage_ein(koordination, standort, ANGABEN, SPAETER)
    (eintrag,) = db.session.query(Protokolleintrag).filter_by(akt="oertliches_geaendert")
    assert eintrag.daten == {"standort_id": standort.id, "angaben": ["geschenke", "koordination"]}


def test_an_entry_keeps_the_day_of_its_last_change(koordination, standort):
    trage_ein(koordination, standort, ANGABEN)
    trage_ein(koordination, standort, {"geschenke": Ortsangabe(text="Nichts.")}, SPAETER)
    am = {e.angabe_id: e.geaendert_am for e in db.session.query(OertlicherEintrag)}
    assert am == {"koordination": JETZT, "geschenke": SPAETER}


@pytest.mark.parametrize("rolle", list(Rolle))
def test_nobody_else_writes_it(standort, rolle):
    fremde = mache_person(rolle)
    with pytest.raises(NichtGefunden):
        trage_ein(fremde, standort, ANGABEN)
    assert gespeichert() == {}


def test_many_entries_cost_few_statements(koordination, standort):
    viele = {f"angabe-{n}": Ortsangabe("110", "x") for n in range(12)}
    angemeldet = als(koordination)
    with count_queries() as sql, transaktion():
        trage_oertliches_ein(angemeldet, standort.id, viele, JETZT)
    assert len(sql) <= 8, sql
