"""A phone that the family shares: nothing of one person stays for the next."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.sitzung import Sitzung
from lernplattform.models.standort import Standort
from tests.browser.geraet import (
    alles_gespeicherte,
    gespeicherte,
    melde_an,
    oeffne_geraet,
    warte_auf_vergessen,
    warte_auf_vorrat,
)
from tests.browser.server import Buehne
from tests.browser.welt import oeffne_plattform
from tests.fabrik import mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

ANNA, BELA, GEDANKE = "Annabella", "Belarosa", "Das bleibt ganz unter uns"
LEKTION = "/lernen/modul/ankommen/lektion/willkommen/"
SPEICHER = "() => JSON.stringify({...localStorage, ...sessionStorage})"


@dataclass(frozen=True)
class Geraet:
    kontext: BrowserContext
    page: Page
    anna: Person
    bela: Person
    standort: Standort


@pytest.fixture
def geraet(buehne: Buehne) -> Iterator[Geraet]:
    """Anna has signed in, written a thought down, and left a trace in the browser's storage."""
    spiele_beispiel_ein()
    oeffne_plattform(mache_person(Rolle.VERWALTUNG))
    standort = mache_standort()
    anna = mache_person(standort=standort, vorname=ANNA)
    bela = mache_person(standort=standort, vorname=BELA)
    with oeffne_geraet(buehne) as kontext:
        page = melde_an(kontext, anna)
        warte_auf_vorrat(page, LEKTION)
        schreibe_gedanken(page)
        page.evaluate("(wer) => { localStorage.spur = wer; sessionStorage.spur = wer }", ANNA)
        yield Geraet(kontext, page, anna, bela, standort)


def schreibe_gedanken(page: Page) -> None:
    page.goto(LEKTION)
    page.get_by_label("Ihre Gedanken").first.fill(GEDANKE)
    page.get_by_role("button", name="Gedanken speichern").first.click()
    page.get_by_text("Ihre Gedanken sind gespeichert.").wait_for()


def melde_ab(page: Page) -> None:
    page.goto("/konto/")
    page.get_by_role("contentinfo").get_by_role("button", name="Abmelden").click()
    page.get_by_text("Sie sind abgemeldet.").wait_for()


def eigene_orte(page: Page) -> set[str]:
    return {ort for ort, _adresse, _text in alles_gespeicherte(page) if "person" in ort}


def nichts_von(page: Page, *spuren: str) -> None:
    alles = page.evaluate(SPEICHER) + "".join(map(str, alles_gespeicherte(page)))
    assert [spur for spur in spuren if spur in alles] == []


def test_while_she_learns_her_name_and_her_thoughts_are_in_no_cache(geraet: Geraet) -> None:
    assert LEKTION in gespeicherte(geraet.page)
    texte = "".join(text for _ort, _adresse, text in alles_gespeicherte(geraet.page))
    marke = geraet.page.locator("#lp-geraet").get_attribute("data-marke")
    assert marke
    spuren = (ANNA, geraet.anna.nachname, str(geraet.anna.email), GEDANKE, "csrf_token", marke)
    assert [spur for spur in spuren if spur in texte] == []


def test_after_signing_out_nothing_of_her_is_left(geraet: Geraet) -> None:
    page = geraet.page
    geraet.kontext.add_cookies([{"name": "sprache", "value": "de", "url": page.url}])
    melde_ab(page)
    assert eigene_orte(page) == set()
    nichts_von(page, ANNA, GEDANKE)
    assert "sprache" in {c["name"] for c in geraet.kontext.cookies()}
    geraet.kontext.set_offline(True)
    for pfad in ("/lernen/", LEKTION, "/konto/"):
        with suppress(PlaywrightError):  # without the worker comes the browser's own page
            page.goto(pfad)
        page.wait_for_load_state()
        expect(page.locator("html")).not_to_contain_text(ANNA)
        expect(page.locator("html")).not_to_contain_text("Willkommen im Team")


def test_the_server_alone_makes_the_browser_forget_whatever_scripts_leave(geraet: Geraet) -> None:
    page = geraet.page
    page.evaluate("caches.open('fremd').then((ort) => ort.put('/x', new Response('x')))")
    assert "/x" in gespeicherte(page)
    melde_ab(page)
    assert "/x" not in gespeicherte(page)


def test_the_script_alone_leaves_nothing_where_a_browser_knows_no_clear_site_data(
    geraet: Geraet,
) -> None:
    page = geraet.page
    page.goto("/konto/")
    page.evaluate(
        "document.addEventListener('submit', (e) => { e.preventDefault(); e.target.remove() })"
    )
    page.get_by_role("contentinfo").get_by_role("button", name="Abmelden").click()
    page.locator("form.lp-abmelden").wait_for(state="detached")
    warte_auf_vergessen(page)
    nichts_von(page, ANNA, GEDANKE)


def test_the_next_person_finds_only_what_is_hers(geraet: Geraet) -> None:
    page = geraet.page
    melde_ab(page)
    melde_an(geraet.kontext, geraet.bela, page)
    warte_auf_vorrat(page, LEKTION)
    nichts_von(page, ANNA, GEDANKE)
    geraet.kontext.set_offline(True)
    page.goto(LEKTION)
    page.get_by_text("Sie lesen eine gespeicherte Fassung vom").wait_for()
    assert GEDANKE not in page.content()


def test_an_expired_session_is_cleaned_up_by_the_next_page(geraet: Geraet) -> None:
    page = geraet.page
    vorher = eigene_orte(page)
    assert len(vorher) == 1
    with transaktion():
        db.session.query(Sitzung).delete()
    page.goto("/konto/")
    page.wait_for_url("**/login**")
    warte_auf_vergessen(page)
    nichts_von(page, ANNA, GEDANKE)
    melde_an(geraet.kontext, geraet.bela, page)
    warte_auf_vorrat(page, LEKTION)
    assert not eigene_orte(page) & vorher


@pytest.mark.parametrize("von", [LEKTION, "/lernen/saetze/", "/seminare/"])
def test_offline_one_click_clears_what_the_device_keeps_of_her(geraet: Geraet, von: str) -> None:
    page = geraet.page
    geraet.kontext.set_offline(True)
    page.goto(von)
    page.get_by_role("button", name="Gespeichertes von diesem Gerät löschen").click()
    page.get_by_text("Auf diesem Gerät ist nichts mehr von Ihnen gespeichert.").wait_for()
    assert eigene_orte(page) == set()
    assert page.evaluate(SPEICHER) == "{}"
    nichts_von(page, ANNA, GEDANKE)
    for pfad in (LEKTION, "/lernen/saetze/", "/lernen/oertliches/"):
        page.goto(pfad)
        page.get_by_role("heading", name="Sie sind offline").wait_for()
    page.goto("/notfall/")
    assert page.get_by_role("link", name="112").is_visible()
    assert "Bei Ihnen vor Ort" not in page.content()
