"""All components at once, on the Stilbuch: with other colours, more space, and little room."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Buehne
from tests.browser.welt import Welt

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

# WCAG 2.2, 1.4.12: what a person may set without losing anything.
ABSTAENDE = """() => {
  const blatt = new CSSStyleSheet();
  blatt.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [blatt];
}"""
ZUR_SEITE = "() => { window.scrollTo(9999, 0); return window.scrollX }"
ABGESCHNITTEN = """() => [...document.querySelectorAll("main *, footer *")].filter((e) => {
  const stil = getComputedStyle(e);
  const schneidet = [stil.overflowX, stil.overflowY].some((o) => o === "hidden" || o === "clip");
  return schneidet && e.checkVisibility() && !e.closest(".kern-sr-only, svg, input, select")
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map((e) => e.outerHTML.slice(0, 160))"""
# A link within a sentence may be as high as its line.
ZU_KLEIN = """() => [...document.querySelectorAll("a, button, summary, input, select, textarea")]
  .filter((e) => e.checkVisibility())
  .filter((e) => !e.matches("a") || getComputedStyle(e).display !== "inline")
  .filter((e) => {
    const { width, height } = (e.closest("label") || e).getBoundingClientRect();
    return width < 24 || height < 24;
  }).map((e) => e.outerHTML.slice(0, 160))"""
UNSICHTBARE_SYMBOLE = """() => [...document.querySelectorAll(".kern-icon")].filter((e) => {
  const grund = getComputedStyle(document.body).backgroundColor;
  return e.checkVisibility() && getComputedStyle(e).backgroundColor === grund;
}).map((e) => e.className)"""
HELL, DUNKEL = "oklch(1 0 0)", "oklch(0 0 0)"


@pytest.fixture
def stilbuch(schauplatz: tuple[Buehne, Welt]) -> Iterator[Page]:
    fenster = schauplatz[0].neues_fenster(viewport={"width": 320, "height": 640})
    page = fenster.new_page()
    antwort = page.goto("/stilbuch/")
    assert antwort is not None
    assert antwort.ok
    yield page
    fenster.close()


def test_with_more_space_between_letters_nothing_is_cut_off(stilbuch: Page) -> None:
    stilbuch.evaluate(ABSTAENDE)
    assert stilbuch.evaluate(ABGESCHNITTEN) == []
    assert stilbuch.evaluate(ZUR_SEITE) == 0


def test_everything_to_touch_is_large_enough_for_a_finger(stilbuch: Page) -> None:
    assert stilbuch.evaluate(ZU_KLEIN) == []


def test_no_icon_goes_under_with_forced_colours(stilbuch: Page) -> None:
    stilbuch.emulate_media(forced_colors="active")
    assert stilbuch.evaluate(UNSICHTBARE_SYMBOLE) == []


def test_nothing_moves_for_whoever_wants_it_still(stilbuch: Page) -> None:
    stilbuch.emulate_media(reduced_motion="reduce")
    assert stilbuch.evaluate("() => document.getAnimations().length") == 0


def test_the_device_decides_on_dark_until_the_person_does(stilbuch: Page) -> None:
    stilbuch.emulate_media(color_scheme="dark")
    expect(stilbuch.locator("body")).to_have_css("background-color", DUNKEL)
    for knopf, grund in (("Hell", HELL), ("Dunkel", DUNKEL)):
        with stilbuch.expect_navigation():
            stilbuch.locator(".lp-fuss").get_by_role("button", name=knopf).click()
        expect(stilbuch.locator("body")).to_have_css("background-color", grund)


def test_zoomed_far_in_the_tabs_leave_the_page_to_its_text(
    schauplatz: tuple[Buehne, Welt],
) -> None:
    buehne, welt = schauplatz
    page = buehne.fenster(welt.personen["neu"]).new_page()
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto("/lernen/")
    assert page.locator(".lp-tabs").evaluate("(e) => getComputedStyle(e).position") == "static"
    page.close()
