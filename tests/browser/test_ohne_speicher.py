"""Where a browser keeps nothing (private windows, blocked or full storage) all works but that."""

import pytest
from flask import Response, request
from playwright.sync_api import Page, expect

from lernplattform.models.person import Person, Rolle
from tests.browser.chromium import Aufzeichnung
from tests.browser.geraet import melde_an, oeffne_geraet
from tests.browser.server import Buehne
from tests.browser.welt import oeffne_plattform
from tests.fabrik import mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.spiel import starte

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

LEKTION = "/lernen/modul/ankommen/lektion/willkommen/"
NEIN = "throw new DOMException('no', 'SecurityError')"
SPEICHER = {
    "forbidden": f"""
      for (const name of ["localStorage", "sessionStorage", "caches"])
        Object.defineProperty(window, name, {{get() {{ {NEIN} }}}});
      Object.defineProperty(Navigator.prototype, "serviceWorker", {{get() {{ {NEIN} }}}});""",
    "full": """
      const voll = () => { throw new DOMException("full", "QuotaExceededError") };
      Storage.prototype.setItem = voll;
      CacheStorage.prototype.keys = CacheStorage.prototype.open = async () => voll();
      ServiceWorkerContainer.prototype.register = async () => voll();""",
    "missing": """
      for (const name of ["localStorage", "sessionStorage", "caches"])
        Object.defineProperty(window, name, {value: null});
      Object.defineProperty(Navigator.prototype, "serviceWorker", {value: undefined});""",
}
# Runs in the worker: from then on its store answers nothing.
ZERSTOERE = """
self.addEventListener("message", ({data}) => {
  if (data.art !== "zerstoere") return;
  CacheStorage.prototype.keys = CacheStorage.prototype.open = () => Promise.reject(new Error("io"));
});
"""


@pytest.fixture
def lotsin(buehne: Buehne) -> Person:
    spiele_beispiel_ein()
    oeffne_plattform(mache_person(Rolle.VERWALTUNG))
    return mache_person(standort=mache_standort())


@pytest.fixture(params=SPEICHER.values(), ids=list(SPEICHER))
def speicher(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(buehne: Buehne, lotsin: Person, speicher: str) -> Page:
    fenster = buehne.neues_fenster(lotsin.id)
    fenster.add_init_script(speicher)
    return fenster.new_page()


def test_lektion_and_szenario_go_on_and_no_script_fails(page: Page, lotsin: Person) -> None:
    aufzeichnung = Aufzeichnung()
    aufzeichnung.zeichne_auf(page)
    lauf = starte(spiele_beispiel_ein(), lotsin.id, "fuenf-fragen")
    page.goto(LEKTION)
    page.get_by_label("Ihre Gedanken").first.fill("Ich höre zuerst zu.")
    page.get_by_role("button", name="Gedanken speichern").first.click()
    expect(page.locator("#toasts")).to_contain_text("gespeichert")
    page.goto(f"/lernen/durchlauf/{lauf}/")
    page.get_by_label("Sie erzählen nur, was Lotsinnen allgemein tun.").check()
    page.get_by_role("button", name="Entscheiden").click()
    expect(page.get_by_role("heading", name="Was dann geschieht")).to_be_focused()
    assert aufzeichnung.meldungen == []


def test_a_form_that_cannot_be_sent_still_says_so(page: Page) -> None:
    page.goto(LEKTION)
    page.context.set_offline(True)
    expect(page.locator(".lp-verbindung")).to_have_text("Sie sind offline.")
    page.get_by_role("button", name="Verstanden").click()
    expect(page.get_by_role("alert")).to_contain_text("noch nicht gesendet")


def test_signing_out_works_and_the_page_for_offline_says_that_there_is_nothing(page: Page) -> None:
    page.goto("/offline/")
    expect(page.locator("[data-leer]")).to_be_visible()
    page.get_by_role("button", name="Gespeichertes von diesem Gerät löschen").click()
    expect(page.locator("#lp-geleert")).to_be_focused()
    page.goto("/konto/")
    page.get_by_role("contentinfo").get_by_role("button", name="Abmelden").click()
    expect(page.get_by_text("Sie sind abgemeldet.")).to_be_visible()


def test_a_worker_whose_store_fails_passes_on_what_the_network_has(
    buehne: Buehne, lotsin: Person
) -> None:
    def haenge_an(antwort: Response) -> Response:
        if request.endpoint == "geraet.arbeiter" and antwort.status_code == 200:
            antwort.data += ZERSTOERE.encode()
        return antwort

    buehne.app.after_request_funcs.setdefault(None, []).append(haenge_an)
    with oeffne_geraet(buehne) as kontext:
        page = melde_an(kontext, lotsin)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.goto("/konto/")
        assert page.evaluate("navigator.serviceWorker.controller !== null")
        page.evaluate("navigator.serviceWorker.controller.postMessage({art: 'zerstoere'})")
        page.goto(LEKTION)
        page.get_by_role("button", name="Verstanden").wait_for()
        farbe = page.locator("h1").evaluate("(e) => getComputedStyle(e).fontFamily")
        assert "Fira Sans" in farbe
