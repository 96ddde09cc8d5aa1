from fractions import Fraction

import pytest

from quiz.fragen import Bewertung, Sicherheit
from quiz.kalibrierung import Antwort, Kalibrierungssatz, saetze, sicher_und_falsch, stufen

SICHER, RATE = Sicherheit.SICHER, Sicherheit.RATE


def antworten(
    sicherheit: Sicherheit | None, gut: int, halb: int = 0, falsch: int = 0
) -> list[Antwort]:
    werte = [Fraction(1)] * gut + [Fraction(1, 2)] * halb + [Fraction(0)] * falsch
    return [(sicherheit, Bewertung(wert)) for wert in werte]


def test_vertretbar_counts_half_and_is_rounded_down() -> None:
    stufe = stufen(antworten(SICHER, gut=6, halb=3, falsch=1))[SICHER]
    assert (stufe.gut, stufe.n, stufe.mittel) == (7, 10, Fraction(3, 4))


def test_a_step_shows_from_eight_answers() -> None:
    assert not stufen(antworten(SICHER, gut=7))[SICHER].sichtbar
    assert stufen(antworten(SICHER, gut=8))[SICHER].sichtbar


def test_answers_without_certainty_or_value_are_not_counted() -> None:
    je_stufe = stufen([*antworten(None, gut=9), (SICHER, Bewertung(None))])
    assert all(stufe.n == 0 and stufe.mittel is None for stufe in je_stufe.values())


@pytest.mark.parametrize(
    ("sicherheit", "gut", "falsch", "erwartet"),
    [
        (SICHER, 6, 4, (Kalibrierungssatz.ZWEITER_BLICK,)),
        (SICHER, 7, 3, ()),
        (SICHER, 0, 9, ()),
        (RATE, 8, 2, (Kalibrierungssatz.SIE_WISSEN_MEHR,)),
        (RATE, 7, 1, (Kalibrierungssatz.SIE_WISSEN_MEHR,)),
        (RATE, 6, 2, ()),
        (RATE, 7, 0, ()),
    ],
)
def test_a_sentence_is_said_only_where_numbers_carry_it(
    sicherheit: Sicherheit, gut: int, falsch: int, erwartet: tuple[Kalibrierungssatz, ...]
) -> None:
    assert saetze(stufen(antworten(sicherheit, gut=gut, falsch=falsch))) == erwartet


def test_staff_see_sure_and_wrong_only_from_ten_sure_answers() -> None:
    neun = antworten(SICHER, gut=6, falsch=3) + antworten(RATE, gut=0, falsch=5)
    assert sicher_und_falsch(neun) is None
    gefahr = (SICHER, Bewertung(Fraction(0), gefaehrlich=True))
    assert sicher_und_falsch([*neun, gefahr]) == (4, 10)
