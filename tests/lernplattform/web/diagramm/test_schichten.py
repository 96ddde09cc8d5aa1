"""Layers lead on: no line goes back, and none goes through somebody else's place."""

from graphlib import CycleError

import pytest

from lernplattform.web.diagramm.schichten import lege_schichten


def _kanten(*paare: str) -> list[dict[str, str]]:
    return [{"von": paar[0], "nach": paar[1]} for paar in paare]


def test_a_knoten_stands_behind_the_longest_way_to_it() -> None:
    assert lege_schichten("abc", _kanten("ab", "bc", "ac"))[2] == ["c"]


def test_a_long_kante_keeps_a_place_in_each_layer_that_it_passes() -> None:
    assert lege_schichten("abc", _kanten("ab", "bc", "ac")) == [["a"], ["b", (2, 1)], ["c"]]


def test_places_stand_beside_where_they_come_from() -> None:
    """Drawn in the given order, the lines a–d and b–c would cross."""
    assert lege_schichten("abcd", _kanten("ad", "bc")) == [["a", "b"], ["d", "c"]]


def test_a_circle_is_refused() -> None:
    with pytest.raises(CycleError):
        lege_schichten("ab", _kanten("ab", "ba"))


def test_nothing_has_no_layers() -> None:
    assert lege_schichten("", []) == []
