"""Legal pages: the Verwaltung writes them, and whoever can see to it is told what is missing."""

from collections.abc import Callable
from typing import Any

import pytest

from lernplattform.core.db import db
from lernplattform.models.person import Rolle
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.models.standort import Rechtstext
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

Besucher = Callable[[], Besuch]
SEITEN = ("datenschutz", "impressum")


@pytest.fixture
def gast(besuch: Besucher) -> Besuch:
    return besuch().melde_an(mache_person(Rolle.VERWALTUNG))


def test_verwaltung_and_koordination_are_told_what_is_missing(
    gast: Besuch, besuch: Besucher
) -> None:
    spiele_beispiel_ein()
    satz = "Es fehlen noch: Datenschutz, Impressum, Barrierefreiheit."
    assert satz in gast.oeffne("/verwaltung/")
    assert gast.link("Rechtstexte schreiben") == "/verwaltung/rechtstexte/"
    koordination = besuch().melde_an(mache_person(Rolle.KOORDINATION))
    assert satz in koordination.oeffne("/koordination/")
    gast.sende("/verwaltung/rechtstexte/impressum/", text="Verein für alle e.V.")
    satz = "Es fehlen noch: Datenschutz, Barrierefreiheit."
    assert satz in gast.oeffne("/verwaltung/")
    assert satz in koordination.oeffne("/koordination/")


def test_once_all_are_written_nobody_is_bothered(gast: Besuch) -> None:
    for seite in SEITEN:
        text = gast.sende(f"/verwaltung/rechtstexte/{seite}/", text=f"Text zu {seite}.")
        assert "Der Text ist gespeichert." in text
    assert "Es fehlen noch: Barrierefreiheit." in gast.oeffne("/verwaltung/")
    gast.oeffne("/verwaltung/rechtstexte/")
    gast.klicke("Barrierefreiheit")
    gast.druecke("Speichern", traeger="Verein für alle e. V.", telefon="0611 123456")
    assert "Es fehlen noch" not in gast.oeffne("/verwaltung/")
    gast.oeffne("/verwaltung/rechtstexte/")
    assert gast.html.count("ausgefüllt") == 3
    for seite in SEITEN:
        assert f"Text zu {seite}." in gast.oeffne(f"/{seite}/")
    db.session.rollback()
    akte = [zeile.akt for zeile in db.session.query(Protokolleintrag)]
    assert akte == ["rechtstext_gesetzt", "rechtstext_gesetzt", "barriereerklaerung_gesetzt"]


def test_a_text_can_be_changed_and_not_emptied(gast: Besuch) -> None:
    pfad = "/verwaltung/rechtstexte/impressum/"
    gast.sende(pfad, text="Erster Stand")
    assert "Erster Stand" in gast.oeffne(pfad)
    assert "Bitte füllen Sie dieses Feld aus." in gast.sende(pfad, status=422, text="  ")
    gast.sende(pfad, text="Zweiter Stand")
    assert "Zweiter Stand" in gast.oeffne("/impressum/")


def test_there_are_no_other_pages(gast: Besuch) -> None:
    gast.oeffne("/verwaltung/rechtstexte/agb/", status=404)
    gast.sende("/verwaltung/rechtstexte/agb/", status=404, text="x")


def test_the_accessibility_statement_is_no_free_text(gast: Besuch) -> None:
    gast.sende("/verwaltung/rechtstexte/barrierefreiheit/", status=422, text="x")
    assert db.session.query(Rechtstext).count() == 0


class TestInDerDemo:
    @pytest.fixture
    def app_config(self) -> dict[str, Any]:
        return {"DEMO": True}

    def test_nothing_is_missing(self, gast: Besuch) -> None:
        assert "Es fehlen noch" not in gast.oeffne("/verwaltung/")
