"""Confirmations stand in the corner for a while; whatever needs an answer stays in the page."""

import pytest
from playwright.sync_api import Page, expect

from lernplattform.core import clock
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.services.anmeldung import melde_an
from tests.angemeldet import als
from tests.browser.axe import barrieren
from tests.browser.server import Buehne
from tests.browser.tastatur import Tastatur
from tests.browser.welt import naechsten_monat
from tests.fabrik import mache_person, mache_seminar, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

LEKTION = "/lernen/modul/ankommen/lektion/willkommen/"
TELEFON = {"width": 360, "height": 640}
VERDECKT = """() => {
  const [e, t] = [document.activeElement, document.getElementById("toasts")];
  if (e === document.body || t.contains(e)) return false;
  const [a, b] = [e.getBoundingClientRect(), t.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}"""
ABSTAND = """() => {
  const t = document.getElementById("toasts").getBoundingClientRect();
  const k = document.querySelector("main .kern-btn--primary").getBoundingClientRect();
  return Math.max(k.top - t.bottom, t.top - k.bottom);
}"""
ORT = "(e) => { const r = e.getBoundingClientRect(); return [r.left, innerWidth - r.right] }"


@pytest.fixture
def lotsin(buehne: Buehne) -> Person:
    spiele_beispiel_ein()
    return mache_person()


def schliesse_ab(
    buehne: Buehne, person: Person, sprache: str = "de", hoehe: int = TELEFON["height"]
) -> Page:
    """Right after "Verstanden", with a clock that the test turns."""
    page = buehne.fenster(person.id, sprache).new_page()
    page.set_viewport_size({**TELEFON, "height": hoehe})
    page.clock.install(time=clock.jetzt())
    page.goto(LEKTION)
    page.locator("form[action$=verstanden] button").click()
    page.locator("#toasts .lp-hinweis").wait_for()
    return page


def bald(page: Page, bedingung: str) -> bool:
    """Scrolling ends when the machine has the time for it."""
    return any(page.evaluate(bedingung) or page.wait_for_timeout(20) for _ in range(50))


def test_a_confirmation_is_a_toast_announced_politely_and_without_barriers(
    buehne: Buehne, lotsin: Person
) -> None:
    page = schliesse_ab(buehne, lotsin)
    expect(page.get_by_role("status").filter(has_text="Geschafft: Willkommen im Team")).to_have_id(
        "toasts"
    )
    assert page.locator("#meldungen").inner_text().strip() == ""
    assert barrieren(page) == []


def test_it_stays_long_enough_and_as_long_as_somebody_points_at_it(
    buehne: Buehne, lotsin: Person
) -> None:
    page = schliesse_ab(buehne, lotsin)
    toast = page.locator("#toasts .lp-toast")
    page.clock.run_for(8_000)
    expect(toast).to_be_visible()
    toast.hover()
    page.clock.run_for(30_000)
    expect(toast).to_be_visible()
    page.mouse.move(5, 5)
    page.clock.run_for(8_000)
    expect(toast).to_be_visible()
    page.clock.run_for(3_000)
    expect(toast).to_have_count(0)


def test_its_button_closes_it_and_the_keyboard_goes_on_where_it_was(
    buehne: Buehne, lotsin: Person
) -> None:
    page = schliesse_ab(buehne, lotsin)
    vorher = page.locator("main a").first
    vorher.focus()
    page.get_by_role("button", name="Hinweis schließen").last.focus()
    page.clock.run_for(30_000)
    page.keyboard.press("Enter")
    expect(page.locator("#toasts .lp-toast")).to_have_count(0)
    expect(vorher).to_be_focused()


def test_what_has_the_focus_is_never_under_it(buehne: Buehne, lotsin: Person) -> None:
    page = schliesse_ab(buehne, lotsin)
    gewichen = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        page.clock.run_for(100)  # the frame after the focus, and the end of its scrolling
        assert bald(page, f"!({VERDECKT})()"), Tastatur(page).hier()
        gewichen += page.locator(".lp-toasts-oben").count()
    assert gewichen


def test_the_button_that_leads_on_has_room_beside_it(buehne: Buehne, lotsin: Person) -> None:
    """On a phone that is just so tall that the button stands where toasts do."""
    knopf = schliesse_ab(buehne, lotsin).locator("main .kern-btn--primary").bounding_box()
    assert knopf
    page = schliesse_ab(buehne, lotsin, hoehe=int(knopf["y"] + knopf["height"]) + 60)
    assert page.evaluate(ABSTAND) >= 16


def test_from_right_to_left_it_stands_at_the_left(buehne: Buehne, lotsin: Person) -> None:
    page = schliesse_ab(buehne, lotsin, "ar")
    page.set_viewport_size({"width": 1280, "height": 800})
    links, rechts = page.locator("#toasts").evaluate(ORT)
    assert links < 40 < rechts


def test_what_is_no_confirmation_stays_in_the_page(buehne: Buehne) -> None:
    katalog, standort = spiele_beispiel_ein(), mache_standort("Auenstadt")
    seminar = mache_seminar(standort, naechsten_monat(clock.jetzt()), plaetze=1)
    schnelle, wartende = mache_person(standort=standort), mache_person(standort=standort)
    for person in (schnelle, wartende):
        setze_stand(person, QualifizierungStand.VOLLSTAENDIG)
    with transaktion():
        melde_an(als(schnelle), seminar.id, katalog, clock.jetzt())
    page = buehne.fenster(wartende.id).new_page()
    page.goto(f"/seminare/{seminar.id}/")
    page.get_by_role("button", name="Auf die Warteliste setzen").click()
    expect(page.locator("#meldungen")).to_contain_text("auf der Warteliste")
    assert page.locator("#toasts").inner_text() == ""
