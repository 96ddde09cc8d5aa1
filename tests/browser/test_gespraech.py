"""A Szenario with scripts: only the conversation is exchanged, and the focus goes to the news."""

import pytest
from playwright.sync_api import Page, Route, expect

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Antwort
from lernplattform.models.person import Person
from lernplattform.services.sitzung import beende_alle_sitzungen
from tests.browser.chromium import Aufzeichnung
from tests.browser.server import Buehne
from tests.browser.tastatur import Tastatur
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.spiel import starte

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

SZENARIO = "/lernen/modul/vertrauen/szenario/fuenf-fragen/"
GUT = "Sie erzählen nur, was Lotsinnen allgemein tun."
FOLGE = "Was dann geschieht"


@pytest.fixture
def lotsin(app: object) -> Person:
    spiele_beispiel_ein()
    return mache_person()


@pytest.fixture
def lauf(lotsin: Person) -> int:
    return starte(spiele_beispiel_ein(), lotsin.id, "fuenf-fragen")


@pytest.fixture
def page(buehne: Buehne, lotsin: Person, lauf: int) -> Page:
    """At the first question; a mark in the window tells whether the page was ever loaded anew."""
    page = buehne.fenster(lotsin.id).new_page()
    page.goto(f"/lernen/durchlauf/{lauf}/")
    page.evaluate("window.geblieben = true")
    return page


def ist_geblieben(page: Page) -> bool:
    return bool(page.evaluate("window.geblieben === true"))


def entscheide(page: Page) -> None:
    page.get_by_label(GUT).check()
    page.get_by_role("button", name="Entscheiden").click()


def gespeichert() -> list[int]:
    db.session.rollback()
    return [antwort.schritt for antwort in db.session.query(Antwort)]


def test_by_keyboard_the_focus_is_on_the_news_after_every_swap(page: Page, lauf: int) -> None:
    aufzeichnung = Aufzeichnung()
    aufzeichnung.zeichne_auf(page)
    tastatur = Tastatur(page)
    tastatur.tabbe_zu("Entscheiden")
    tastatur.druecke()
    expect(page.locator(".lp-fehlersumme")).to_be_focused()
    tastatur.tabbe_zu(GUT)
    tastatur.druecke("Space")
    tastatur.tabbe_zu("Entscheiden")
    tastatur.druecke()
    expect(page.get_by_role("heading", name=FOLGE)).to_be_focused()
    assert page.url.endswith(f"/lernen/durchlauf/{lauf}/schritt/1/")
    tastatur.tabbe_zu("Weiter")
    tastatur.druecke()
    expect(page.locator(".lp-szene")).to_be_focused()
    assert page.url.endswith(f"/lernen/durchlauf/{lauf}/")
    assert ist_geblieben(page)
    assert (aufzeichnung.fremde, aufzeichnung.meldungen) == ([], [])
    assert gespeichert() == [0]


def test_a_lost_connection_is_told_and_the_choice_stays(page: Page) -> None:
    page.route("**/antwort", lambda route: route.abort())
    entscheide(page)
    expect(page.locator("#meldungen")).to_contain_text("nicht zu erreichen")
    assert page.get_by_label(GUT).is_checked()
    assert gespeichert() == []


@pytest.mark.parametrize("status", [409, 429, 500, 503])
def test_an_error_takes_the_place_of_the_page_and_a_reload_brings_it_back(
    page: Page, status: int
) -> None:
    def antworte(route: Route) -> None:
        route.fulfill(
            status=status, body="<html><body><h1>Das geht gerade nicht</h1></body></html>"
        )

    page.route("**/antwort", antworte)
    entscheide(page)
    expect(page.get_by_role("heading", name="Das geht gerade nicht")).to_be_focused()
    page.reload()
    expect(page.get_by_role("button", name="Entscheiden")).to_be_visible()


def test_a_session_that_ended_leads_to_the_login_as_a_page_of_its_own(
    page: Page, lotsin: Person, lauf: int
) -> None:
    with transaktion():
        beende_alle_sitzungen(lotsin.id)
    entscheide(page)
    expect(page.get_by_role("button", name="Anmelden")).to_be_visible()
    assert not ist_geblieben(page)
    assert page.locator("#gespraech").count() == 0
    assert page.url.endswith(f"/login?weiter=/lernen/durchlauf/{lauf}/")
