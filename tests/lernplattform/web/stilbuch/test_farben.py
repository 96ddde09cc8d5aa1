"""The colours stand out as far as WCAG 2.2 asks, in light and in dark."""

import pytest
from flask import Flask

from lernplattform.web.stilbuch.farben import PAARE, Paar, _hex, _linear, kontraste, symbole

pytestmark = pytest.mark.nur_sqlite


def test_a_known_colour_becomes_what_browsers_show() -> None:
    assert _hex(_linear("oklch(100% 0 0)")) == "#ffffff"
    assert _hex(_linear("oklch(0% 0 0)")) == "#000000"
    assert _hex(_linear("oklch(42.84% .1689 265.02)")) == "#2044aa"


def test_white_on_black_has_the_greatest_contrast_there_is(app: Flask) -> None:
    werte = {k.verhaeltnis for _paar, beide in kontraste() for k in beide}
    assert max(werte) <= 21
    assert min(werte) >= 1


@pytest.mark.parametrize("paar", PAARE, ids=lambda paar: paar.name)
def test_it_stands_out_in_light_and_in_dark(app: Flask, paar: Paar) -> None:
    (beide,) = [werte for gemeint, werte in kontraste() if gemeint == paar]
    assert [k.thema for k in beide] == ["light", "dark"]
    for kontrast in beide:
        assert kontrast.verhaeltnis >= paar.wenigstens, kontrast


def test_the_icons_are_known_by_name(app: Flask) -> None:
    namen = symbole()
    assert {"check", "close", "download"} <= set(namen)
    assert "small" not in namen
