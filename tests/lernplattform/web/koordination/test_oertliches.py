"""The Koordination fills the local page; its Lotsen read it and call from it."""

from collections.abc import Callable

import pytest
from flask import Flask
from lxml.html import fromstring
from werkzeug.datastructures import MultiDict

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import OertlicherEintrag, Standort
from lernplattform.queries.oertliches import Ortseintrag
from lernplattform.services.oertliches import Ortsangabe
from lernplattform.web.koordination.forms_oertliches import gelesen, ortsformular
from tests.fabrik import gib_rolle, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]
FELDER = {"koordination-telefon": "069 90009-110", "koordination-text": "Zimmer 12\nRathaus"}


@pytest.fixture
def standort(app: Flask) -> Standort:
    spiele_beispiel_ein()
    return mache_standort("Musterstadt")


@pytest.fixture
def person(standort: Standort) -> Person:
    return mache_person(Rolle.KOORDINATION, standort)


@pytest.fixture
def koordination(besuch: Besucht, person: Person) -> Besuch:
    return besuch().melde_an(person)


@pytest.fixture
def lotse(besuch: Besucht, standort: Standort) -> Besuch:
    return besuch().melde_an(mache_person(standort=standort))


def test_what_is_entered_is_read_at_once_and_dials(koordination, lotse, standort):
    koordination.oeffne("/koordination/")
    seite = koordination.klicke("Vor Ort")
    assert "1 Eintrag fehlt noch Ihre Koordination" in seite
    assert "Gespeichert." in koordination.druecke("Speichern", **FELDER)
    assert "Alles ist eingetragen." in koordination.text
    assert "fehlt noch" not in koordination.text
    lotse.oeffne("/lernen/")
    assert "Zimmer 12 Rathaus" in lotse.klicke("Bei Ihnen vor Ort")
    assert lotse.link("069 90009-110") == "tel:06990009110"
    lotse.klicke("Zur Notfallkarte")
    assert lotse.link("069 90009-110") == "tel:06990009110"


def test_before_anything_is_entered_the_page_says_whom_to_ask(lotse):
    seite = lotse.oeffne("/lernen/oertliches/")
    assert "Hier steht bald, was bei Ihnen gilt. Bis dahin: Fragen Sie Ihre Koordination." in seite


@pytest.mark.parametrize(
    "nummer",
    ["bitte klingeln", "069 1 oder 069 2", "12", "+", "1234567890123456", "<script>", "110;112"],
)
def test_what_no_phone_can_dial_is_refused_with_a_sentence_at_the_field(koordination, nummer):
    koordination.oeffne("/koordination/oertliches/")
    seite = koordination.druecke("Speichern", 422, **{**FELDER, "koordination-telefon": nummer})
    assert seite.count("Bitte genau eine Telefonnummer") == 2
    assert koordination.link("Ihre Koordination: Bitte genau") == "#koordination-telefon"
    assert "Zimmer 12" in seite
    assert db.session.query(OertlicherEintrag).count() == 0


@pytest.mark.parametrize("nummer", ["110", "+49 (0)69 90009-110", "(06421) 201/12", "0171 3920010"])
def test_numbers_are_accepted_as_people_write_them(app, nummer):
    with app.test_request_context():
        form = ortsformular(
            [Ortseintrag("koordination", "K", "H")],
            formdata=MultiDict({"koordination-telefon": nummer}),
            meta={"csrf": False},
        )
        assert form.validate(), form.errors


def test_only_what_one_calls_for_asks_a_number(app):
    kontakt = Ortseintrag("jugendamt", "Jugendamt", "Nummer", ruft_an=True)
    regel = Ortseintrag("geschenke", "Geschenke", "Regel")
    alt = Ortseintrag("auslagen", "Auslagen", "Regel", telefon="069 1")
    gesendet = {"auslagen-telefon": "", "auslagen-text": "Mit Zettel"}
    with app.test_request_context(method="POST", data=gesendet):
        form = ortsformular((kontakt, regel, alt))
        assert {"jugendamt-telefon", "auslagen-telefon", "geschenke-text"} <= set(form._fields)
        assert "geschenke-telefon" not in form
        angaben = gelesen(form, (kontakt, regel, alt))
    assert angaben["auslagen"] == Ortsangabe("", "Mit Zettel")
    assert angaben["geschenke"] == Ortsangabe()


def test_texts_have_a_limit(koordination):
    koordination.oeffne("/koordination/oertliches/")
    zu_lang = {"koordination-text": "x" * 1501}
    assert "Bitte höchstens 1500 Zeichen." in koordination.druecke("Speichern", 422, **zu_lang)


def test_emptied_fields_count_as_missing_again(koordination):
    koordination.oeffne("/koordination/oertliches/")
    koordination.druecke("Speichern", **FELDER)
    leer = dict.fromkeys(FELDER, " ")
    assert "1 Eintrag fehlt noch" in koordination.druecke("Speichern", **leer)


def test_another_standort_is_unknown(koordination, lotse):
    fremd = mache_standort()
    pfad = f"/koordination/oertliches/{fremd.id}/"
    koordination.oeffne(pfad, 404)
    assert koordination.post(pfad, **FELDER).status_code == 404
    assert koordination.post(pfad, **{"koordination-telefon": "x"}).status_code == 404
    lotse.oeffne("/koordination/oertliches/", 403)


def test_who_coordinates_two_standorte_reaches_both(koordination, person, besuch):
    zweiter = mache_standort("Anderstadt")
    with transaktion():
        gib_rolle(person, Rolle.KOORDINATION, zweiter)
    koordination.oeffne("/koordination/oertliches/")
    assert "Anderstadt" in koordination.text
    koordination.druecke("Speichern", **FELDER)
    seite = koordination.klicke("Musterstadt")
    assert "1 Eintrag fehlt noch" in seite
    fremde_lotsin = besuch().melde_an(mache_person(standort=mache_standort()))
    assert "Zimmer 12" not in fremde_lotsin.oeffne("/lernen/oertliches/")


def test_the_pages_stay_within_their_budget(koordination, lotse):
    koordination.oeffne("/koordination/oertliches/")
    with count_queries() as sql:
        koordination.druecke("Speichern", **FELDER)
    assert len(sql) <= 10 + 6, sql  # and the page after it
    for besucher, pfad in ((lotse, "/lernen/oertliches/"), (lotse, "/notfall/")):
        besucher.oeffne(pfad)
        with count_queries() as sql:
            besucher.oeffne(pfad)
        assert len(sql) <= 6, sql


def test_on_an_arabic_page_a_number_keeps_its_order(besuch, standort):
    gast = besuch().melde_an(mache_person(Rolle.KOORDINATION, standort, sprache="ar"))
    gast.oeffne(f"/koordination/oertliches/{standort.id}/")
    felder = fromstring(gast.html).forms
    (telefon,) = [f for form in felder for f in form.xpath('.//*[@name="koordination-telefon"]')]
    assert telefon.get("dir") == "ltr"
