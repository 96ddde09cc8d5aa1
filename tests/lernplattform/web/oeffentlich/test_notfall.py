"""The Notfallkarte: for anybody and at any time; leaving quickly where a topic is hard."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import text

from kurse.katalog import Katalog
from kurse.rahmen import Notrufnummer
from kurse.speichern import hash_von
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import Standort
from lernplattform.services.oertliches import Ortsangabe, trage_oertliches_ein
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, mache_standort
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein
from tests.seiten import Besuch
from tests.spiel import antworte, starte

VERLASSEN = 'href="https://www.dwd.de/"'
NUMMERN = ("116 117", "112", "110")


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def standort(katalog: Katalog) -> Standort:
    return mache_standort("Musterstadt")


@pytest.fixture
def person(standort: Standort) -> Person:
    return mache_person(standort=standort)


@pytest.fixture
def lotse(besuch, person) -> Besuch:
    return besuch().melde_an(person)


def trage_ein(standort: Standort) -> None:
    wer = als(mache_person(Rolle.KOORDINATION, standort))
    with transaktion():
        angabe = Ortsangabe("069 90009 110", "Zimmer 12")
        trage_oertliches_ein(wer, standort.id, {"koordination": angabe}, JETZT)


def test_before_any_content_the_numbers_that_hold_everywhere_are_there(app, besuch):
    gast = besuch()
    seite = gast.oeffne("/notfall/")
    assert seite.index("110") < seite.index("112") < seite.index("116 117")
    assert gast.link("116 117") == "tel:116117"
    angemeldet = besuch().melde_an(mache_person())
    assert "Polizei" in angemeldet.oeffne("/notfall/")


@pytest.mark.parametrize("mit_sitzung", [False, True])
def test_without_the_database_the_numbers_are_there_for_everybody(app, besuch, mit_sitzung):
    besucher = besuch().melde_an(mache_person()) if mit_sitzung else besuch()
    db.session.remove()
    with db.engine.begin() as verbindung:
        for tabelle in ("katalogstand", "sitzung"):
            verbindung.execute(text(f"ALTER TABLE {tabelle} RENAME TO {tabelle}_weg"))
    seite = besucher.oeffne("/notfall/")
    assert seite.index("110") < seite.index("112") < seite.index("116 117")
    assert "Abmelden" not in besucher.html


def test_110_and_112_come_first_whatever_the_order_of_the_content(katalog, besuch):
    karte = tuple(Notrufnummer(nummer, f"Stelle {nummer}", "Immer.") for nummer in NUMMERN)
    spiele_beispiel_ein(replace(katalog, notfallkarte=karte, inhalt_version="x"))
    seite = besuch().oeffne("/notfall/")
    stellen = [seite.index(f"Stelle {nummer}") for nummer in ("110", "112", "116 117")]
    assert stellen == sorted(stellen)
    besucher = besuch()
    besucher.oeffne("/notfall/")
    assert besucher.html.count('class="dringend"') == 2


def test_every_page_leads_there_in_its_foot(katalog, besuch, lotse):
    for besucher, pfad in ((besuch(), "/"), (besuch(), "/login"), (lotse, "/lernen/")):
        besucher.oeffne(pfad)
        assert besucher.link("Notfallkarte: 110, 112 und weitere Hilfe") == "/notfall/"
    lotse.oeffne("/gibt-es-nicht", 404)
    assert lotse.link("Notfallkarte") == "/notfall/"


def test_the_own_standort_is_shown_to_its_people_and_to_nobody_else(standort, lotse, besuch):
    assert "noch keine Nummer eingetragen" in lotse.oeffne("/notfall/")
    trage_ein(standort)
    assert "Bei Ihnen vor Ort: Musterstadt Ihre Koordination" in lotse.oeffne("/notfall/")
    assert lotse.link("069 90009 110") == "tel:06990009110"
    assert lotse.link("Alles, was bei Ihnen vor Ort gilt") == "/lernen/oertliches/"
    trainer = besuch().melde_an(mache_person(Rolle.TRAINER, standort))
    assert "069 90009 110" in trainer.oeffne("/notfall/")
    assert "Alles, was bei Ihnen" not in trainer.text
    for anderer in (besuch(), besuch().melde_an(mache_person())):
        assert "069 90009 110" not in anderer.oeffne("/notfall/")


def test_the_copy_for_the_device_has_the_contacts_and_no_name(standort, lotse, person):
    trage_ein(standort)
    seite = lotse.oeffne("/notfall/?kopie=1")
    assert "069 90009 110" in seite
    assert person.nachname not in lotse.html


def test_a_hard_topic_can_be_left_quickly_at_every_step(katalog, lotse, person):
    lektion = "/lernen/modul/vertrauen/lektion/schwere-themen/"
    brief = katalog.szenario("brief-weg")
    assert brief is not None
    schwer = replace(brief, inhaltshinweis="gewalt", alternative="fuenf-fragen")
    neu = spiele_beispiel_ein(ersetze_inhalt(katalog, replace(schwer, hash=hash_von(schwer))))
    lauf = starte(neu, person.id, "brief-weg")
    antworte(neu, person.id, lauf, ["melden"])
    seiten = [
        "/notfall/",
        lektion,
        f"{lektion}?ansehen=1",
        "/lernen/modul/vertrauen/szenario/brief-weg/",
        f"/lernen/durchlauf/{lauf}/",
        f"/lernen/durchlauf/{lauf}/schritt/1/",
    ]
    for pfad in seiten:
        lotse.oeffne(pfad)
        assert VERLASSEN in lotse.html, pfad
        assert lotse.html.index(VERLASSEN) < lotse.html.index("<main"), pfad
    antworte(neu, person.id, lauf, ["alles", "schweigen", "ehrlich"], ab=1)
    lotse.oeffne(f"/lernen/durchlauf/{lauf}/")
    assert VERLASSEN in lotse.html


def test_other_pages_have_no_such_button(katalog, lotse):
    for pfad in ("/lernen/", "/lernen/modul/ankommen/lektion/willkommen/", "/konto/"):
        lotse.oeffne(pfad)
        assert "data-verlassen" not in lotse.html, pfad
