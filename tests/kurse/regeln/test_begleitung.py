"""Every age has one of few words, and stuck is a rule that can be printed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurse.regeln.begleitung import Aktivitaet, Versuche, aktivitaet, haengt_fest

HEUTE = date(2026, 11, 23)
REIHE = [Aktivitaet.DIESE_WOCHE, Aktivitaet.ZWEI_BIS_VIER_WOCHEN, Aktivitaet.LAENGER]


@pytest.mark.parametrize(
    ("tage", "wort"),
    [
        (0, Aktivitaet.DIESE_WOCHE),
        (7, Aktivitaet.DIESE_WOCHE),
        (8, Aktivitaet.ZWEI_BIS_VIER_WOCHEN),
        (28, Aktivitaet.ZWEI_BIS_VIER_WOCHEN),
        (29, Aktivitaet.LAENGER),
        (4000, Aktivitaet.LAENGER),
    ],
)
def test_the_words_change_after_seven_and_after_twenty_eight_days(
    tage: int, wort: Aktivitaet
) -> None:
    assert aktivitaet(HEUTE - timedelta(days=tage), HEUTE) is wort


def test_who_has_learnt_nothing_has_a_word_too() -> None:
    assert aktivitaet(None, HEUTE) is Aktivitaet.NOCH_NICHT


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_the_longer_ago_the_later_the_word(eins: int, zwei: int) -> None:
    frueh, spaet = sorted((eins, zwei))
    worte = [aktivitaet(HEUTE - timedelta(days=tage), HEUTE) for tage in (frueh, spaet)]
    assert REIHE.index(worte[0]) <= REIHE.index(worte[1])


@pytest.mark.parametrize(
    ("bestanden", "nicht", "fest"),
    [(0, 0, False), (0, 2, False), (0, 3, True), (0, 9, True), (1, 3, False), (1, 9, False)],
)
def test_stuck_is_who_tried_three_times_to_the_end_and_never_passed(
    bestanden: int, nicht: int, fest: bool
) -> None:
    assert haengt_fest(Versuche(bestanden, nicht)) is fest
