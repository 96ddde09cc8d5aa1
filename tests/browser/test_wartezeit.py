"""Who waits longer than a second is told so, and sends nothing twice."""

from datetime import timedelta
from threading import Event

import pytest
from flask import request
from playwright.sync_api import Page, Route, expect

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.models.durchlauf import Antwort
from tests.browser.chromium import FRIST
from tests.browser.server import Buehne
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.spiel import starte

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

LEKTION = "/lernen/modul/ankommen/lektion/willkommen/"
KNOPF = "document.querySelector('form[action$=verstanden] button')"
SATZ = "Einen Moment …"
GUT = "Sie erzählen nur, was Lotsinnen allgemein tun."


@pytest.fixture
def person_id(buehne: Buehne) -> int:
    spiele_beispiel_ein()
    return mache_person().id


@pytest.fixture
def page(buehne: Buehne, person_id: int) -> Page:
    page = buehne.fenster(person_id).new_page()
    page.goto(LEKTION)
    return page


def halte_auf(buehne: Buehne, bis: Event) -> None:
    """The server itself takes its time with whatever ends a Lektion."""

    def warte() -> None:
        if request.path.endswith("/verstanden"):
            bis.wait(FRIST / 1000)

    buehne.app.before_request_funcs.setdefault(None, []).append(warte)


def merke_anzeige(page: Page) -> None:
    """What was shown outlives the page on which it was."""
    page.evaluate(
        "new MutationObserver(([m]) => { sessionStorage.setItem('gesehen', m.target.textContent);"
        " window.gezeigt?.() })"
        ".observe(document.getElementById('wartezeit'), {childList: true})"
    )


def gesehen(page: Page) -> object:
    return page.evaluate("sessionStorage.getItem('gesehen')")


def test_a_slow_form_says_so_and_is_sent_once(buehne: Buehne, page: Page) -> None:
    gesendet: list[str] = []
    page.on("request", lambda anfrage: gesendet.append(anfrage.url))
    gezeigt = Event()
    page.expose_function("gezeigt", gezeigt.set)
    halte_auf(buehne, gezeigt)
    merke_anzeige(page)
    page.evaluate(f"{KNOPF}.click(); setTimeout(() => {KNOPF}.click(), 400)")
    page.get_by_text("Geschafft: ").first.wait_for()
    assert gesehen(page) == SATZ
    assert len([url for url in gesendet if url.endswith("/verstanden")]) == 1


@pytest.mark.parametrize(("dauer", "gezeigt"), [(900, None), (1100, SATZ)])
def test_only_after_a_second_something_is_shown(
    page: Page, person_id: int, dauer: int, gezeigt: str | None
) -> None:
    """By a clock that stands still while the machine is busy."""
    lauf = starte(spiele_beispiel_ein(), person_id, "fuenf-fragen")
    page.clock.install(time=clock.jetzt())
    page.goto(f"/lernen/durchlauf/{lauf}/")
    wartende: list[Route] = []
    page.route("**/antwort", lambda route: wartende.append(route))
    page.get_by_label(GUT).check()
    merke_anzeige(page)
    page.clock.pause_at(clock.jetzt() + timedelta(minutes=1))
    with page.expect_request("**/antwort"):
        page.get_by_role("button", name="Entscheiden").click(no_wait_after=True)
    page.clock.run_for(dauer)
    assert gesehen(page) == gezeigt
    wartende[0].continue_()
    page.get_by_role("heading", name="Was dann geschieht").wait_for()
    page.clock.run_for(60_000)
    expect(page.locator("#wartezeit")).to_have_text("")
    assert gesehen(page) in {None, ""}


def test_a_decision_that_takes_long_is_made_once_and_a_lost_one_can_be_tried_again(
    page: Page, person_id: int
) -> None:
    lauf = starte(spiele_beispiel_ein(), person_id, "fuenf-fragen")
    page.goto(f"/lernen/durchlauf/{lauf}/")
    page.route("**/antwort", lambda route: route.abort())
    page.get_by_label(GUT).check()
    knopf = page.get_by_role("button", name="Entscheiden")
    knopf.click()
    expect(page.locator("#meldungen")).to_contain_text("nicht zu erreichen")
    expect(knopf).not_to_have_attribute("aria-disabled", "true")
    page.unroute("**/antwort")
    wartende: list[Route] = []
    page.route("**/antwort", lambda route: wartende.append(route))
    with page.expect_request("**/antwort"):
        knopf.dblclick(no_wait_after=True)
    expect(page.locator("#wartezeit")).to_have_text(SATZ)
    wartende[0].continue_()
    page.get_by_role("heading", name="Was dann geschieht").wait_for()
    expect(page.locator("#wartezeit")).to_have_text("")
    db.session.rollback()
    assert db.session.query(Antwort).count() == 1
