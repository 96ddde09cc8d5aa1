"""Lists of the staff change in place, and the keyboard stays where it was."""

import pytest
from playwright.sync_api import Page, expect

from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import Standort
from tests.browser.chromium import Aufzeichnung
from tests.browser.server import Buehne
from tests.browser.tastatur import Tastatur
from tests.fabrik import mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

REIHEN = "#treffer tbody tr"


@pytest.fixture
def standort(buehne: Buehne) -> Standort:
    spiele_beispiel_ein()
    standort = mache_standort()
    for name in ("Amira", "Bilal", "Chiara"):
        mache_person(standort=standort, vorname=name)
    return standort


@pytest.fixture
def koordination(standort: Standort) -> Person:
    return mache_person(Rolle.KOORDINATION, standort)


@pytest.fixture
def page(buehne: Buehne, koordination: Person) -> Page:
    page = buehne.fenster(koordination.id).new_page()
    page.goto("/koordination/")
    page.evaluate("window.geblieben = true")
    return page


def test_typing_filters_and_says_how_many_while_the_focus_stays(page: Page) -> None:
    aufzeichnung = Aufzeichnung()
    aufzeichnung.zeichne_auf(page)
    tastatur = Tastatur(page)
    tastatur.tabbe_zu("Name oder E-Mail-Adresse")
    tastatur.schreibe("bil")
    expect(page.locator(REIHEN)).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="1 Person")).to_have_count(1)
    expect(page.get_by_label("Name oder E-Mail-Adresse")).to_be_focused()
    expect(page.get_by_label("Name oder E-Mail-Adresse")).to_have_value("bil")
    expect(page.get_by_role("link", name="Alle zeigen")).to_be_visible()
    assert "suche=bil" in page.url
    assert page.evaluate("window.geblieben")
    assert aufzeichnung.meldungen == []


def test_a_filter_that_finds_nobody_says_so_and_back_brings_the_list_again(page: Page) -> None:
    page.get_by_label("Name oder E-Mail-Adresse").fill("niemand")
    expect(page.locator("#filter-ergebnis")).to_contain_text("Niemand passt zu dieser Suche.")
    page.go_back()
    expect(page.locator(REIHEN)).to_have_count(3)


def test_the_address_alone_shows_the_same_list(page: Page) -> None:
    page.get_by_label("Stand", exact=True).select_option("vollstaendig")
    expect(page.locator(REIHEN)).to_have_count(0)
    expect(page.get_by_label("Stand", exact=True)).to_have_value("vollstaendig")
    page.reload()
    expect(page.locator(REIHEN)).to_have_count(0)
    assert "stand=vollstaendig" in page.url


def test_a_session_that_ended_leads_to_the_login_and_back_to_the_filter(page: Page) -> None:
    page.context.clear_cookies()
    page.get_by_label("Name oder E-Mail-Adresse").fill("bil")
    page.get_by_role("button", name="Anmelden").wait_for()
    assert "weiter=" in page.url
    assert "bil" in page.url


def test_more_rows_are_added_and_the_keyboard_goes_on_at_the_first_of_them(
    page: Page, standort: Standort
) -> None:
    for nummer in range(60):
        mache_person(standort=standort, vorname=f"Person {nummer:02}")
    page.reload()
    schon = page.locator(REIHEN).count()
    page.get_by_role("link", name="Weitere anzeigen").click()
    expect(page.locator(REIHEN)).not_to_have_count(schon)
    assert page.locator(REIHEN).count() == 63
    expect(page.locator(REIHEN).nth(schon).get_by_role("link")).to_be_focused()
    expect(page.get_by_role("link", name="Weitere anzeigen")).to_have_count(0)
