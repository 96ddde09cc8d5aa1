import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from kurse.katalog import Katalog
from lernplattform.core.errors import NichtGefunden
from lernplattform.queries.durchlauf import (
    bestes,
    eingabe_aus_json,
    eingabe_zu_json,
    fassung_des_laufs,
    lies_entscheidungen,
    lies_ergebnisse,
    lies_lauf,
    lies_offenen_lauf,
)
from quiz.fragen import Eingabe, Sicherheit
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.spiel import GUTER_BRIEF, antworte, spiele, starte

ZAHLEN = st.integers(0, 9)
EINGABEN = st.builds(
    Eingabe,
    gewaehlt=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    reihenfolge=st.lists(ZAHLEN, max_size=4).map(tuple),
    zuordnung=st.dictionaries(ZAHLEN, ZAHLEN, max_size=3),
    sicherheit=st.none() | st.sampled_from(Sicherheit),
)


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@given(EINGABEN)
def test_an_answer_survives_its_storage(eingabe: Eingabe):
    sicherheit = None if eingabe.sicherheit is None else int(eingabe.sicherheit)
    assert eingabe_aus_json(eingabe_zu_json(eingabe), sicherheit) == eingabe


def test_free_text_is_never_stored_with_an_answer():
    assert eingabe_zu_json(Eingabe(text="geheim")) == {}


def test_stored_answers_played_again_give_the_same_states(katalog):
    person = mache_person()
    durchlauf_id = spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    entscheidungen = lies_entscheidungen(katalog.szenario("brief-weg"), durchlauf_id)
    assert [e.vorher.knoten for e in entscheidungen] == ["bus", "anruf", "freund", "besuch"]
    assert entscheidungen[-1].schritt.stand.merker == ("alles-gesagt",)
    assert entscheidungen[-1].schritt.stand.knoten == "ende-gut"


def test_a_run_belongs_to_its_person(katalog):
    person = mache_person()
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    assert lies_lauf(person.id, durchlauf_id).offen
    assert lies_offenen_lauf(person.id, "brief-weg") == durchlauf_id
    assert lies_offenen_lauf(person.id, "fuenf-fragen") is None
    with pytest.raises(NichtGefunden):
        lies_lauf(mache_person().id, durchlauf_id)


def test_results_count_good_decisions_and_the_best_is_the_earliest_of_equals(katalog):
    person = mache_person()
    for wahlen in (("suchen", "allein-treffen"), GUTER_BRIEF, GUTER_BRIEF):
        spiele(katalog, person.id, "brief-weg", wahlen)
    antworte(katalog, person.id, starte(katalog, person.id, "brief-weg"), ["melden"])
    ergebnisse = lies_ergebnisse(person.id, "brief-weg")
    assert [(e.gut, e.von, e.bestanden) for e in ergebnisse] == [
        (0, 2, False),
        (4, 4, True),
        (4, 4, True),
    ]
    assert bestes(ergebnisse, 1) == ergebnisse[1]
    assert bestes(ergebnisse, 2) is None


def test_the_pinned_version_is_found_live_or_stored_and_must_be_a_szenario(katalog):
    hash_ = katalog.inhalte["brief-weg"].hash
    assert fassung_des_laufs(katalog, "brief-weg", hash_).id == "brief-weg"
    assert fassung_des_laufs(katalog, "gibt-es-nicht", hash_).id == "brief-weg"
    with pytest.raises(NichtGefunden):
        fassung_des_laufs(katalog, "x", katalog.inhalte["willkommen"].hash)
    with pytest.raises(NichtGefunden):
        fassung_des_laufs(katalog, "x", "0" * 64)
