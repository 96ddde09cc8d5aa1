"""Every main page: open to all, on every width, and quiet towards others."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.chromium import Aufzeichnung
from tests.browser.seitenliste import SEITEN, Seite
from tests.browser.server import Buehne
from tests.browser.welt import Welt

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

# Without tags axe leaves out what WCAG 2.2 added, such as the size of targets.
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
AXE = """async (tags) => {
  const befund = axe.run({runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  const frist = new Promise((_, nein) => setTimeout(() => nein(new Error("axe hangs")), 20000));
  return (await Promise.race([befund, frist])).violations.map(
    (v) => [v.id, ...v.nodes.map((n) => n.html + " | " + n.failureSummary)]);
}"""
# How far it goes when somebody pushes.
ZUR_SEITE = "() => { window.scrollTo(9999, 0); return window.scrollX }"


@dataclass(frozen=True)
class Offen:
    page: Page
    aufzeichnung: Aufzeichnung


@pytest.fixture(scope="package", params=SEITEN, ids=lambda seite: seite.name)
def offen(request: pytest.FixtureRequest, schauplatz: tuple[Buehne, Welt]) -> Iterator[Offen]:
    """One page, opened once for all that is asked of it."""
    seite: Seite = request.param
    buehne, welt = schauplatz
    page = buehne.fenster(welt.personen.get(seite.wer)).new_page()
    aufzeichnung = Aufzeichnung()
    aufzeichnung.zeichne_auf(page)
    page.goto(seite.pfad.format(**welt.werte), wait_until="load")
    if seite.tat:
        seite.tat(page)
    page.evaluate(AXE_SCRIPT)
    yield Offen(page, aufzeichnung)
    page.close()


@pytest.mark.parametrize("breite", [1280, 360])
def test_axe_finds_no_barrier(offen: Offen, breite: int) -> None:
    offen.page.set_viewport_size({"width": breite, "height": 800})
    verstoesse = offen.page.evaluate(AXE, TAGS)
    assert verstoesse == [], json.dumps(verstoesse, indent=1, ensure_ascii=False)


def test_nothing_makes_a_narrow_phone_scroll_sideways(offen: Offen) -> None:
    offen.page.set_viewport_size({"width": 320, "height": 640})
    assert offen.page.evaluate(ZUR_SEITE) == 0


def test_no_other_host_is_asked_nothing_is_missing_and_the_console_is_silent(offen: Offen) -> None:
    offen.page.evaluate("document.fonts.ready.then(() => true)")
    aufzeichnung = offen.aufzeichnung
    assert (aufzeichnung.fremde, aufzeichnung.fehlende, aufzeichnung.meldungen) == ([], [], [])


@pytest.mark.parametrize("wer", ["neu", "trainer", "koordination", "verwaltung"])
def test_every_entry_of_the_navigation_is_in_sight_on_a_narrow_phone(
    schauplatz: tuple[Buehne, Welt], wer: str
) -> None:
    buehne, welt = schauplatz
    page = buehne.fenster(welt.personen[wer]).new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/konto/")
    assert page.locator(".lp-tabs").evaluate("(e) => e.scrollWidth - e.clientWidth") <= 0
    page.close()
