"""The own account: who I am here, and a new password."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from lernplattform.models.person import Person, Rolle
from tests.fabrik import PASSWORT, mache_person, mache_standort
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]
NEU = "ein ganz neuer Satz"


@pytest.fixture
def person(app: Flask) -> Person:
    return mache_person(
        Rolle.KOORDINATION, mache_standort("Musterstadt"), email="amira@test.example"
    )


def test_the_page_says_who_i_am_and_where(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    text = besucher.oeffne("/konto/")
    assert "amira@test.example" in text
    assert "Koordination" in text
    assert "Musterstadt" in text
    with count_queries() as sql:
        besucher.oeffne("/konto/")
    assert len(sql) <= 6, sql


def test_a_new_password_keeps_this_device_and_ends_the_others(
    besuch: Besucht, person: Person
) -> None:
    hier, anderswo = besuch().melde_an(person), besuch().melde_an(person)
    hier.oeffne("/konto/")
    hier.druecke("Passwort ändern", bisher=PASSWORT, neu=NEU, wiederholt=NEU)
    assert "Ihr neues Passwort gilt ab jetzt" in hier.text
    assert anderswo.client.get("/konto/").status_code == 303
    assert besuch().post("/login", kennung="amira@test.example", passwort=NEU).status_code == 303


def test_without_the_present_password_nothing_changes(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    text = besucher.sende("/konto/passwort", 422, bisher="geraten123", neu=NEU, wiederholt=NEU)
    assert "Das ist nicht Ihr jetziges Passwort." in text
    antwort = besuch().post("/login", kennung="amira@test.example", passwort=NEU)
    assert antwort.status_code != 303


def test_guessing_on_an_open_screen_is_stopped(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    for _ in range(10):
        besucher.sende("/konto/passwort", 422, bisher="geraten123", neu=NEU, wiederholt=NEU)
    antwort = besucher.post("/konto/passwort", bisher=PASSWORT, neu=NEU, wiederholt=NEU)
    assert antwort.status_code == 429


def test_the_own_address_is_no_password(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    wort = "Amira@test.example1"
    text = besucher.sende("/konto/passwort", 422, bisher=PASSWORT, neu=wort, wiederholt=wort)
    assert "Dieses Passwort ist leicht zu raten." in text


def test_the_languages_of_pages_and_of_fachwoerter_are_chosen_apart(
    besuch: Besucht, person: Person
) -> None:
    besucher = besuch().melde_an(person)
    besucher.oeffne("/konto/")
    besucher.druecke("Sprachen speichern", sprache="de", fachwortsprache="fa")
    assert "Ihre Sprachen sind gespeichert." in besucher.text
    assert _gewaehlt(besucher) == ["de", "fa"]
    besucher.druecke("Sprachen speichern", sprache="en", fachwortsprache="")
    assert _gewaehlt(besucher) == ["en", ""]
    assert '<html lang="en"' in besucher.html
    assert '<html lang="en"' in besuch().melde_an(person).client.get("/konto/").text


def test_an_unknown_language_is_refused(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    besucher.sende("/konto/sprachen", 422, sprache="ru", fachwortsprache="de")
    assert _gewaehlt(besucher.melde_an(person)) == []
    besucher.oeffne("/konto/")
    assert _gewaehlt(besucher) == ["de", ""]


def _gewaehlt(besucher: Besuch) -> list[str]:
    return re.findall(r'<option[^>]*selected value="(\w*)"', besucher.html)
