"""Reading aloud. No Chromium without a screen has voices, so these tests bring a speaker along."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Buehne
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.spiel import GUTER_ERSTER_BESUCH, spiele, starte

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

# Speaks when the test says so; keeps what was said.
SPRECHER = """(stimmen) => {
  window.gesagt = [];
  class Aeusserung { constructor(text) { this.text = text; } }
  const sprecher = new EventTarget();
  Object.assign(sprecher, {
    getVoices: () => stimmen,
    speak: (satz) => { window.gesagt.push(satz.text); window.jetzt = satz; },
    cancel: () => {},
  });
  Object.defineProperty(window, "speechSynthesis", { value: sprecher });
  window.SpeechSynthesisUtterance = Aeusserung;
}"""
DEUTSCH = "[{lang: 'de-DE', localService: true}]"
FERN = "[{lang: 'de-DE', localService: false}, {lang: 'en-GB', localService: true}]"
MARKIERT = "[...(CSS.highlights.get('lp-satz') ?? [])].map((r) => r.toString()).join('')"


def oeffne(buehne: Buehne, stimmen: str) -> Page:
    person = mache_person()
    lauf = starte(spiele_beispiel_ein(), person.id, "fuenf-fragen")
    page = buehne.fenster(person.id).new_page()
    page.add_init_script(f"({SPRECHER})({stimmen})")
    page.goto(f"/lernen/durchlauf/{lauf}/")
    return page


def gesagt(page: Page) -> list[str]:
    return list(page.evaluate("window.gesagt"))


def weiter(page: Page) -> None:
    page.evaluate("window.jetzt.onend()")


@pytest.mark.parametrize("stimmen", ["[]", FERN])
def test_without_a_german_voice_on_this_device_nothing_is_offered(
    buehne: Buehne, stimmen: str
) -> None:
    assert oeffne(buehne, stimmen).locator(".lp-vorlesen").is_hidden()


def test_sentences_come_in_order_marked_and_the_text_stays_as_it_is(buehne: Buehne) -> None:
    page = oeffne(buehne, DEUTSCH)
    vorher = page.locator("main").inner_html()
    page.get_by_role("button", name="Vorlesen").click()
    text = page.locator(".lp-szene").inner_text()
    for _ in range(3):
        assert page.evaluate(MARKIERT).split() == gesagt(page)[-1].split()
        weiter(page)
    assert gesagt(page)[0] in " ".join(page.locator("#gespraech").inner_text().split())
    assert any(satz in " ".join(text.split()) for satz in gesagt(page))
    assert not any("Entscheiden" in satz for satz in gesagt(page))
    page.get_by_role("button", name="Beenden").click()
    assert page.evaluate(MARKIERT) == ""
    assert page.locator("main").inner_html() == vorher


def test_a_pause_goes_on_at_the_same_sentence_and_a_swap_ends_it(buehne: Buehne) -> None:
    page = oeffne(buehne, DEUTSCH)
    page.get_by_role("button", name="Vorlesen").focus()
    page.keyboard.press("Enter")
    weiter(page)
    zweiter = gesagt(page)[-1]
    page.keyboard.press("Enter")
    expect(page.locator(".lp-vorlesen [role=status]")).to_contain_text("angehalten")
    weiter(page)  # an utterance that was cut off says so late
    assert len(gesagt(page)) == 2
    page.keyboard.press("Enter")
    assert gesagt(page)[-1] == zweiter
    page.get_by_label("Sie erzählen nur").check()
    page.get_by_role("button", name="Entscheiden").click()
    page.get_by_role("heading", name="Was dann geschieht").wait_for()
    assert page.evaluate(MARKIERT) == ""
    expect(page.get_by_role("button", name="Vorlesen")).to_be_visible()


def test_a_lektion_is_read_as_its_text_alone(buehne: Buehne) -> None:
    spiele_beispiel_ein()
    page = buehne.fenster(mache_person().id).new_page()
    page.add_init_script(f"({SPRECHER})({DEUTSCH})")
    page.goto("/lernen/modul/ankommen/lektion/willkommen/")
    page.get_by_role("button", name="Vorlesen").click()
    while page.get_by_role("button", name="Beenden").is_visible():
        weiter(page)
    text = " ".join(" ".join(page.locator(".lp-vorlesbar").all_text_contents()).split())
    assert len(gesagt(page)) > 1
    assert all(satz in text for satz in gesagt(page))


def meine_saetze(buehne: Buehne, stimmen: str) -> Page:
    person = mache_person()
    spiele(spiele_beispiel_ein(), person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    page = buehne.fenster(person.id).new_page()
    page.add_init_script(f"({SPRECHER})({stimmen})")
    page.goto("/lernen/saetze/")
    return page


def test_each_sentence_of_meine_saetze_is_read_by_its_own_button(buehne: Buehne) -> None:
    page = meine_saetze(buehne, DEUTSCH)
    sprueche = page.locator("[data-vorlesen]").all_inner_texts()
    assert sprueche
    for spruch in sprueche:
        page.get_by_role("button", name=f"Vorlesen {spruch}", exact=True).press("Enter")
        assert gesagt(page)[-1] == spruch
    assert page.evaluate("window.jetzt.lang") == "de-DE"


def test_sentences_have_no_button_without_a_german_voice(buehne: Buehne) -> None:
    page = meine_saetze(buehne, FERN)
    assert page.locator("[data-vorlesen]").count() > 0
    assert page.get_by_role("button", name="Vorlesen").count() == 0
