"""The list to sign on paper: everybody of the Kursgruppe, with room for a pen."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from lxml.html import fromstring

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.kursgruppe import Praesenztermin
from lernplattform.models.person import Person, Rolle
from tests.fabrik import mache_gruppe, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

Besucher = Callable[[], Besuch]


@pytest.fixture
def trainer(app: Flask) -> Person:
    spiele_beispiel_ein()
    return mache_person(Rolle.TRAINER, mache_standort())


@pytest.fixture
def termin(trainer: Person) -> int:
    """An evening that is still to come."""
    ort = mache_standort()
    trainerin = mache_person(Rolle.TRAINER, ort, email="leitung@test.example")
    lotsen = tuple(mache_person(standort=ort, nachname=name) for name in ("Zander", "Öztürk"))
    gruppe = mache_gruppe(ort, trainerin, lotsen)
    morgen = clock.heute() + timedelta(days=1)
    termin = Praesenztermin(kursgruppe_id=gruppe.id, datum=morgen, titel="Grenzen", ue=4)
    with transaktion():
        db.session.add(termin)
    return termin.id


@pytest.fixture
def leitung(termin: int) -> Person:
    return db.session.query(Person).filter_by(email="leitung@test.example").one()


def test_it_names_everybody_in_german_order_with_empty_rows_below(
    besuch: Besucher, leitung: Person, termin: int
) -> None:
    gast = besuch().melde_an(leitung)
    gast.oeffne(f"/begleitung/termine/{termin}/")
    gast.klicke("Liste zum Unterschreiben")
    assert "4 UE" in gast.text
    zeilen = [
        [" ".join(zelle.text_content().split()) for zelle in zeile]
        for zeile in fromstring(gast.html).xpath("//tbody/tr")
    ]
    assert zeilen[:2] == [["1", "Amira Öztürk", "", ""], ["2", "Amira Zander", "", ""]]
    assert zeilen[2:] == [[str(n), "", "", ""] for n in (3, 4, 5)]


def test_the_sheet_is_german_whatever_the_printer_reads(
    besuch: Besucher, leitung: Person, termin: int
) -> None:
    with transaktion():
        db.session.get_one(Person, leitung.id).sprache = "uk"
    gast = besuch().melde_an(leitung)
    gast.oeffne(f"/begleitung/termine/{termin}/teilnahmeliste")
    (blatt,) = fromstring(gast.html).find_class("lp-papier")
    assert blatt.get("lang") == "de"
    assert "Unterschrift" in blatt.text_content()
    assert "Teilnahmeliste" in blatt.text_content()
    assert '<html lang="uk"' in gast.html


def test_somebody_elses_list_does_not_exist(besuch: Besucher, trainer: Person, termin: int) -> None:
    besuch().melde_an(trainer).oeffne(f"/begleitung/termine/{termin}/teilnahmeliste", status=404)
