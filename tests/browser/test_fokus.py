"""Whoever goes by keyboard sees where they are on every page, forwards and backwards."""

import pytest
from playwright.sync_api import Page

from tests.browser.seitenliste import SEITEN, Seite
from tests.browser.server import Buehne
from tests.browser.tastatur import Tastatur
from tests.browser.welt import Welt

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

GROESSEN = {"phone": (360, 640), "laptop": (1280, 720)}
# Every kind of question, of bar, and of table with its own scrolling.
AM_TELEFON = (
    "Lernweg mitten darin",
    "Lektion",
    "Schwere Lektion",
    "Einfachwahl",
    "Mehrfachwahl",
    "Reihenfolge",
    "Zuordnung",
    "Freitext",
    "Seminar offen",
    "Notfallkarte vor Ort",
    "Konto mit Fehlern",
)
AM_RECHNER = ("Lektion", "Matrix", "Menschen", "Dossier", "Volles Seminar", "Personen")
WEGE = [("phone", n) for n in AM_TELEFON] + [("laptop", n) for n in AM_RECHNER]
NACH_NAME = {seite.name: seite for seite in SEITEN}


def oeffne(schauplatz: tuple[Buehne, Welt], seite: Seite, groesse: str) -> Page:
    buehne, welt = schauplatz
    page = buehne.fenster(welt.personen.get(seite.wer)).new_page()
    breite, hoehe = GROESSEN[groesse]
    page.set_viewport_size({"width": breite, "height": hoehe})
    page.goto(seite.pfad.format(**welt.werte))
    if seite.tat:
        seite.tat(page)
    return page


@pytest.mark.parametrize(("groesse", "name"), WEGE, ids=lambda wert: wert)
def test_the_focus_is_never_hidden(
    schauplatz: tuple[Buehne, Welt], groesse: str, name: str
) -> None:
    page = oeffne(schauplatz, NACH_NAME[name], groesse)
    tastatur = Tastatur(page)
    for taste in ("Tab", "Shift+Tab"):
        for _ in range(25):
            tastatur.tabbe(taste)
    page.close()
