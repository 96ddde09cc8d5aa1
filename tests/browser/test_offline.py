"""Reading on the train: what the device keeps, and what it says when there is no connection."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from lernplattform.models.person import Rolle
from tests.browser.geraet import (
    gespeicherte,
    lass_altern,
    melde_an,
    oeffne_geraet,
    warte_auf_alter,
    warte_auf_vorrat,
)
from tests.browser.server import Buehne
from tests.browser.welt import oeffne_plattform
from tests.fabrik import mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

ANKOMMEN = "/lernen/modul/ankommen"
ZUHOEREN = f"{ANKOMMEN}/lektion/gut-zuhoeren/"


@pytest.fixture
def geraet(buehne: Buehne) -> Iterator[BrowserContext]:
    """A phone with a Lotsin signed in who has opened Mein Lernweg once."""
    spiele_beispiel_ein()
    oeffne_plattform(mache_person(Rolle.VERWALTUNG))
    with oeffne_geraet(buehne) as kontext:
        page = melde_an(kontext, mache_person(standort=mache_standort()))
        warte_auf_vorrat(page, ZUHOEREN)
        yield kontext


@pytest.fixture
def page(geraet: BrowserContext) -> Page:
    return geraet.pages[0]


def test_another_lektion_of_the_modul_is_read_without_a_connection(
    geraet: BrowserContext, page: Page
) -> None:
    page.goto(f"{ANKOMMEN}/lektion/willkommen/")
    geraet.set_offline(True)
    page.goto(ZUHOEREN)
    assert page.get_by_role("heading", level=1).inner_text() == "Gut zuhören"
    assert page.get_by_text("Sie lesen eine gespeicherte Fassung vom").is_visible()
    assert page.get_by_text("Sie sind offline.", exact=True).is_visible()
    assert page.locator("form").count() == 0
    assert page.get_by_text("Als verstanden abschließen oder Gedanken aufschreiben").is_visible()
    farbe = page.locator("h1").evaluate("(e) => getComputedStyle(e).fontFamily")
    assert "Fira Sans" in farbe
    page.get_by_role("link", name="Willkommen").click()
    assert page.get_by_role("heading", level=1).inner_text() != "Gut zuhören"


def test_a_page_that_is_not_kept_says_so_and_lists_what_is(
    geraet: BrowserContext, page: Page
) -> None:
    geraet.set_offline(True)
    page.goto("/seminare/")
    page.get_by_role("heading", name="Sie sind offline").wait_for()
    page.get_by_role("link", name="Gut zuhören").click()
    assert page.url.endswith(ZUHOEREN)


@pytest.mark.parametrize(
    ("pfad", "titel", "text"),
    [
        ("/notfall/", "Notfallkarte", "Bei Ihnen vor Ort"),
        ("/lernen/oertliches/", "Bei Ihnen vor Ort", "Hier steht bald, was bei Ihnen gilt."),
        ("/lernen/saetze/", "Meine Sätze", "Hier stehen bald Ihre Sätze."),
    ],
)
def test_notfallkarte_and_saetze_are_read_without_a_connection(
    geraet: BrowserContext, page: Page, pfad: str, titel: str, text: str
) -> None:
    geraet.set_offline(True)
    page.goto(pfad)
    assert page.get_by_role("heading", level=1).inner_text() == titel
    assert page.get_by_text(text).first.is_visible()
    assert page.get_by_text("Sie lesen eine gespeicherte Fassung vom").is_visible()


def test_a_guest_reads_the_notfallkarte_without_a_connection(buehne: Buehne) -> None:
    spiele_beispiel_ein()
    with oeffne_geraet(buehne) as kontext:
        page = kontext.new_page()
        page.goto("/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        kontext.set_offline(True)
        page.goto("/notfall/")
        assert page.get_by_role("link", name="112").is_visible()


def test_back_online_the_page_itself_comes_again(geraet: BrowserContext, page: Page) -> None:
    geraet.set_offline(True)
    page.goto(ZUHOEREN)
    geraet.set_offline(False)
    page.get_by_text("Sie sind wieder online.", exact=True).wait_for()
    page.get_by_role("link", name="Neu laden").click()
    page.get_by_role("button", name="Verstanden").wait_for()


def test_a_form_keeps_what_was_typed_and_goes_when_there_is_a_connection(
    geraet: BrowserContext, page: Page
) -> None:
    page.goto("/konto/")
    page.get_by_label("Jetziges Passwort").fill("mein altes Passwort")
    geraet.set_offline(True)
    page.get_by_role("button", name="Passwort ändern").click()
    page.get_by_text("Das ist noch nicht gesendet.").wait_for()
    assert page.get_by_label("Jetziges Passwort").input_value() == "mein altes Passwort"
    geraet.set_offline(False)
    page.get_by_text("Bitte senden Sie jetzt noch einmal.").wait_for()
    page.get_by_role("button", name="Passwort ändern").click()
    page.locator(".lp-fehlersumme").wait_for()


def test_a_form_survives_a_server_that_does_not_answer(geraet: BrowserContext, page: Page) -> None:
    """The device believes to be online; only the worker learns that nothing arrived."""
    page.goto("/konto/")
    page.get_by_label("Jetziges Passwort").fill("mein altes Passwort")
    geraet.set_offline(True)
    page.evaluate("Object.defineProperty(navigator, 'onLine', {get: () => true})")
    page.get_by_role("button", name="Passwort ändern").click()
    page.get_by_text("Das ist noch nicht gesendet.").wait_for()
    assert page.get_by_label("Jetziges Passwort").input_value() == "mein altes Passwort"
    assert page.url.endswith("/konto/")


def test_the_worker_answers_for_the_whole_site(page: Page) -> None:
    assert (
        page.evaluate("navigator.serviceWorker.ready.then((r) => new URL(r.scope).pathname)") == "/"
    )


def test_a_lektion_alone_is_enough_to_store_the_modul(buehne: Buehne) -> None:
    spiele_beispiel_ein()
    with oeffne_geraet(buehne) as kontext:
        person = mache_person(standort=mache_standort())
        kontext.add_cookies(buehne.neues_fenster(person.id).cookies())
        page = kontext.new_page()
        page.goto(f"{ANKOMMEN}/lektion/willkommen/")
        warte_auf_vorrat(page, ZUHOEREN)


def test_copies_of_more_than_two_weeks_are_deleted_by_the_next_page(page: Page) -> None:
    lass_altern(page, 13)
    page.goto("/konto/")
    page.goto("/seminare/")
    warte_auf_alter(page, 13)
    lass_altern(page, 14)
    page.goto("/konto/")
    warte_auf_alter(page, -1)


def test_whoever_was_online_lately_reads_a_week_more(page: Page) -> None:
    lass_altern(page, 7)
    page.goto("/lernen/")
    warte_auf_alter(page, 0)


def test_only_copies_and_the_shell_are_kept(geraet: BrowserContext, page: Page) -> None:
    for pfad in ("/konto/", "/seminare/", ZUHOEREN, "/gibt-es-nicht"):
        page.goto(pfad)
    adressen = {
        a for a in gespeicherte(page) if not a.startswith(("/static/", "/stil.css", "/skript.js"))
    }
    assert adressen <= {"/offline/", "/notfall/", "/lernen/saetze/", "/lernen/oertliches/"} | {
        f"{ANKOMMEN}/lektion/{name}/" for name in ("willkommen", "gut-zuhoeren")
    }
    assert ZUHOEREN in adressen
