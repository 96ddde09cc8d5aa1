"""Before an act that is hard to undo: a dialog that is easy to leave, and news that are found."""

import pytest
from playwright.sync_api import Page, expect

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import Anmeldung, AnmeldungStatus
from tests.browser.axe import barrieren
from tests.browser.chromium import Aufzeichnung
from tests.browser.server import Buehne
from tests.browser.tastatur import Tastatur
from tests.browser.welt import naechsten_monat
from tests.fabrik import mache_person, mache_seminar, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

ABSAGEN, JA = "Nicht mehr teilnehmen", "Ja, ich nehme nicht mehr teil"


@pytest.fixture
def page(buehne: Buehne) -> Page:
    """At a Seminar that is open to this Lotsin; a mark tells whether the page was loaded anew."""
    spiele_beispiel_ein()
    standort = mache_standort()
    lotsin = mache_person(standort=standort)
    setze_stand(lotsin, QualifizierungStand.VOLLSTAENDIG)
    seminar = mache_seminar(standort, naechsten_monat(clock.jetzt()))
    page = buehne.fenster(lotsin.id).new_page()
    page.goto(f"/seminare/{seminar.id}/")
    page.evaluate("window.geblieben = true")
    return page


def stand() -> list[AnmeldungStatus]:
    db.session.rollback()
    return [anmeldung.status for anmeldung in db.session.query(Anmeldung)]


def melde_an(page: Page) -> Tastatur:
    tastatur = Tastatur(page)
    tastatur.tabbe_zu("Ich möchte teilnehmen")
    tastatur.druecke()
    expect(page.locator("#meldungen > *")).to_contain_text("Sie haben einen Platz.")
    return tastatur


def test_signing_up_and_off_goes_by_keyboard_and_the_focus_is_on_the_news(page: Page) -> None:
    aufzeichnung = Aufzeichnung()
    aufzeichnung.zeichne_auf(page)
    tastatur = melde_an(page)
    expect(page.locator("#meldungen > *")).to_be_focused()
    assert stand() == [AnmeldungStatus.BESTAETIGT]
    tastatur.tabbe_zu(ABSAGEN)
    tastatur.druecke()
    tastatur.tabbe_zu(JA)
    tastatur.druecke()
    expect(page.locator("#meldungen > *")).to_contain_text("Sie nehmen nicht mehr teil.")
    expect(page.locator("#meldungen > *")).to_be_focused()
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Ich möchte teilnehmen")).to_be_visible()
    assert stand() == [AnmeldungStatus.ABGEMELDET]
    assert page.evaluate("window.geblieben")
    assert aufzeichnung.meldungen == []


def test_the_dialog_begins_at_the_safe_choice_and_escape_leads_back(page: Page) -> None:
    tastatur = melde_an(page)
    for schliessen in ("Enter", "Escape"):
        tastatur.tabbe_zu(ABSAGEN)
        tastatur.druecke()
        expect(page.get_by_role("alertdialog", name=ABSAGEN)).to_be_visible()
        assert tastatur.hier() == ("button", "Zurück")
        assert barrieren(page) == []
        tastatur.druecke(schliessen)
        expect(page.get_by_role("alertdialog")).to_have_count(0)
        assert tastatur.hier() == ("summary", ABSAGEN)
        page.keyboard.press("Shift+Tab")
    assert stand() == [AnmeldungStatus.BESTAETIGT]


def test_a_lost_connection_closes_it_and_the_focus_is_on_the_message(page: Page) -> None:
    tastatur = melde_an(page)
    page.route("**/abmelden", lambda route: route.abort())
    tastatur.tabbe_zu(ABSAGEN)
    tastatur.druecke()
    tastatur.tabbe_zu(JA)
    tastatur.druecke()
    expect(page.locator("#meldungen > *")).to_contain_text("nicht zu erreichen")
    expect(page.locator("#meldungen > *")).to_be_focused()
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    assert stand() == [AnmeldungStatus.BESTAETIGT]
