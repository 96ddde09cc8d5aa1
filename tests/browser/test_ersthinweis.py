"""The hint of the first visit: compact under the head, and closing it leads to the title."""

import pytest
from playwright.sync_api import expect

from lernplattform.models.person import Rolle
from tests.browser.server import Buehne
from tests.browser.tastatur import Tastatur
from tests.fabrik import mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

KASTEN = "(e) => { const r = e.getBoundingClientRect(); return [r.top, r.bottom, r.right] }"


@pytest.mark.parametrize("breite", [320, 1280])
@pytest.mark.parametrize(
    ("rolle", "pfad"),
    [
        (Rolle.LOTSE, "/lernen/"),
        (Rolle.TRAINER, "/begleitung/"),
        (Rolle.KOORDINATION, "/koordination/"),
        (Rolle.VERWALTUNG, "/verwaltung/"),
    ],
)
def test_its_button_is_at_the_end_of_its_first_line_and_leads_to_the_title(
    buehne: Buehne, rolle: Rolle, pfad: str, breite: int
) -> None:
    spiele_beispiel_ein()
    person = mache_person(rolle, None if rolle is Rolle.VERWALTUNG else mache_standort())
    page = buehne.fenster(person.id).new_page()
    page.set_viewport_size({"width": breite, "height": 720})
    page.goto(pfad)
    hinweis = page.locator(".lp-ersthinweis")
    oben, unten, rechts = hinweis.evaluate(KASTEN)
    knopf = hinweis.get_by_role("button")
    knopf_oben, knopf_unten, knopf_rechts = knopf.evaluate(KASTEN)
    assert page.locator("h1").evaluate(KASTEN)[1] <= oben
    assert knopf_oben - oben < 4
    assert rechts - knopf_rechts < 16
    assert breite < 1280 or unten - knopf_unten < 12
    tastatur = Tastatur(page)
    tastatur.tabbe_zu("Hinweis schließen")
    tastatur.druecke_und_warte()
    expect(page.locator("h1")).to_be_focused()
    expect(hinweis).to_have_count(0)
