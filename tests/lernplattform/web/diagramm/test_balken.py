"""A bar says what its figures say, on every width."""

from itertools import pairwise

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from lernplattform.web.diagramm.balken import teile_balken

WERTE = st.lists(st.integers(min_value=0, max_value=5000), min_size=1, max_size=6)


@given(WERTE, st.integers(min_value=0, max_value=20000))
def test_the_parts_stay_in_the_frame_and_touch_without_overlap(
    werte: list[int], ganzes: int
) -> None:
    teile = teile_balken(werte, ganzes)
    assert teile[0].ab == 0
    for vorher, nachher in pairwise(teile):
        assert nachher.ab == pytest.approx(vorher.ab + vorher.breite, abs=0.002)
    assert all(0 <= teil.ab <= teil.ab + teil.breite <= 100.002 for teil in teile)


@given(WERTE.filter(any))
def test_the_shares_of_a_whole_bar_sum_to_a_hundred(werte: list[int]) -> None:
    teile = teile_balken(werte)
    assert sum(teil.breite for teil in teile) == pytest.approx(100, abs=0.01)
    for wert, teil in zip(werte, teile, strict=True):
        assert teil.breite == pytest.approx(100 * wert / sum(werte), abs=0.002)


@given(WERTE)
def test_a_larger_figure_never_has_a_shorter_part(werte: list[int]) -> None:
    laengen = {teil.wert: teil.breite for teil in teile_balken(werte)}
    geordnet = [laengen[wert] for wert in sorted(laengen)]
    assert all(a <= b + 0.002 for a, b in pairwise(geordnet))


def test_nothing_to_show_is_a_bar_without_length() -> None:
    assert [teil.breite for teil in teile_balken([0, 0])] == [0, 0]


def test_a_bar_may_be_a_part_of_the_longest() -> None:
    (teil,) = teile_balken([5], ganzes=20)
    assert (teil.breite, teil.mitte) == (25, 12.5)


def test_a_part_too_narrow_for_its_figure_says_so() -> None:
    assert [teil.fasst_zahl for teil in teile_balken([1, 99])] == [False, True]


def test_three_digits_need_more_room_than_two() -> None:
    assert [teil.fasst_zahl for teil in teile_balken([100, 900])] == [False, True]
    assert [teil.fasst_zahl for teil in teile_balken([10, 90])] == [True, True]


@given(WERTE)
def test_every_figure_stands_in_the_bar_or_beside_it(werte: list[int]) -> None:
    for teil in teile_balken(werte):
        assert teil.wert == 0 or teil.fasst_zahl != teil.zahl_daneben


def test_beside_the_bar_a_figure_has_the_pattern_of_its_part(app: Flask) -> None:
    with app.test_request_context():
        macro = app.jinja_env.get_template("components/diagramm.html").module.balken
        teile = [{"art": "voll", "text": "ja"}, {"art": "streifen", "text": "halb"}]
        reihen = [{"text": "Eins", "werte": [98, 2]}, {"text": "Zwei", "werte": [50, 50]}]
        bild = fromstring(macro("b", "Titel", "Text", "Wer", teile, reihen))
    (daneben,) = bild.find_class("lp-balken-rest")
    assert daneben.text_content().split() == ["2"]
    assert [r.get("class") for r in daneben.iter("rect")] == ["lp-flaeche-streifen"]


def test_a_negative_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        teile_balken([3, -1])
