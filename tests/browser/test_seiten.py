"""Every main page: open to all, on every width, and quiet towards others."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Page

from tests.browser.ansichten import ALLE, SPRACHEN, Ansicht, paarweise
from tests.browser.axe import barrieren
from tests.browser.chromium import Aufzeichnung
from tests.browser.html import html_fehler
from tests.browser.seitenliste import MODUL, SEITEN, Seite
from tests.browser.server import Buehne
from tests.browser.welt import Welt

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

# How far it goes when somebody pushes.
ZUR_SEITE = "() => { window.scrollTo(9999, 0); const x = scrollX; scrollTo(0, 0); return x }"
# What sticks out of a window that scrolls sideways, to whichever side.
HINAUS = """() => document.documentElement.scrollWidth <= innerWidth ? []
  : [...document.querySelectorAll("body *")].filter((e) => {
    const { left, right } = e.getBoundingClientRect();
    return e.checkVisibility() && (left < -1 || right > innerWidth + 1);
  }).map((e) => e.outerHTML.slice(0, 160))"""
# WCAG 1.4.12: what a reader may set without losing anything.
ABSTAENDE = "line-height:1.5;letter-spacing:.12em;word-spacing:.16em"
SETZE_ABSTAENDE = """(css) => document.querySelectorAll("body *").forEach((e) => {
  e.style.cssText += css; if (e.tagName === "P") e.style.marginBlockEnd = "2em" })"""


@dataclass(frozen=True)
class Offen:
    page: Page
    aufzeichnung: Aufzeichnung
    ansicht: Ansicht


def oeffne(buehne: Buehne, welt: Welt, seite: Seite, ansicht: Ansicht) -> Offen:
    page = buehne.fenster(welt.personen.get(seite.wer), ansicht.sprache).new_page()
    aufzeichnung = Aufzeichnung()
    aufzeichnung.zeichne_auf(page)
    page.goto(seite.pfad.format(**welt.werte), wait_until="load")
    if seite.tat:
        seite.tat(page)
    return Offen(page, aufzeichnung, ansicht)


def als_namen(seite: Seite, ansicht: Ansicht) -> str:
    return f"{seite.name}-{ansicht}"


@pytest.fixture(
    scope="package",
    params=paarweise(),
    ids=lambda paar: als_namen(*paar),
)
def offen(request: pytest.FixtureRequest, schauplatz: tuple[Buehne, Welt]) -> Iterator[Offen]:
    """One page, opened once for all that is asked of it."""
    auf = oeffne(*schauplatz, *request.param)
    yield auf
    auf.page.close()


def verlange_keine_barriere(page: Page, ansicht: Ansicht) -> None:
    ansicht.stelle_ein(page)
    verstoesse = barrieren(page)
    assert verstoesse == [], json.dumps(verstoesse, indent=1, ensure_ascii=False)


def test_axe_finds_no_barrier(offen: Offen) -> None:
    verlange_keine_barriere(offen.page, offen.ansicht)


def test_its_html_is_written_without_a_fault(offen: Offen) -> None:
    """Browsers mend faults silently, and each may mend them otherwise (attributes run together)."""
    assert offen.aufzeichnung.seite is not None
    assert html_fehler(offen.aufzeichnung.seite.text()) == []


def test_nothing_makes_a_narrow_phone_scroll_sideways(offen: Offen) -> None:
    replace(offen.ansicht, breite=320, schrift=100).stelle_ein(offen.page)
    assert offen.page.evaluate(ZUR_SEITE) == 0


def test_the_page_is_in_the_language_of_its_reader(offen: Offen) -> None:
    richtung = "rtl" if offen.ansicht.sprache == "ar" else "ltr"
    html = offen.page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (
        offen.ansicht.sprache,
        richtung,
    )


def test_no_other_host_is_asked_nothing_is_missing_and_the_console_is_silent(offen: Offen) -> None:
    offen.page.evaluate("document.fonts.ready.then(() => true)")
    aufzeichnung = offen.aufzeichnung
    assert (aufzeichnung.fremde, aufzeichnung.fehlende, aufzeichnung.meldungen) == ([], [], [])


def test_more_space_between_letters_and_lines_pushes_nothing_aside(offen: Offen) -> None:
    replace(offen.ansicht, breite=360, schrift=100).stelle_ein(offen.page)
    offen.page.evaluate(SETZE_ABSTAENDE, ABSTAENDE)
    assert offen.page.evaluate(ZUR_SEITE) == 0


@pytest.mark.parametrize("sprache", SPRACHEN)
@pytest.mark.parametrize(
    ("wer", "pfad"),
    [
        ("mitten", "/notfall/"),
        ("mitten", "/lernen/"),
        ("mitten", f"{MODUL}/lektion/willkommen/"),
        ("frage3", "/lernen/durchlauf/{lauf3}/"),
        ("saetze", "/lernen/saetze/"),
        ("wartend", "/seminare/{voll}/"),
        ("neu", "/konto/"),
        ("", "/login"),
    ],
)
def test_text_of_twice_the_size_pushes_nothing_off_a_phone(
    schauplatz: tuple[Buehne, Welt], wer: str, pfad: str, sprache: str
) -> None:
    buehne, welt = schauplatz
    page = buehne.fenster(welt.personen.get(wer), sprache).new_page()
    page.goto(pfad.format(**welt.werte))
    Ansicht(sprache, 360, schrift=200).stelle_ein(page)
    assert page.evaluate(HINAUS) == []
    page.close()


@pytest.mark.langsam
@pytest.mark.parametrize("seite", SEITEN, ids=lambda seite: seite.name)
@pytest.mark.parametrize("sprache", SPRACHEN)
def test_axe_finds_no_barrier_in_any_view(
    schauplatz: tuple[Buehne, Welt], seite: Seite, sprache: str
) -> None:
    ansichten = [ansicht for ansicht in ALLE if ansicht.sprache == sprache]
    auf = oeffne(*schauplatz, seite, ansichten[0])
    for ansicht in ansichten:
        verlange_keine_barriere(auf.page, ansicht)
    auf.page.close()


@pytest.mark.parametrize("wer", ["neu", "trainer", "koordination", "verwaltung"])
@pytest.mark.parametrize("sprache", SPRACHEN)
def test_every_entry_of_the_navigation_is_in_sight_on_a_narrow_phone(
    schauplatz: tuple[Buehne, Welt], wer: str, sprache: str
) -> None:
    buehne, welt = schauplatz
    page = buehne.fenster(welt.personen[wer], sprache).new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/konto/")
    assert page.locator(".lp-tabs").evaluate("(e) => e.scrollWidth - e.clientWidth") <= 0
    page.close()
