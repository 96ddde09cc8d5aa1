"""Who waits longer than a second is told so, and sends nothing twice."""

import time
from collections.abc import Callable

import pytest
from flask import request
from playwright.sync_api import Page, Route, expect

from lernplattform.core.db import db
from lernplattform.models.durchlauf import Antwort
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


def nach(sekunden: float) -> Callable[[Route], None]:
    def warte(route: Route) -> None:
        time.sleep(sekunden)
        route.continue_()

    return warte


def verzoegere(buehne: Buehne, sekunden: float) -> None:
    """The server itself takes its time with whatever ends a Lektion."""

    def warte() -> None:
        if request.path.endswith("/verstanden"):
            time.sleep(sekunden)

    buehne.app.before_request_funcs.setdefault(None, []).append(warte)


def merke_anzeige(page: Page) -> None:
    """What was shown outlives the page on which it was."""
    page.evaluate(
        "new MutationObserver(([m]) => sessionStorage.setItem('gesehen', m.target.textContent))"
        ".observe(document.getElementById('wartezeit'), {childList: true})"
    )


def gesehen(page: Page) -> object:
    return page.evaluate("sessionStorage.getItem('gesehen')")


def test_a_slow_form_says_so_and_is_sent_once(buehne: Buehne, page: Page) -> None:
    gesendet: list[str] = []
    page.on("request", lambda anfrage: gesendet.append(anfrage.url))
    verzoegere(buehne, 1.8)
    merke_anzeige(page)
    page.evaluate(f"{KNOPF}.click(); setTimeout(() => {KNOPF}.click(), 400)")
    page.get_by_text("Geschafft: ").first.wait_for()
    assert gesehen(page) == SATZ
    assert len([url for url in gesendet if url.endswith("/verstanden")]) == 1


def test_a_quick_answer_shows_nothing(page: Page) -> None:
    merke_anzeige(page)
    page.get_by_role("button", name="Verstanden").click()
    page.get_by_text("Geschafft: ").first.wait_for()
    assert gesehen(page) is None


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
    page.route("**/antwort", nach(1.5))
    knopf.dblclick(no_wait_after=True)
    page.get_by_role("heading", name="Was dann geschieht").wait_for()
    expect(page.locator("#wartezeit")).to_have_text("")
    db.session.rollback()
    assert db.session.query(Antwort).count() == 1
