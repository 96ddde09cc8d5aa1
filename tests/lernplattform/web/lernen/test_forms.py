import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from lernplattform.web.lernen.forms import lies_eingabe
from quiz.fragen import Eingabe, Sicherheit

TEXT = st.text(max_size=8)
NAMEN = st.sampled_from(["antwort", "sicherheit", "text", "position-0", "position-x", "ziel-1"])


def test_ticked_options_and_certainty_are_read():
    felder = MultiDict([("antwort", "a"), ("antwort", "b"), ("sicherheit", "2")])
    assert lies_eingabe(felder) == Eingabe(gewaehlt=("a", "b"), sicherheit=Sicherheit.GLAUBE)


def test_positions_become_the_order_of_the_steps():
    felder = MultiDict({"position-0": "2", "position-1": "3", "position-2": "1"})
    assert lies_eingabe(felder).reihenfolge == (2, 0, 1)


@pytest.mark.parametrize(
    "positionen",
    [("1", "1", "2"), ("1", "3", "4"), ("0", "1", "2"), ("1", "", "2"), ("1", "²", "2")],
)
def test_positions_that_are_no_order_are_no_answer(positionen):
    felder = MultiDict({f"position-{nr}": wert for nr, wert in enumerate(positionen)})
    assert lies_eingabe(felder).reihenfolge in {(), (0, 2)}
    assert len(lies_eingabe(felder).reihenfolge) < len(positionen)


def test_targets_are_read_by_the_number_of_their_left_side():
    felder = MultiDict({"ziel-1": "0", "ziel-0": "2", "ziel-2": ""})
    assert lies_eingabe(felder).zuordnung == {0: 2, 1: 0}


@given(st.lists(st.tuples(NAMEN | TEXT, TEXT), max_size=8))
def test_whatever_is_sent_is_read_without_an_error(paare):
    assert isinstance(lies_eingabe(MultiDict(paare)), Eingabe)
