"""Between the whole text and its twin in plain language the place is kept."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from kurse.speichern import hash_von
from tests.browser.axe import barrieren
from tests.browser.server import Buehne
from tests.fabrik import mache_person
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

LEKTION = "/lernen/modul/ankommen/lektion/willkommen/"
HIN = "document.getElementById('abschnitt-3').scrollIntoView({ behavior: 'instant' })"
DA = "document.getElementById('abschnitt-3').getBoundingClientRect().top < 200"


def text(wort: str) -> str:
    absatz = f"<p>{'Sie hören zuerst zu. ' * 60}</p>"
    return "".join(f"<h2>{wort} {nummer}</h2>{absatz}" for nummer in range(1, 5))


@pytest.fixture
def person_id(buehne: Buehne) -> int:
    katalog = spiele_beispiel_ein()
    neue = replace(
        katalog.lektion("willkommen"), html=text("Ganz"), einfach_html=text("Kurz"), hash=""
    )
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neue, hash=hash_von(neue))))
    return mache_person().id


def oeffne(buehne: Buehne, person_id: int, *, skript: bool) -> Page:
    fenster = buehne.neues_fenster(
        person_id, java_script_enabled=skript, viewport={"width": 360, "height": 640}
    )
    page = fenster.new_page()
    page.goto(LEKTION)
    return page


def test_with_scripts_the_switch_is_always_in_reach_and_keeps_the_section(
    buehne: Buehne, person_id: int
) -> None:
    page = oeffne(buehne, person_id, skript=True)
    expect(page.get_by_role("button", name="Ab hier in einfacher Sprache")).to_have_count(0)
    page.evaluate(HIN)
    page.wait_for_function(DA)
    schalter = page.get_by_role("switch", name="Einfache Sprache")
    expect(schalter).to_be_in_viewport()
    assert barrieren(page) == []
    kasten = schalter.bounding_box()
    assert kasten
    # Not click(): it would scroll to where the switch began.
    page.mouse.click(kasten["x"] + 20, kasten["y"] + 20)
    expect(page).to_have_url(f"{buehne.adresse}{LEKTION}#abschnitt-3")
    expect(page.get_by_role("heading", name="Kurz 3")).to_be_focused()
    page.context.close()


def test_without_scripts_each_section_offers_the_way_over(buehne: Buehne, person_id: int) -> None:
    page = oeffne(buehne, person_id, skript=False)
    page.get_by_role("button", name="Ab hier in einfacher Sprache").nth(1).click()
    assert page.url.endswith("#abschnitt-2")
    assert page.get_by_role("heading", name="Kurz 2").is_visible()
    page.context.close()
