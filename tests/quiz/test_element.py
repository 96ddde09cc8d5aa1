from datetime import date
from fractions import Fraction
from math import comb, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.element import (
    GRENZE,
    Band,
    Beleg,
    Selbsteinschaetzung,
    elementwert,
    obere_unter,
    sieht_es_anders,
    untere_ab,
)

HEUTE = date(2026, 11, 23)


def belege(summe: str, n: int, szenarien: int = 3) -> list[Beleg]:
    """n answers of the given sum, spread over Szenarien."""
    rest, alle = Fraction(summe), []
    for nummer in range(n):
        wert = min(rest, Fraction(1))
        rest -= wert
        alle.append(Beleg(f"s{nummer % szenarien}", wert, HEUTE))
    assert rest == 0
    return alle


@pytest.mark.parametrize(
    ("summe", "n", "szenarien", "band"),
    [
        ("3", 3, 3, Band.ZU_WENIG),
        ("3", 4, 1, Band.ZU_WENIG),
        ("3", 4, 2, Band.NUR_PUNKTE),
        ("6", 6, 2, Band.NUR_PUNKTE),
        ("7", 7, 3, Band.NUR_PUNKTE),
        ("8", 8, 3, Band.SICHER),
        ("7", 8, 3, Band.SICHER),
        ("13/2", 8, 3, Band.GEMISCHT),
        ("5", 8, 3, Band.GEMISCHT),
        ("9/2", 8, 3, Band.UEBEN),
        ("0", 8, 3, Band.UEBEN),
    ],
)
def test_bands_begin_where_the_numbers_carry_them(
    summe: str, n: int, szenarien: int, band: Band
) -> None:
    assert elementwert(belege(summe, n, szenarien), HEUTE).band is band


def test_a_true_06_is_called_sure_in_11_percent_and_a_true_08_to_practise_in_6() -> None:
    def chance(p: float, ab: int, bis: int) -> float:
        return sum(comb(8, x) * p**x * (1 - p) ** (8 - x) for x in range(ab, bis + 1))

    sicher = [x for x in range(9) if untere_ab(8, Fraction(x), GRENZE)]
    ueben = [x for x in range(9) if obere_unter(8, Fraction(x), GRENZE)]
    assert round(100 * chance(0.6, min(sicher), max(sicher))) == 11
    assert round(100 * chance(0.8, min(ueben), max(ueben))) == 6


@given(st.integers(1, 60), st.integers(0, 120), st.fractions(0, 1, max_denominator=50))
def test_the_exact_comparison_agrees_with_wilsons_formula(
    n: int, halbe: int, grenze: Fraction
) -> None:
    assume(halbe <= 2 * n)
    z, summe = 0.84, halbe / 2
    mitte = (summe + z**2 / 2) / (n + z**2)
    p = summe / n
    breite = z / (n + z**2) * sqrt(n * p * (1 - p) + z**2 / 4)
    assume(min(abs(mitte - breite - grenze), abs(mitte + breite - grenze)) > 1e-9)
    assert untere_ab(n, Fraction(halbe, 2), grenze) is (mitte - breite >= grenze)
    assert obere_unter(n, Fraction(halbe, 2), grenze) is (mitte + breite < grenze)


def test_only_the_first_three_of_a_szenario_count() -> None:
    viele = [Beleg("s", Fraction(n >= 3), HEUTE) for n in range(6)]
    wert = elementwert(viele, HEUTE)
    assert len(wert.belege) == 3
    assert wert.gut == 0


def test_quick_and_old_answers_count_for_nothing_and_take_no_place() -> None:
    frueher = Beleg("s", Fraction(0), date(2024, 11, 22))
    gerade = Beleg("s", Fraction(1), date(2024, 11, 23))
    schnell = Beleg("s", Fraction(0), HEUTE, schnell=True)
    wert = elementwert([frueher, schnell, gerade, gerade, gerade], HEUTE)
    assert wert.belege == (gerade,) * 3
    assert wert.gut == 3


def test_two_years_before_a_leap_day_is_the_28th() -> None:
    beleg = Beleg("s", Fraction(1), date(2026, 2, 28))
    assert elementwert([beleg], date(2028, 2, 29)).belege == (beleg,)


def test_only_contrary_views_are_named() -> None:
    anders = {(s, b) for s in Selbsteinschaetzung for b in Band if sieht_es_anders(s, b)}
    assert anders == {
        (Selbsteinschaetzung.SICHER, Band.UEBEN),
        (Selbsteinschaetzung.NOCH_NICHT, Band.SICHER),
    }
