from datetime import timedelta

import pytest
from flask import Flask

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Auswahlzaehler
from lernplattform.services.auswahlzaehler import SCHEIBEN
from lernplattform.services.durchlauf import gib_antwort_ab
from quiz.fragen import Eingabe
from tests.fabrik import JETZT, mache_person
from tests.katalog import spiele_beispiel_ein
from tests.spiel import GUTE_FUENF, GUTER_BRIEF, antworte, spiele, starte


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


def gezaehlt(knoten: str) -> dict[str, int]:
    """Summed over the slices."""
    summen: dict[str, int] = {}
    for zeile in db.session.query(Auswahlzaehler).filter_by(knoten=knoten):
        summen[zeile.option] = summen.get(zeile.option, 0) + zeile.anzahl
    return summen


def test_first_runs_are_counted_per_knoten_and_option(katalog):
    for wahl in ("melden", "melden", "suchen"):
        person = mache_person()
        antworte(katalog, person.id, starte(katalog, person.id, "brief-weg"), [wahl])
    assert gezaehlt("bus") == {"": 3, "melden": 2, "suchen": 1}


def test_repeated_runs_are_not_counted(katalog):
    person = mache_person()
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    assert gezaehlt("bus") == {"": 1, "melden": 1}


def test_a_fast_answer_is_not_counted(katalog):
    person = mache_person()
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    with transaktion():
        gib_antwort_ab(
            katalog,
            person.id,
            durchlauf_id,
            0,
            Eingabe(gewaehlt=("melden",)),
            JETZT,
            gezeigt_am=JETZT - timedelta(seconds=1),
        )
    assert gezaehlt("bus") == {}


def test_an_answer_sent_twice_is_counted_once(katalog):
    person = mache_person()
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    for _mal in range(2):
        antworte(katalog, person.id, durchlauf_id, ["melden"])
    assert gezaehlt("bus") == {"": 1, "melden": 1}


def test_every_ticked_option_counts_and_questions_without_options_count_as_a_whole(katalog):
    spiele(katalog, mache_person().id, "fuenf-fragen", GUTE_FUENF)
    assert gezaehlt("kreuze") == {"": 1, "stift": 1, "karte": 1}
    assert gezaehlt("reihe") == {"": 1}
    assert gezaehlt("gedanke") == {"": 1}


def test_postgresql_spreads_the_writers_over_slices_and_sqlite_does_not(katalog):
    for _mal in range(4):
        person = mache_person()
        antworte(katalog, person.id, starte(katalog, person.id, "brief-weg"), ["melden"])
    scheiben = {zeile.scheibe for zeile in db.session.query(Auswahlzaehler)}
    if db.engine.dialect.name == "postgresql":
        assert len(scheiben) == 4
        assert scheiben <= set(range(SCHEIBEN))
    else:
        assert scheiben == {0}
