"""Everything that counts goes without JavaScript, by clicking alone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import Anmeldung, AnmeldungStatus
from tests.browser.server import Buehne
from tests.browser.welt import naechsten_monat, oeffne_plattform
from tests.fabrik import PASSWORT, mache_person, mache_seminar, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

Oeffner = Callable[[Person], Page]


@pytest.fixture
def melde_an(buehne: Buehne) -> Iterator[Oeffner]:
    """Signs a person in through the login page of a browser that runs no script."""
    spiele_beispiel_ein()
    oeffne_plattform(mache_person(Rolle.VERWALTUNG))
    fenster: list[BrowserContext] = []

    def oeffne(person: Person) -> Page:
        fenster.append(buehne.neues_fenster(java_script_enabled=False))
        page = fenster[-1].new_page()
        page.goto("/login")
        page.get_by_label("E-Mail").fill(str(person.email))
        page.get_by_label("Passwort").fill(PASSWORT)
        page.get_by_role("button", name="Anmelden").click()
        return page

    yield oeffne
    for kontext in fenster:
        kontext.close()


def entscheide(page: Page, knopf: str = "Entscheiden") -> None:
    page.get_by_role("button", name=knopf).click()
    page.get_by_role("link", name="Weiter", exact=True).click()


def test_a_whole_szenario_with_every_kind_of_question_is_played(melde_an: Oeffner) -> None:
    page = melde_an(mache_person())
    page.locator("summary", has_text="Vertrauen schützen").click()
    page.get_by_role("link", name="Fünf Fragen").first.click()
    page.get_by_role("button", name="Geschichte beginnen").click()
    page.get_by_label("Sie erzählen nur").check()
    entscheide(page)
    page.get_by_label("Stift und Papier").check()
    page.get_by_label("Die Karte mit der Nummer").check()
    page.get_by_label("So würde ich es morgen machen").check()
    entscheide(page)
    page.get_by_label("Fragen, ob Sie lesen dürfen").select_option("1")
    page.get_by_label("Den Brief gemeinsam lesen").select_option("2")
    page.get_by_label("Aufschreiben, was zu tun ist").select_option("3")
    entscheide(page)
    page.get_by_role("group", name="Ein Unfall").get_by_label("Rettungsdienst").check()
    page.get_by_role("group", name="Fragen zum Einsatz").get_by_label("Koordination").check()
    entscheide(page)
    page.get_by_label("Ihre Gedanken").fill("Zuhören tut gut.")
    entscheide(page, "Weiter")
    assert page.get_by_role("heading", name="So endet die Geschichte").is_visible()
    assert page.get_by_text("Sie gehen zufrieden nach Hause.").is_visible()
    assert page.get_by_text("geschafft am").first.is_visible()


def test_a_place_in_a_seminar_is_taken_and_given_back(melde_an: Oeffner) -> None:
    standort = mache_standort()
    seminar = mache_seminar(standort, naechsten_monat(clock.jetzt()))
    lotsin = mache_person(standort=standort)
    setze_stand(lotsin, QualifizierungStand.VOLLSTAENDIG)
    page = melde_an(lotsin)
    page.get_by_role("link", name="Seminare", exact=True).click()
    page.get_by_role("link", name=seminar.titel).click()
    page.get_by_role("button", name="Ich möchte teilnehmen").click()
    assert page.get_by_text("Sie haben einen Platz. Wir freuen uns auf Sie.").is_visible()
    page.get_by_text("Nicht mehr teilnehmen").click()
    page.get_by_role("button", name="Ja, ich nehme nicht mehr teil").click()
    assert page.get_by_role("button", name="Ich möchte teilnehmen").is_visible()
    db.session.rollback()
    assert db.session.query(Anmeldung).one().status is AnmeldungStatus.ABGEMELDET
