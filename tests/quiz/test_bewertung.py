from fractions import Fraction

import pytest

from quiz.bewertung import (
    Hindernis,
    Konstanten,
    Sicherheitsmeldung,
    Urteil,
    bester,
    hoechstens_falsch,
    klasse,
    score,
    sicherheitsmeldung,
    urteile,
)
from quiz.fragen import Bewertung, Sicherheit, Wertung
from quiz.szenario import Ende

GRENZE = Fraction(7, 10)
ABCD = Konstanten(4, frozenset("abcd"))


def antworten(*werte: str) -> list[tuple[str, Bewertung]]:
    return [(k, Bewertung(Fraction(w))) for k, w in zip("abcdefghij", werte, strict=False)]


@pytest.mark.parametrize(
    ("wert", "erwartet"),
    [
        ("1", Wertung.GUT),
        ("85/100", Wertung.GUT),
        ("84/100", Wertung.VERTRETBAR),
        ("1/2", Wertung.VERTRETBAR),
        ("49/100", Wertung.FALSCH),
        ("0", Wertung.FALSCH),
    ],
)
def test_the_class_of_a_value_has_its_limits_at_085_and_05(wert: str, erwartet: Wertung) -> None:
    assert klasse(Bewertung(Fraction(wert))) is erwartet


def test_a_dangerous_answer_is_a_class_of_its_own_and_freitext_has_none() -> None:
    assert klasse(Bewertung(Fraction(0), gefaehrlich=True)) is Wertung.GEFAEHRLICH
    assert klasse(Bewertung(None)) is None


def test_exactly_at_the_limit_passes() -> None:
    k = Konstanten(10, frozenset("abcdefghij"))
    werte = ["1"] * 7 + ["0"] * 3
    assert score(antworten(*werte), k) == GRENZE
    assert urteile(antworten(*werte), k, GRENZE, Ende.GUT).bestanden


def test_freitext_is_not_counted() -> None:
    mit = [*antworten("1", "1", "1", "0"), ("t", Bewertung(None))]
    assert score(mit, ABCD) == score(antworten("1", "1", "1", "0"), ABCD) == Fraction(3, 4)


def test_a_story_without_scored_decision_is_read_and_neither_passed_nor_failed() -> None:
    urteil = urteile([("t", Bewertung(None))], Konstanten(0, frozenset()), GRENZE, Ende.OFFEN)
    assert urteil == Urteil(None, beendet=True)
    assert urteil.gelesen
    assert not urteil.bestanden


def test_an_unfinished_durchlauf_never_passes() -> None:
    urteil = urteile(antworten("1", "1", "1", "1"), ABCD, GRENZE, None)
    assert urteil.hindernisse == (Hindernis.NICHT_BEENDET,)
    assert not urteil.bestanden
    assert not urteil.gelesen


def test_an_open_end_may_pass_and_a_dangerous_end_may_not() -> None:
    alles = antworten("1", "1", "1", "1")
    assert urteile(alles, ABCD, GRENZE, Ende.OFFEN).bestanden
    assert urteile(alles, ABCD, GRENZE, Ende.GEFAEHRLICH).hindernisse == (Hindernis.GEFAEHRLICH,)


def test_one_dangerous_answer_is_enough_to_fail_whatever_the_score() -> None:
    lang = [*antworten(*["1"] * 9), ("j", Bewertung(Fraction(0), gefaehrlich=True))]
    urteil = urteile(lang, Konstanten(10, frozenset("abcdefghij")), GRENZE, Ende.GUT)
    assert urteil.score == Fraction(9, 10)
    assert urteil.hindernisse == (Hindernis.GEFAEHRLICH,)


def test_what_is_missing_is_said_in_whole_decisions() -> None:
    urteil = urteile(antworten("1", "0", "0", "0"), ABCD, GRENZE, Ende.OFFEN)
    assert (urteil.hindernisse, urteil.fehlt) == ((Hindernis.FEHLT,), 2)


@pytest.mark.parametrize(
    ("m", "n"), [(3, 0), (4, 1), (5, 1), (6, 1), (7, 2), (8, 2), (9, 2), (10, 3)]
)
def test_at_07_three_decisions_bear_no_wrong_one_four_one_and_seven_two(m: int, n: int) -> None:
    k = Konstanten(m, frozenset("abcdefghij"[:m]))
    assert hoechstens_falsch(m, GRENZE) == n
    for falsch in range(m + 1):
        lauf = antworten(*["0"] * falsch, *["1"] * (m - falsch))
        assert urteile(lauf, k, GRENZE, Ende.GUT).bestanden is (falsch <= n)


def test_two_answers_that_are_vertretbar_weigh_as_much_as_a_wrong_one() -> None:
    assert score(antworten("1/2", "1/2", "1", "1"), ABCD) == score(
        antworten("0", "1", "1", "1"), ABCD
    )


def test_the_best_durchlauf_passes_first_then_scores_then_is_the_earliest() -> None:
    gefahr = Urteil(Fraction(9, 10), beendet=True, hindernisse=(Hindernis.GEFAEHRLICH,))
    knapp = Urteil(Fraction(3, 4), beendet=True)
    offen = Urteil(Fraction(1), beendet=False, hindernisse=(Hindernis.NICHT_BEENDET,))
    gelesen = Urteil(None, beendet=True)
    assert bester([gelesen, gefahr, knapp, knapp, offen]) == 2
    assert bester([gelesen, gefahr]) == 1
    assert bester([gelesen, gelesen]) == 0
    assert bester([offen]) is None
    assert bester([]) is None


def test_certainty_and_class_choose_one_of_nine_sentences() -> None:
    gefahr = Bewertung(Fraction(0), gefaehrlich=True)
    werte = [Bewertung(Fraction(n, 2)) for n in (2, 1, 0)]
    alle = {sicherheitsmeldung(stufe, wert) for stufe in Sicherheit for wert in werte}
    assert alle == set(Sicherheitsmeldung)
    assert sicherheitsmeldung(Sicherheit.SICHER, gefahr) is Sicherheitsmeldung.SICHER_FALSCH


def test_without_certainty_or_without_value_nothing_is_said() -> None:
    assert sicherheitsmeldung(None, Bewertung(Fraction(1))) is None
    assert sicherheitsmeldung(Sicherheit.RATE, Bewertung(None)) is None
