"""The rule in words, held against the rule that judges."""

from fractions import Fraction

import pytest
from flask import Flask

from lernplattform.web.lernen.regel import regelsatz
from quiz.bewertung import Konstanten, urteile
from quiz.fragen import Bewertung
from quiz.szenario import Ende

GRENZE = Fraction(7, 10)


def besteht(entscheidungen: int, falsch: int, geht_auch: int) -> bool:
    werte = [Fraction(0)] * falsch + [Fraction(1, 2)] * geht_auch
    werte += [Fraction(1)] * (entscheidungen - len(werte))
    knoten = [f"k{nr}" for nr in range(entscheidungen)]
    antworten = [(k, Bewertung(wert)) for k, wert in zip(knoten, werte, strict=True)]
    konstanten = Konstanten(entscheidungen, frozenset(knoten))
    return urteile(antworten, konstanten, GRENZE, Ende.GUT).bestanden


@pytest.mark.parametrize(
    ("entscheidungen", "falsch", "geht_auch", "teile"),
    [
        (3, 0, 1, ("ohne eine falsche", "Einmal „Geht auch“ ist erlaubt.")),
        (4, 1, 0, ("höchstens eine falsche", "zählt halb")),
        (5, 1, 1, ("höchstens eine falsche", "Dazu darf einmal „Geht auch“ kommen.")),
        (7, 2, 0, ("höchstens 2 falsche", "zählt halb")),
    ],
)
def test_what_the_sentence_allows_passes_and_a_half_more_does_not(
    app: Flask, entscheidungen: int, falsch: int, geht_auch: int, teile: tuple[str, ...]
) -> None:
    with app.test_request_context():
        satz = regelsatz(entscheidungen, GRENZE)
    assert [teil for teil in teile if teil not in satz] == []
    assert ("Dazu darf" in satz) == (geht_auch == 1 and falsch > 0)
    assert besteht(entscheidungen, falsch, geht_auch)
    assert besteht(entscheidungen, 0, 2 * falsch + geht_auch)
    assert not besteht(entscheidungen, falsch, geht_auch + 1)
