"""The navigation knows whose it is and where the page lies."""

import re

import pytest
from flask import Flask

from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Rolle
from tests.fabrik import gib_rolle, mache_person, mache_standort
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


def _eintraege(app: Flask, *rollen: Rolle) -> list[str]:
    ort = mache_standort()
    person = mache_person(rollen[0], ort)
    with transaktion():
        for rolle in rollen[1:]:
            gib_rolle(person, rolle, ort)
    besuch = Besuch(app).melde_an(person)
    besuch.oeffne("/konto/")
    navigation = re.search(r"<nav class=\"lp-tabs\".*?</nav>", besuch.html, re.S)
    assert navigation
    assert ("zwei-reihen" in besuch.html) == (navigation[0].count("<a ") > 5)
    return re.findall(r">([^<]+)</a>", navigation[0])


def test_planning_seminare_has_a_short_word_that_no_other_entry_has(
    app: Flask, koordination: Besuch
) -> None:
    assert _eintraege(app, Rolle.KOORDINATION) == ["Menschen", "Gruppen", "Seminare", "Ich"]
    beides = _eintraege(app, Rolle.KOORDINATION, Rolle.LOTSE)
    assert beides == ["Lernweg", "Seminare", "Menschen", "Gruppen", "Planen", "Ich"]
