"""The tasks of a Lotse with the keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from lernplattform.core import clock
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from tests.browser.server import Buehne
from tests.browser.tastatur import Tastatur
from tests.browser.welt import naechsten_monat, oeffne_plattform
from tests.fabrik import PASSWORT, mache_person, mache_seminar, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein
from tests.spiel import starte

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]


@pytest.fixture
def lotsin(buehne: Buehne) -> Person:
    spiele_beispiel_ein()
    oeffne_plattform(mache_person(Rolle.VERWALTUNG))
    return mache_person()


def an(buehne: Buehne, person: Person | None, pfad: str) -> Tastatur:
    page = buehne.fenster(person.id if person else None).new_page()
    page.goto(pfad)
    return Tastatur(page)


def test_from_signing_in_to_a_finished_lektion_no_mouse_is_needed(
    buehne: Buehne, lotsin: Person
) -> None:
    tastatur = an(buehne, None, "/login")
    tastatur.tabbe_zu("E-Mail")
    tastatur.schreibe(str(lotsin.email))
    tastatur.tabbe_zu("Passwort")
    tastatur.schreibe(PASSWORT)
    tastatur.druecke_und_warte()
    assert tastatur.page.url.endswith("/lernen/")
    tastatur.tabbe_zu("Willkommen im Team")
    tastatur.druecke_und_warte()
    tastatur.tabbe_zu("Verstanden")
    tastatur.druecke_und_warte()
    schritt = tastatur.page.get_by_role("listitem").filter(has_text="Willkommen im Team")
    assert "(geschafft)" in schritt.inner_text()


def test_a_decision_is_made_and_read_without_a_mouse(buehne: Buehne, lotsin: Person) -> None:
    tastatur = an(buehne, lotsin, "/lernen/modul/vertrauen/szenario/fuenf-fragen/")
    tastatur.tabbe_zu("Geschichte beginnen")
    tastatur.druecke_und_warte()
    tastatur.tabbe_zu("Sie erzählen nur, was Lotsinnen allgemein tun.")
    tastatur.druecke("Space")
    tastatur.tabbe_zu("Entscheiden")
    tastatur.druecke_und_warte()
    expect(tastatur.page.get_by_text("Er findet das spannend.")).to_be_visible()
    tastatur.tabbe_zu("Weiter")
    tastatur.druecke_und_warte()
    expect(tastatur.page.get_by_text("Was nehmen Sie mit?")).to_be_visible()


def test_arrow_keys_move_between_the_options_of_one_question(
    buehne: Buehne, lotsin: Person
) -> None:
    lauf = starte(spiele_beispiel_ein(), lotsin.id, "fuenf-fragen")
    tastatur = an(buehne, lotsin, f"/lernen/durchlauf/{lauf}/")
    tastatur.tabbe_zu("Sie erzählen nur")
    tastatur.druecke("ArrowDown")
    assert tastatur.hier()[1].startswith("Sie erzählen von Frau Haddad")
    assert tastatur.page.locator("input[name=antwort]:checked").get_attribute("id") == "antwort-1"


def waehle(tastatur: Tastatur, text: str) -> None:
    tastatur.tabbe_zu(text)
    tastatur.druecke("Space")


def ordne(tastatur: Tastatur) -> None:
    """A select takes the first letter of what is meant."""
    for nummer in "123":
        tastatur.tabbe_zu_art("select")
        tastatur.schreibe(nummer)


def ordne_zu(tastatur: Tastatur) -> None:
    """Tab goes from one group to the next, Space takes the first of it."""
    felder = tastatur.page.locator("fieldset.lp-paar input")
    for name in sorted({str(feld.get_attribute("name")) for feld in felder.all()}):
        tastatur.page.locator(f"[name='{name}']").first.wait_for()
        tastatur.tabbe_zu_art(f"input[name='{name}']")
        tastatur.druecke("Space")


def schreibe_gedanken(tastatur: Tastatur) -> None:
    tastatur.tabbe_zu_art("textarea")
    tastatur.schreibe("Zuhören tut gut.")


ANTWORTEN: tuple[Callable[[Tastatur], None], ...] = (
    lambda t: waehle(t, "Sie erzählen nur, was Lotsinnen allgemein tun."),
    lambda t: waehle(t, "Stift und Papier"),
    ordne,
    ordne_zu,
    schreibe_gedanken,
)


def test_every_kind_of_question_is_answered_without_a_mouse(buehne: Buehne, lotsin: Person) -> None:
    lauf = starte(spiele_beispiel_ein(), lotsin.id, "fuenf-fragen")
    tastatur = an(buehne, lotsin, f"/lernen/durchlauf/{lauf}/")
    for antworte in ANTWORTEN:
        expect(tastatur.page.locator("form[action$=antwort]")).to_be_visible()
        antworte(tastatur)
        tastatur.tabbe_zu_art("form[action$=antwort] button")
        tastatur.druecke()
        expect(tastatur.page.locator("form[action$=antwort]")).to_be_hidden()
        assert tastatur.page.locator(".lp-fehlersumme").count() == 0
        tastatur.tabbe_zu_art("main .kern-btn--primary")
        tastatur.druecke()
    tastatur.page.get_by_text("Sie gehen zufrieden nach Hause.").wait_for()


def test_a_seminar_is_booked_and_given_back_without_a_mouse(buehne: Buehne) -> None:
    spiele_beispiel_ein()
    standort = mache_standort("Auenstadt")
    seminar = mache_seminar(standort, naechsten_monat(clock.jetzt()))
    person = mache_person(standort=standort)
    setze_stand(person, QualifizierungStand.VOLLSTAENDIG)
    tastatur = an(buehne, person, f"/seminare/{seminar.id}/")
    tastatur.tabbe_zu_art("form[action$=anmelden] button")
    tastatur.druecke()
    tastatur.page.locator("details.lp-bestaetigung").wait_for()
    tastatur.tabbe_zu_art("details.lp-bestaetigung > summary")
    tastatur.druecke()
    expect(tastatur.page.locator("dialog[open]")).to_be_visible()
    tastatur.tabbe_zu_art("dialog form[action$=abmelden] button")
    tastatur.druecke()
    expect(tastatur.page.locator("form[action$=anmelden] button")).to_be_visible()


@pytest.mark.parametrize("pfad", ["/", "/login", "/lernen/", "/seminare/", "/konto/"])
def test_the_first_stop_leads_past_the_navigation(
    buehne: Buehne, lotsin: Person, pfad: str
) -> None:
    tastatur = an(buehne, None if pfad in {"/", "/login"} else lotsin, pfad)
    tastatur.tabbe()
    assert tastatur.hier() == ("a", "Zum Inhalt springen")
    tastatur.druecke()
    assert tastatur.hier()[0] == "main"


@pytest.mark.parametrize("pfad", ["/login", "/konto/"])
def test_after_a_refused_form_the_focus_is_in_the_summary_and_leads_to_the_field(
    buehne: Buehne, lotsin: Person, pfad: str
) -> None:
    tastatur = an(buehne, None if pfad == "/login" else lotsin, pfad)
    formular = "main form:not(.lp-knopf-post):has(input:not([type=hidden]))"
    knopf = tastatur.page.locator(f"{formular} button[type=submit]").first
    tastatur.tabbe_zu(knopf.inner_text())
    tastatur.druecke_und_warte()
    tag, text = tastatur.angekommen()
    assert tag == "div"
    assert text.startswith("Bitte prüfen Sie Ihre Angaben")
    tastatur.tabbe()
    tastatur.druecke()
    assert tastatur.hier()[0] == "input"


def test_a_missing_answer_is_said_once_with_the_focus_and_the_choices_are_next(
    buehne: Buehne, lotsin: Person
) -> None:
    lauf = starte(spiele_beispiel_ein(), lotsin.id, "fuenf-fragen")
    tastatur = an(buehne, lotsin, f"/lernen/durchlauf/{lauf}/")
    tastatur.tabbe_zu("Entscheiden")
    tastatur.druecke_und_warte()
    assert tastatur.angekommen() == ("p", "Bitte wählen Sie eine Antwort.")
    assert tastatur.page.get_by_text("Bitte wählen Sie eine Antwort.").count() == 1
    gruppe = tastatur.page.get_by_role("group", name="Was sagen Sie?")
    expect(gruppe).to_have_accessible_description("Bitte wählen Sie eine Antwort.")
    expect(gruppe.get_by_label("Sie erzählen nur")).to_be_in_viewport()
    tastatur.tabbe()
    assert tastatur.hier()[0] == "input"


@pytest.mark.parametrize("pfad", ["/lernen/", "/lernen/modul/ankommen/", "/seminare/", "/konto/"])
def test_tab_passes_through_a_page_and_out_of_it_again(
    buehne: Buehne, lotsin: Person, pfad: str
) -> None:
    tastatur = an(buehne, lotsin, pfad)
    for _ in range(60):
        tastatur.tabbe()
        if tastatur.hier()[0] == "body":
            return
    raise AssertionError("the focus never leaves the page")
