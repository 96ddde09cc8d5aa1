"""Back, reload and send again: what was decided stays decided."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from lernplattform.core.db import db
from lernplattform.models.durchlauf import Antwort
from tests.browser.server import Buehne
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.spiel import starte

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

GUT, FALSCH = "Sie erzählen nur, was Lotsinnen", "Sie erzählen von Frau Haddad"


@dataclass(frozen=True)
class Offen:
    """The same question in two tabs; in `page` it was answered well."""

    page: Page
    anderer_tab: Page


@pytest.fixture
def offen(buehne: Buehne) -> Offen:
    person = mache_person()
    lauf = starte(spiele_beispiel_ein(), person.id, "fuenf-fragen")
    fenster = buehne.fenster(person.id)
    tabs = Offen(fenster.new_page(), fenster.new_page())
    for tab in (tabs.page, tabs.anderer_tab):
        tab.goto(f"/lernen/durchlauf/{lauf}/")
    waehle(tabs.page, GUT)
    return tabs


def waehle(page: Page, option: str) -> None:
    page.get_by_label(option).check()
    page.get_by_role("button", name="Entscheiden").click()
    page.get_by_role("heading", name="Was dann geschieht").wait_for()


def gespeichert() -> list[int]:
    db.session.rollback()
    return [antwort.schritt for antwort in db.session.query(Antwort)]


def test_an_old_page_sent_again_shows_the_stored_consequence(offen: Offen) -> None:
    waehle(offen.anderer_tab, FALSCH)
    assert offen.anderer_tab.get_by_text("Er findet das spannend.").is_visible()
    assert gespeichert() == [0]


def test_back_leads_to_the_present_question_and_not_to_a_second_try(offen: Offen) -> None:
    offen.page.go_back()
    expect(offen.page.get_by_text("Was nehmen Sie mit?")).to_be_visible()
    assert offen.page.get_by_label(FALSCH).count() == 0
    offen.page.go_forward()
    expect(offen.page.get_by_text("Er findet das spannend.")).to_be_visible()
    assert gespeichert() == [0]


def test_reloading_the_consequence_sends_nothing_again(offen: Offen) -> None:
    offen.page.reload()
    assert offen.page.get_by_text("Er findet das spannend.").is_visible()
    assert gespeichert() == [0]
