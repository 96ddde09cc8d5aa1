"""What the Koordination may do with the way in of a person, and where that ends."""

import re
from collections.abc import Callable
from html import unescape

import pytest
import segno
from flask import Flask
from lxml.html import fromstring

from lernplattform.core.db import db
from lernplattform.core.token import token_hash
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle, Zugangslink
from lernplattform.models.standort import Standort
from tests.fabrik import gib_rolle, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

Besucht = Callable[[], Besuch]


@pytest.fixture
def standort(app: Flask) -> Standort:
    spiele_beispiel_ein()
    return mache_standort("Musterstadt")


@pytest.fixture
def koordination(besuch: Besucht, standort: Standort) -> Besuch:
    return besuch().melde_an(mache_person(Rolle.KOORDINATION, standort, email="ich@test.example"))


def test_nobody_of_the_koordination_can_lock_herself_out(
    koordination: Besuch, standort: Standort
) -> None:
    ich = db.session.query(Person).filter_by(email="ich@test.example").one().id
    andere = mache_person(Rolle.KOORDINATION, standort).id
    assert "Zugang sperren" in koordination.oeffne(f"/koordination/personen/{andere}/")
    assert "Zugang sperren" not in koordination.oeffne(f"/koordination/personen/{ich}/")
    text = koordination.sende(f"/koordination/personen/{ich}/aktiv/nein", 409)
    assert "Ihren eigenen Zugang" in text
    db.session.rollback()
    assert db.session.get_one(Person, ich).aktiv


@pytest.mark.parametrize("rolle", [Rolle.VERWALTUNG, Rolle.KOORDINATION, Rolle.TRAINER])
def test_nobody_gets_into_rights_beyond_the_own_standort_by_a_slip(
    koordination: Besuch, standort: Standort, rolle: Rolle
) -> None:
    person = mache_person(rolle)  # of another Standort, or of none
    with transaktion():
        gib_rolle(person, Rolle.LOTSE, standort)
    for tat in ("zettel", "aktiv/nein"):
        text = koordination.sende(f"/koordination/personen/{person.id}/{tat}", 409)
        assert "hat auch anderswo Aufgaben" in text
    db.session.expire_all()
    assert db.session.get_one(Person, person.id).aktiv
    assert db.session.query(Zugangslink).count() == 0


@pytest.mark.parametrize("rolle", [Rolle.LOTSE, Rolle.TRAINER, Rolle.KOORDINATION])
def test_the_own_people_get_a_slip(koordination: Besuch, standort: Standort, rolle: Rolle) -> None:
    person = mache_person(rolle, standort)
    text = koordination.sende(f"/koordination/personen/{person.id}/zettel")
    assert "https://lernen.example/einladung/" in text
    assert "eine neue Adresse, und diese hier gilt nicht mehr" in text


def test_the_picture_on_the_slip_leads_to_the_address_under_it(
    koordination: Besuch, standort: Standort
) -> None:
    person = mache_person(Rolle.LOTSE, standort)
    koordination.sende(f"/koordination/personen/{person.id}/zettel")
    adresse = "".join(re.findall(r'<span class="lp-stueck">([^<]+)</span>', koordination.html))
    assert token_hash(adresse.removeprefix("https://lernen.example/einladung/")) == (
        db.session.query(Zugangslink.token_hash).scalar()
    )
    bild = re.search(r'<img class="lp-qr"\s+src="([^"]+)"', koordination.html)
    assert bild
    erwartet = segno.make(adresse, error="m").svg_data_uri(scale=5, border=4, light="#fff")
    assert unescape(bild[1]) == erwartet


@pytest.mark.parametrize(
    ("gewaehlt", "sprache", "richtung", "gruss"),
    [
        (None, "de", "ltr", "Guten Tag, Amira"),
        ("tr", "tr", "ltr", "Merhaba"),
        ("ar", "ar", "rtl", "صالح حتى"),
    ],
)
def test_a_slip_speaks_the_language_of_its_person(
    besuch: Besucht,
    standort: Standort,
    gewaehlt: str | None,
    sprache: str,
    richtung: str,
    gruss: str,
) -> None:
    gast = besuch().melde_an(mache_person(Rolle.KOORDINATION, standort, sprache="en"))
    person = mache_person(Rolle.LOTSE, standort, sprache=gewaehlt)
    gast.sende(f"/koordination/personen/{person.id}/zettel")
    (blatt,) = fromstring(gast.html).find_class("lp-papier")
    assert (blatt.get("lang"), blatt.get("dir")) == (sprache, richtung)
    assert gruss in blatt.text_content()
    assert '<html lang="en"' in gast.html


def test_a_lotse_who_also_learns_elsewhere_gets_a_slip(
    koordination: Besuch, standort: Standort
) -> None:
    person = mache_person(Rolle.LOTSE)
    with transaktion():
        gib_rolle(person, Rolle.LOTSE, standort)
    koordination.sende(f"/koordination/personen/{person.id}/zettel")
    assert db.session.query(Zugangslink).count() == 1
