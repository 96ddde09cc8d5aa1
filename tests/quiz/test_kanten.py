from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.kanten import Kantenbild, kantenbild


def test_large_cells_are_shown_as_they_are_and_so_is_an_option_nobody_chose() -> None:
    gewaehlt = {"gut": 12, "falsch": 6, "vertretbar": 0}
    assert kantenbild(gewaehlt, {"gut"}) == Kantenbild(18, 12, 6, gewaehlt)


@pytest.mark.parametrize("gewaehlt", [{"gut": 4, "falsch": 0}, {"gut": 0, "falsch": 0}, {}])
def test_fewer_than_five_answers_are_not_shown(gewaehlt: Mapping[str, int]) -> None:
    assert kantenbild(gewaehlt, {"gut"}) is None


@pytest.mark.parametrize(
    ("gewaehlt", "warum"),
    [
        ({"gut": 20, "falsch": 6, "vertretbar": 2}, "a single small cell follows from the sum"),
        (
            {"gut": 20, "falsch": 4, "vertretbar": 4},
            "two cells that are as large as small ones get",
        ),
    ],
)
def test_a_small_cell_that_can_be_derived_leaves_only_good_and_other(
    gewaehlt: Mapping[str, int], warum: str
) -> None:
    bild = kantenbild(gewaehlt, {"gut"})
    assert bild is not None, warum
    assert (bild.gut, bild.andere, bild.kanten) == (20, 8, {})


def test_several_small_cells_are_kept_back_together_with_the_empty_one() -> None:
    bild = kantenbild({"gut": 20, "a": 2, "b": 1, "c": 0}, {"gut"})
    assert bild is not None
    assert bild.kanten == {"gut": 20, "a": None, "b": None, "c": None}


def test_a_poor_choice_that_all_made_is_shown_from_ten_on() -> None:
    assert kantenbild({"gut": 0, "falsch": 9}, {"gut"}) is None
    assert kantenbild({"gut": 0, "falsch": 10}, {"gut"}) is not None
    assert kantenbild({"gut": 5, "falsch": 0}, {"gut"}) is not None


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4))
def test_no_number_that_is_kept_back_can_be_worked_out(anzahlen: list[int]) -> None:
    gewaehlt = {f"o{nummer}": anzahl for nummer, anzahl in enumerate(anzahlen)}
    bild = kantenbild(gewaehlt, {"o0"})
    assume(bild is not None)
    assert bild is not None
    verdeckt = [option for option, anzahl in bild.kanten.items() if anzahl is None]
    assert all(n is None or n == 0 or n >= 5 for n in bild.kanten.values())
    rest = bild.n - sum(n for n in bild.kanten.values() if n is not None)
    for option in verdeckt:
        moeglich = [v for v in range(5) if 0 <= rest - v <= 4 * (len(verdeckt) - 1)]
        assert len(moeglich) > 1, option
