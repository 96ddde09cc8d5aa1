"""The navigation knows whose it is and where the page lies."""

import re

import pytest
from flask import Flask

from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Rolle
from lernplattform.web.navigation import BEREICHE, FUER_ALLE, Bereich
from tests.fabrik import gib_rolle, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite


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


def _besuch(app: Flask, *rollen: Rolle) -> Besuch:
    ort = mache_standort()
    person = mache_person(rollen[0], ort)
    with transaktion():
        for rolle in rollen[1:]:
            gib_rolle(person, rolle, None if rolle is Rolle.VERWALTUNG else ort)
    return Besuch(app).melde_an(person)


def _tabs(besuch: Besuch, pfad: str) -> list[str]:
    besuch.oeffne(pfad)
    tabs = re.search(r'<nav class="lp-tabs".*?</nav>', besuch.html, re.S)
    assert tabs
    return re.findall(r">([^<]+)</a>", tabs[0])


def _bereiche(besuch: Besuch) -> list[str]:
    auswahl = re.search(r'<details class="lp-bereiche".*?</details>', besuch.html, re.S)
    return re.findall(r">([^<]+)</a>", auswahl[0]) if auswahl else []


def test_whoever_has_one_area_has_nothing_to_change_to(koordination: Besuch) -> None:
    assert _tabs(koordination, "/koordination/") == ["Menschen", "Gruppen", "Seminare", "Ich"]
    assert _bereiche(koordination) == []


def test_somebody_with_every_duty_sees_the_tabs_of_one_area_and_all_areas(app: Flask) -> None:
    spiele_beispiel_ein()
    besuch = _besuch(app, *Rolle)
    assert _tabs(besuch, "/lernen/") == ["Lernweg", "Seminare", "Ich"]
    assert _bereiche(besuch) == ["Lernen", "Begleitung", "Koordination", "Verwaltung"]
    assert ("true", "Lernen") in _marken(besuch.html)
    assert _tabs(besuch, "/koordination/seminare/") == ["Menschen", "Gruppen", "Seminare", "Ich"]
    assert ("page", "Seminare") in _marken(besuch.html)


def test_the_account_keeps_the_tabs_of_the_last_duty(app: Flask) -> None:
    besuch = _besuch(app, Rolle.LOTSE, Rolle.TRAINER)
    assert _tabs(besuch, "/konto/") == ["Begleitung", "Reflexionen", "Ich"]
    assert ("true", "Begleitung") in _marken(besuch.html)


@pytest.mark.parametrize("bereich", BEREICHE, ids=lambda bereich: str(bereich.rolle))
def test_no_area_has_more_tabs_than_a_phone_shows_at_once(bereich: Bereich) -> None:
    assert len(bereich.eintraege) + len(FUER_ALLE) <= 4
