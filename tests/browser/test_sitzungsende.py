"""Before a session ends people are warned, and what they typed waits for them alone."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.sitzung import Sitzung
from lernplattform.services.sitzung import beende_alle_sitzungen, halte_sitzung
from tests.browser.server import Buehne
from tests.browser.welt import oeffne_plattform
from tests.fabrik import PASSWORT, mache_person
from tests.katalog import spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

LEKTION = "/lernen/modul/ankommen/lektion/willkommen/"
GEDANKE = "Ich höre zuerst zu."
RUHE = 240  # seconds
BLEIBEN = "Angemeldet bleiben"


@pytest.fixture
def app_config() -> dict[str, Any]:
    return {"SITZUNG_RUHEDAUER": timedelta(seconds=RUHE)}


@pytest.fixture
def lotsin(buehne: Buehne) -> Person:
    spiele_beispiel_ein()
    oeffne_plattform(mache_person(Rolle.VERWALTUNG))
    return mache_person()


def nach(buehne: Buehne, person: Person, sekunden: int, begonnen: int = 0) -> Page:
    """The Lektion in the window of somebody who did nothing for so long."""
    fenster = buehne.fenster(person.id)
    zurueck(person, sekunden, begonnen)
    page = fenster.new_page()
    page.goto(LEKTION)
    return page


def zurueck(person: Person, sekunden: int, begonnen: int = 0) -> None:
    jetzt = clock.jetzt()
    with transaktion():
        sitzung = db.session.query(Sitzung).filter_by(person_id=person.id).one()
        sitzung.zuletzt_am = jetzt - timedelta(seconds=sekunden)
        sitzung.begonnen_am = jetzt - timedelta(seconds=begonnen)


def melde_an(page: Page, person: Person) -> None:
    page.get_by_label("E-Mail").fill(str(person.email))
    page.get_by_label("Passwort").fill(PASSWORT)
    page.get_by_role("button", name="Anmelden").click()


def gedanken(page: Page) -> Any:
    return page.locator("main textarea").first


def entwuerfe(page: Page) -> int:
    anzahl = "Object.keys(sessionStorage).filter((k) => k.startsWith('lp-entwurf:')).length"
    return int(page.evaluate(anzahl))


def warte_auf_entwurf(page: Page) -> None:
    """A draft is stored a moment after the last key."""
    for _ in range(50):
        if entwuerfe(page):
            return
        page.wait_for_timeout(100)
    raise AssertionError("no draft was stored")


def test_nobody_is_warned_while_there_is_time(buehne: Buehne, lotsin: Person) -> None:
    page = buehne.fenster(lotsin.id).new_page()
    page.clock.install(time=clock.jetzt())
    page.goto(LEKTION)
    gefragt: list[str] = []
    page.on("request", lambda anfrage: gefragt.append(anfrage.url))
    page.clock.run_for((RUHE - 180 - 10) * 1000)
    page.evaluate("fetch('/healthz')")
    assert gefragt[-1].endswith("/healthz")
    rest = str(page.locator("#sitzungsende").get_attribute("data-rest-url"))
    assert [url for url in gefragt if url.endswith(rest)] == []
    expect(page.locator("#sitzungsende")).to_be_hidden()


def test_the_warning_takes_the_focus_prolongs_and_gives_it_back(
    buehne: Buehne, lotsin: Person
) -> None:
    page = nach(buehne, lotsin, 0)
    gedanken(page).focus()
    zurueck(lotsin, RUHE - 170)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    warnung = page.get_by_role("alertdialog", name="Ihre Sitzung endet in 2 Minuten.")
    expect(warnung).to_be_visible()
    expect(page.get_by_role("button", name=BLEIBEN)).to_be_focused()
    page.keyboard.press("Enter")
    expect(warnung).to_be_hidden()
    expect(gedanken(page)).to_be_focused()
    db.session.rollback()
    sitzung = db.session.query(Sitzung).filter_by(person_id=lotsin.id).one()
    assert clock.jetzt() - sitzung.zuletzt_am < timedelta(seconds=30)


def test_escape_means_that_somebody_is_there(buehne: Buehne, lotsin: Person) -> None:
    page = nach(buehne, lotsin, RUHE - 170)
    expect(page.locator("#sitzungsende")).to_be_visible()
    with page.expect_response(lambda antwort: antwort.request.method == "POST"):
        page.keyboard.press("Escape")
    expect(page.locator("#sitzungsende")).to_be_hidden()


def test_another_tab_that_goes_on_makes_the_warning_go(buehne: Buehne, lotsin: Person) -> None:
    page = buehne.fenster(lotsin.id).new_page()
    page.clock.install()
    zurueck(lotsin, RUHE - 170)
    page.goto(LEKTION)
    expect(page.locator("#sitzungsende")).to_be_visible()
    sitzung_id = db.session.query(Sitzung.id).filter_by(person_id=lotsin.id).scalar()
    with transaktion():
        halte_sitzung(sitzung_id, clock.jetzt())
    page.clock.fast_forward(25_000)
    expect(page.locator("#sitzungsende")).to_be_hidden()


def test_the_longest_duration_cannot_be_prolonged_and_says_so(
    buehne: Buehne, lotsin: Person
) -> None:
    page = nach(buehne, lotsin, 0, begonnen=12 * 3600 - 150)
    warnung = page.get_by_role("alertdialog")
    expect(warnung).to_contain_text("So lange kann niemand")
    assert page.get_by_role("button", name=BLEIBEN).count() == 0
    page.get_by_role("link", name="Neu anmelden").click()
    melde_an(page, lotsin)
    expect(page).to_have_url(buehne.adresse + LEKTION)
    expect(page.locator("#sitzungsende")).to_be_hidden()


def test_what_was_typed_is_there_after_signing_in_again(buehne: Buehne, lotsin: Person) -> None:
    page = nach(buehne, lotsin, 0)
    gedanken(page).fill(GEDANKE)
    with transaktion():
        beende_alle_sitzungen(lotsin.id)
    page.get_by_role("button", name="Gedanken speichern").first.click()
    melde_an(page, lotsin)
    expect(page).to_have_url(buehne.adresse + LEKTION)
    expect(gedanken(page)).to_have_value(GEDANKE)
    expect(page.locator(".lp-entwurf").first).to_contain_text("noch nicht abgeschickt")
    page.get_by_role("button", name="Gedanken speichern").first.click()
    expect(page.locator("#toasts")).to_contain_text("gespeichert")
    assert entwuerfe(page) == 0


def test_the_end_itself_leads_to_the_login_and_keeps_the_words(
    buehne: Buehne, lotsin: Person
) -> None:
    page = nach(buehne, lotsin, 0)
    gedanken(page).fill(GEDANKE)
    warte_auf_entwurf(page)
    zurueck(lotsin, RUHE - 5)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.get_by_role("alertdialog")).to_contain_text("weniger als einer Minute")
    page.get_by_role("button", name="Anmelden", exact=True).wait_for()
    assert page.url.endswith("weiter=" + LEKTION.replace("/", "%2F"))
    assert entwuerfe(page) == 1


def test_nobody_else_finds_the_words_in_the_same_tab(buehne: Buehne, lotsin: Person) -> None:
    andere = mache_person()
    page = nach(buehne, lotsin, 0)
    gedanken(page).fill(GEDANKE)
    with transaktion():
        beende_alle_sitzungen(lotsin.id)
    page.goto(LEKTION)
    melde_an(page, andere)
    expect(page).to_have_url(buehne.adresse + LEKTION)
    expect(gedanken(page)).to_have_value("")
    assert page.locator(".lp-entwurf").count() == 0
    assert entwuerfe(page) == 0


def test_after_a_day_the_words_of_an_expired_session_are_gone(
    buehne: Buehne, lotsin: Person
) -> None:
    page = buehne.fenster(lotsin.id).new_page()
    page.clock.install()
    page.goto(LEKTION)
    gedanken(page).fill(GEDANKE)
    page.clock.run_for(1_000)
    with transaktion():
        beende_alle_sitzungen(lotsin.id)
    page.goto("/login")
    page.clock.fast_forward("23:00:00")
    assert entwuerfe(page) == 1
    page.clock.fast_forward("01:00:00")
    assert entwuerfe(page) == 0


def test_signing_out_forgets_the_words(buehne: Buehne, lotsin: Person) -> None:
    page = nach(buehne, lotsin, 0)
    gedanken(page).fill(GEDANKE)
    warte_auf_entwurf(page)
    page.goto("/konto/")
    page.locator("main").get_by_role("button", name="Abmelden").click()
    page.get_by_text("Sie sind abgemeldet").wait_for()
    assert entwuerfe(page) == 0


def test_a_password_is_never_kept(buehne: Buehne, lotsin: Person) -> None:
    page = buehne.fenster(lotsin.id).new_page()
    page.clock.install(time=clock.jetzt())
    page.goto("/konto/")
    page.get_by_label("jetziges Passwort").fill("streng geheim")
    page.clock.run_for(5_000)
    assert entwuerfe(page) == 0
