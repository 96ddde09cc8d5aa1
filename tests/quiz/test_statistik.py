from fractions import Fraction
from statistics import correlation

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.statistik import (
    Erstantwort,
    Schwierigkeit,
    Trennschaerfe,
    Trennung,
    ist_schnell,
    pearson,
    reichweite,
    schwierigkeit,
    trennschaerfe,
    unplausible,
)

ALLE = Fraction(1)


@pytest.mark.parametrize(
    ("sekunden", "woerter", "erwartet"),
    [
        (2.9, 0, True),
        (3.0, 0, False),
        (11.9, 100, True),
        (12.0, 100, False),
        (None, 100, False),
    ],
)
def test_quick_is_faster_than_500_words_a_minute_and_three_seconds(
    sekunden: float | None, woerter: int, erwartet: bool
) -> None:
    assert ist_schnell(sekunden, woerter) is erwartet


def test_reach_is_answered_out_of_started() -> None:
    assert reichweite(8, 10) == Fraction(4, 5)
    assert reichweite(0, 0) is None


@pytest.mark.parametrize(
    ("n", "summe", "erwartet"),
    [
        (4, "4", None),
        (5, "5/2", Schwierigkeit(2, 5, None)),
        (19, "19", Schwierigkeit(19, 19, None)),
        (20, "13/2", Schwierigkeit(6, 20, 33)),
    ],
)
def test_difficulty_shows_from_five_answers_and_percent_from_twenty(
    n: int, summe: str, erwartet: Schwierigkeit | None
) -> None:
    assert schwierigkeit(n, Fraction(summe)) == erwartet


def personen(anzahl: int, rest: int, gegenlaeufig: bool = False) -> list[Erstantwort]:
    """People of two kinds: the even ones are right elsewhere, the odd ones wrong."""
    antworten = []
    for person in range(anzahl):
        stark = Fraction(person % 2 == 0)
        antworten += [Erstantwort(person, "andere", f"k{i}", stark) for i in range(rest)]
        hier = 1 - stark if gegenlaeufig else stark
        antworten.append(Erstantwort(person, "hier", "k", hier))
        antworten.append(Erstantwort(person, "hier", "l", 1 - hier))
    return antworten


def test_a_question_that_only_the_strong_get_right_separates_well() -> None:
    wert = trennschaerfe(personen(30, rest=10), "hier", "k", ALLE)
    assert wert is not None
    assert (round(wert.r, 9), wert.n, wert.wort) == (1, 30, Trennung.GUT)
    assert not wert.schluessel_pruefen


def test_a_key_is_doubted_only_if_the_strong_fail_and_fifty_people_show_it() -> None:
    viele = trennschaerfe(personen(50, rest=10, gegenlaeufig=True), "hier", "k", ALLE)
    wenige = trennschaerfe(personen(49, rest=10, gegenlaeufig=True), "hier", "k", ALLE)
    assert viele is not None
    assert wenige is not None
    assert viele.schluessel_pruefen
    assert viele.wort is Trennung.KAUM
    assert not wenige.schluessel_pruefen


def test_people_with_fewer_than_ten_other_answers_are_left_out() -> None:
    antworten = personen(30, rest=10) + [
        Erstantwort(person + 100, "hier", "k", Fraction(1)) for person in range(30)
    ]
    wert = trennschaerfe(antworten, "hier", "k", ALLE)
    assert wert is not None
    assert wert.n == 30
    assert trennschaerfe(personen(30, rest=9), "hier", "k", ALLE) is None


@pytest.mark.parametrize("reicht", [None, Fraction(79, 100)])
def test_a_knoten_that_many_never_reach_is_not_judged(reicht: Fraction | None) -> None:
    assert trennschaerfe(personen(30, rest=10), "hier", "k", reicht) is None


@pytest.mark.parametrize(
    ("r", "n", "wort"),
    [
        (0.9, 29, None),
        (0.20, 30, Trennung.GUT),
        (0.19, 30, Trennung.ETWAS),
        (0.05, 30, Trennung.ETWAS),
        (0.04, 30, Trennung.KAUM),
    ],
)
def test_separation_is_said_in_a_word_from_thirty_people(
    r: float, n: int, wort: Trennung | None
) -> None:
    assert Trennschaerfe(r, n).wort is wort


def test_what_does_not_vary_does_not_correlate() -> None:
    assert pearson([]) is None
    assert pearson([(Fraction(1), Fraction(0)), (Fraction(1), Fraction(1))]) is None


WERTE = st.fractions(0, 1, max_denominator=12)


@given(st.lists(st.tuples(WERTE, WERTE), min_size=2, max_size=30))
def test_pearson_agrees_with_the_standard_library(paare: list[tuple[Fraction, Fraction]]) -> None:
    assume(len({x for x, _ in paare}) > 1)
    assume(len({y for _, y in paare}) > 1)
    r = pearson(paare)
    assert r is not None
    assert -1 <= r <= 1
    xs, ys = zip(*paare, strict=True)
    assert r == pytest.approx(correlation([*map(float, xs)], [*map(float, ys)]), abs=1e-6)


def test_an_option_that_fewer_than_five_percent_choose_must_be_written_anew() -> None:
    gewaehlt = {"gut": 45, "knapp": 3, "selten": 2, "nie": 0}
    assert unplausible(gewaehlt, 50) == ("selten", "nie")
    assert unplausible({"gut": 49, "nie": 0}, 49) == ()
