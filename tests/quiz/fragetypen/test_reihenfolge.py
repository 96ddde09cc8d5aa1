from fractions import Fraction
from itertools import permutations

import pytest

from quiz.fragen import Eingabe, Frage, Fragetyp
from quiz.fragetypen import reihenfolge
from quiz.fragetypen.vertrag import Eingabefehler, UngueltigeEingabe
from quiz.mangel import MangelCode

FRAGE = Frage(Fragetyp.REIHENFOLGE, "", schritte=("a", "b", "c", "d"))


@pytest.mark.parametrize(
    ("reihe", "wert"),
    [
        ((0, 1, 2, 3), 1),
        ((1, 0, 2, 3), "2/3"),
        ((1, 0, 3, 2), "1/3"),
        ((3, 0, 1, 2), 0),
        ((3, 2, 1, 0), 0),
    ],
)
def test_the_value_is_the_share_of_right_pairs_above_chance(
    reihe: tuple[int, ...], wert: int | str
) -> None:
    assert reihenfolge.bewerte(FRAGE, Eingabe(reihenfolge=reihe)).wert == Fraction(wert)


def test_half_of_all_orders_is_worth_nothing() -> None:
    werte = [
        reihenfolge.bewerte(FRAGE, Eingabe(reihenfolge=r)).wert for r in permutations(range(4))
    ]
    assert sum(wert == 0 for wert in werte) >= 12
    assert sum(wert == 1 for wert in werte) == 1


@pytest.mark.parametrize("reihe", [(), (0, 1, 2), (0, 1, 2, 2), (1, 2, 3, 4), (0, 1, 2, 3, 4)])
def test_what_is_no_permutation_is_refused(reihe: tuple[int, ...]) -> None:
    with pytest.raises(UngueltigeEingabe) as fehler:
        reihenfolge.pruefe(FRAGE, Eingabe(reihenfolge=reihe))
    assert fehler.value.code is Eingabefehler.KEINE_PERMUTATION


def test_a_single_step_has_no_order_and_still_no_crash() -> None:
    einer = Frage(Fragetyp.REIHENFOLGE, "", schritte=("a",))
    assert list(reihenfolge.maengel(einer)) == [MangelCode.ZU_WENIG_SCHRITTE]
    assert reihenfolge.bewerte(einer, Eingabe(reihenfolge=(0,))).wert == 0
