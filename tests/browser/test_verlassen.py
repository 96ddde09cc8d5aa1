"""Schnell verlassen: the page is gone, and Back does not bring it again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from kurse.speichern import hash_von
from tests.browser.server import Buehne
from tests.fabrik import mache_person
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

WETTER = "https://www.dwd.de/"
SCHWER = "/lernen/modul/vertrauen/lektion/schwere-themen/?ansehen=1"
GEDANKEN = "/lernen/modul/ankommen/lektion/willkommen/?ansehen=1"
WEG = "/lernen/"


def zeige_wetter(route: Route) -> None:
    route.fulfill(content_type="text/html", body="<h1>Heiter bis wolkig</h1>")


@pytest.fixture(params=[True, False], ids=["mit Skript", "ohne Skript"])
def skript(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def oeffne(buehne: Buehne, **optionen: bool) -> BrowserContext:
    spiele_beispiel_ein()
    fenster = buehne.neues_fenster(mache_person().id, **optionen)
    fenster.route(f"{WETTER}**", zeige_wetter)
    return fenster


@pytest.fixture
def page(buehne: Buehne) -> Iterator[Page]:
    """A Lotsin came from her Lernweg to a hard topic."""
    fenster = oeffne(buehne)
    page = fenster.new_page()
    page.goto(WEG)
    page.goto(SCHWER)
    yield page
    fenster.close()


def ist_fort(page: Page) -> None:
    page.get_by_role("heading", name="Heiter bis wolkig").wait_for()
    assert page.url == WETTER


def test_one_press_leaves_with_and_without_a_script(buehne: Buehne, skript: bool) -> None:
    fenster = oeffne(buehne, java_script_enabled=skript)
    page = fenster.new_page()
    page.goto(SCHWER)
    with page.expect_request(f"{WETTER}**") as anfrage:
        page.get_by_role("link", name="Schnell verlassen").click()
    ist_fort(page)
    assert "referer" not in anfrage.value.all_headers()
    fenster.close()


def test_back_shows_neither_this_page_nor_the_one_before(page: Page) -> None:
    page.get_by_role("link", name="Schnell verlassen").click()
    ist_fort(page)
    page.go_back(wait_until="commit")
    ist_fort(page)
    page.go_forward(wait_until="commit")
    ist_fort(page)


def test_whoever_types_the_address_is_let_in_again_still_signed_in(page: Page) -> None:
    page.get_by_role("link", name="Schnell verlassen").click()
    ist_fort(page)
    page.goto(WEG)
    assert page.get_by_role("heading", name="Amira").is_visible()
    page.goto("/konto/")
    page.go_back()
    assert page.get_by_role("heading", name="Amira").is_visible()


def test_what_was_half_written_is_gone(page: Page) -> None:
    """Neither what was typed just now nor an older draft of this tab waits on the return."""
    katalog = spiele_beispiel_ein()
    willkommen = katalog.lektion("willkommen")
    assert willkommen
    schwer = replace(willkommen, inhaltshinweis="gewalt", alternative="gut-zuhoeren")
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(schwer, hash=hash_von(schwer))))
    page.goto(GEDANKEN)
    page.locator("main textarea").first.fill("Er hat mich geschlagen")
    page.get_by_role("link", name="Schnell verlassen").click()
    ist_fort(page)
    page.goto(GEDANKEN)
    expect(page.locator("main textarea").first).to_have_value("")
    assert page.evaluate("JSON.stringify(sessionStorage)").find("geschlagen") == -1


def test_the_page_is_blank_before_the_other_one_answers(page: Page) -> None:
    davor = page.evaluate("""() => {
      document.querySelector("[data-verlassen]").click();
      return [document.querySelector("main").checkVisibility(), document.title];
    }""")
    assert davor == [False, "www.dwd.de"]
    ist_fort(page)


def test_shift_three_times_leaves_and_says_how_often_still(page: Page) -> None:
    page.keyboard.press("Shift")
    assert page.get_by_text("Noch zweimal die Umschalttaste").count() == 1
    page.keyboard.press("Shift")
    assert page.get_by_text("Noch einmal die Umschalttaste").count() == 1
    page.keyboard.press("Shift")
    ist_fort(page)


def test_typing_capital_letters_leaves_nobody_outside(page: Page) -> None:
    for taste in ("Shift", "Shift", "Shift+A", "Shift", "Shift+B", "Shift", "Escape", "Shift"):
        page.keyboard.press(taste)
    assert page.get_by_role("link", name="Schnell verlassen").is_visible()


def test_slow_presses_are_no_call_for_help(page: Page) -> None:
    page.clock.install()
    for _ in range(4):
        page.keyboard.press("Shift")
        page.clock.fast_forward(6000)
    assert page.get_by_role("link", name="Schnell verlassen").is_visible()


def test_other_pages_know_no_such_key(page: Page) -> None:
    page.goto("/konto/")
    for _ in range(4):
        page.keyboard.press("Shift")
    assert page.get_by_role("heading", name="Passwort ändern").is_visible()


def test_the_button_stays_in_sight_and_covers_nothing(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/notfall/")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    knopf = page.get_by_role("link", name="Schnell verlassen").bounding_box()
    assert knopf is not None
    assert 0 <= knopf["y"] <= 20
    assert knopf["height"] >= 44
    page.evaluate("window.scrollTo(0, 0)")
    leiste = page.locator(".lp-verlassen-leiste").bounding_box()
    inhalt = page.locator("main").bounding_box()
    assert leiste is not None
    assert inhalt is not None
    assert leiste["y"] + leiste["height"] <= inhalt["y"]
