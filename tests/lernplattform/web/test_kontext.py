"""The navigation knows whose it is and where the page lies."""

import re

import pytest
from flask import Flask

from lernplattform.models.person import Rolle
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch


def _marken(html: str) -> list[tuple[str, str]]:
    return re.findall(r'aria-current="(\w+)">([^<]+)</a>', html)


@pytest.fixture
def koordination(app: Flask) -> Besuch:
    spiele_beispiel_ein()
    return Besuch(app).melde_an(mache_person(Rolle.KOORDINATION))


@pytest.mark.parametrize(
    ("pfad", "erwartet"),
    [
        ("/koordination/", [("page", "Menschen")]),
        ("/koordination/einladen", [("true", "Menschen")]),
        ("/koordination/gruppen/", [("page", "Gruppen")]),
        ("/koordination/gruppen/neu", [("true", "Gruppen")]),
        ("/konto/", [("page", "Ich")]),
        ("/pruefen/", []),
    ],
)
def test_the_area_of_a_page_is_marked_once(
    koordination: Besuch, pfad: str, erwartet: list[tuple[str, str]]
) -> None:
    koordination.oeffne(pfad)
    assert _marken(koordination.html) == erwartet


def test_each_role_sees_its_own_areas(koordination: Besuch) -> None:
    koordination.oeffne("/konto/")
    assert "Lernweg" not in koordination.html
    assert "Verwaltung</a>" not in koordination.html


def test_nobody_signed_in_sees_no_navigation(app: Flask) -> None:
    besuch = Besuch(app)
    besuch.oeffne("/login")
    assert "Hauptnavigation" not in besuch.html
