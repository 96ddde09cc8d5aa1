from dataclasses import replace

import pytest
from flask import Flask

from kurse.katalog import Katalog
from kurse.speichern import hash_von
from lernplattform.core.db import db
from lernplattform.models.person import Person
from tests.fabrik import mache_person
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

WILLKOMMEN = "/lernen/modul/ankommen/lektion/willkommen/"
OHNE_ZWILLING = "/lernen/modul/ankommen/lektion/gut-zuhoeren/"
GANZ, EINFACH = "Sie begleiten Menschen ein Stück.", "Sie helfen anderen Menschen."


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person()


@pytest.fixture
def lotse(besuch, person) -> Besuch:
    return besuch().melde_an(person)


def test_the_switch_changes_the_text_and_is_remembered(lotse, person):
    assert GANZ in lotse.oeffne(WILLKOMMEN)
    assert 'aria-checked="false"' in lotse.html
    lotse.druecke("Einfache Sprache")
    assert EINFACH in lotse.oeffne(WILLKOMMEN)
    assert "Was hat Sie zu diesem Ehrenamt geführt?" in lotse.text
    assert 'aria-checked="true"' in lotse.html
    db.session.expire_all()
    assert db.session.get_one(Person, person.id).einfach_lesen
    lotse.druecke("Einfache Sprache")
    assert GANZ in lotse.oeffne(WILLKOMMEN)


def test_a_lektion_without_a_twin_says_so_quietly_to_whoever_wishes_for_it(lotse):
    satz = "Diese Lektion gibt es noch nicht in einfacher Sprache."
    assert satz not in lotse.oeffne(OHNE_ZWILLING)
    lotse.sende(f"{WILLKOMMEN}lesart", einfach="1")
    assert satz in lotse.oeffne(OHNE_ZWILLING)
    assert satz not in lotse.oeffne(WILLKOMMEN)


def test_a_link_may_ask_for_either_text_and_changes_no_choice(lotse):
    assert EINFACH in lotse.oeffne(f"{WILLKOMMEN}?einfach=1")
    assert GANZ in lotse.oeffne(WILLKOMMEN)
    lotse.sende(f"{WILLKOMMEN}lesart", einfach="1")
    assert GANZ in lotse.oeffne(f"{WILLKOMMEN}?einfach=0")


def test_switching_within_the_text_keeps_the_place(lotse, katalog):
    alte = katalog.lektion("willkommen")
    neue = replace(alte, einfach_html="<h2>Kurz</h2><p>Sie helfen anderen Menschen.</p>", hash="")
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neue, hash=hash_von(neue))))
    assert "Ab hier in einfacher Sprache" in lotse.oeffne(WILLKOMMEN)
    csrf = lotse.csrf_token()
    antwort = lotse.post(f"{WILLKOMMEN}lesart", csrf_token=csrf, einfach="1", stelle="1")
    assert antwort.status_code == 303
    assert antwort.location.endswith(f"{WILLKOMMEN}#abschnitt-1")
    assert "Ab hier im ganzen Text" in lotse.oeffne(WILLKOMMEN)
    assert 'id="abschnitt-1"' in lotse.html


def test_a_twin_without_sections_offers_no_way_over_from_a_section(lotse):
    assert "Ab hier in einfacher Sprache" not in lotse.oeffne(WILLKOMMEN)


@pytest.mark.parametrize("stelle", ["", "x", "-1", "99999"])
def test_a_place_that_is_none_leads_to_the_top(lotse, stelle):
    lotse.oeffne(WILLKOMMEN)
    csrf = lotse.csrf_token()
    antwort = lotse.post(f"{WILLKOMMEN}lesart", csrf_token=csrf, einfach="1", stelle=stelle)
    assert antwort.location.endswith(WILLKOMMEN)


def test_the_switch_stays_within_the_budget(lotse):
    lotse.oeffne(WILLKOMMEN)
    csrf = lotse.csrf_token()
    with count_queries() as sql:
        lotse.post(f"{WILLKOMMEN}lesart", csrf_token=csrf, einfach="1")
    assert len(sql) <= 10, sql
