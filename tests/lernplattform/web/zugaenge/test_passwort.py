"""Forgotten passwords and Einladungen: one use, in time, and no hint who has an account."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Linkart, Person, Rolle
from lernplattform.services.konto import erzeuge_zugangslink
from tests.fabrik import JETZT, mache_person
from tests.seiten import CSRF, Besuch

Besucht = Callable[[], Besuch]
NEU = "ein ganz neuer Satz"


@pytest.fixture
def person(app: Flask) -> Person:
    return mache_person(Rolle.KOORDINATION, email="amira@test.example")


def link(person: Person, art: Linkart = Linkart.RUECKSETZEN) -> str:
    with transaktion():
        token = erzeuge_zugangslink(person.id, art, JETZT)
    return f"/passwort/neu/{token}" if art is Linkart.RUECKSETZEN else f"/einladung/{token}"


def test_asking_for_a_link_says_the_same_whether_the_account_exists(
    besuch: Besucht, person: Person
) -> None:
    seiten = []
    for kennung in ("amira@test.example", "niemand@test.example"):
        besucher = besuch()
        besucher.sende("/passwort/vergessen", kennung=kennung)
        seiten.append(CSRF.sub("", besucher.html))
    assert seiten[0] == seiten[1]
    assert [n.vorlage for n in db.session.query(Nachricht)] == ["passwort"]


def test_after_five_links_a_day_there_is_a_pause(besuch: Besucht, person: Person) -> None:
    for _ in range(5):
        besuch().sende("/passwort/vergessen", kennung="amira@test.example")
    antwort = besuch().post("/passwort/vergessen", kennung="amira@test.example")
    assert antwort.status_code == 429
    assert "Bitte warten Sie" in antwort.text


def test_a_new_password_ends_old_sessions_and_the_link_works_once(
    besuch: Besucht, person: Person
) -> None:
    with time_machine.travel(JETZT, tick=False):
        alte_sitzung = besuch().melde_an(person)
        ziel = link(person)
        besucher = besuch()
        besucher.oeffne(ziel)
        besucher.druecke("Passwort speichern", neu=NEU, wiederholt=NEU)
        assert "Ihr Passwort ist gespeichert" in besucher.text
        assert 'value="amira@test.example"' in besucher.html
        besucher.oeffne("/login")
        assert "amira@test.example" not in besucher.html
        assert alte_sitzung.client.get("/konto/").status_code == 303
        assert "gilt nicht mehr" in besuch().oeffne(ziel, 404)
        antwort = besuch().post("/login", kennung="amira@test.example", passwort=NEU)
        assert antwort.status_code == 303


@pytest.mark.parametrize(
    ("art", "dauer"),
    [(Linkart.RUECKSETZEN, timedelta(minutes=60)), (Linkart.EINLADUNG, timedelta(days=7))],
)
def test_a_link_ends_to_the_second(
    besuch: Besucht, person: Person, art: Linkart, dauer: timedelta
) -> None:
    ziel = link(person, art)
    with time_machine.travel(JETZT + dauer - timedelta(seconds=1), tick=False):
        besuch().oeffne(ziel)
    with time_machine.travel(JETZT + dauer, tick=False):
        besuch().oeffne(ziel, 404)


def test_a_newer_link_ends_the_older_one(besuch: Besucht, person: Person) -> None:
    with time_machine.travel(JETZT, tick=False):
        alt, neu = link(person), link(person)
        besuch().oeffne(alt, 404)
        besuch().oeffne(neu)


@pytest.mark.parametrize(
    ("neu", "wiederholt", "satz"),
    [
        ("kurz", "kurz", "8 bis 128 Zeichen"),
        ("x" * 129, "x" * 129, "8 bis 128 Zeichen"),
        (NEU, NEU + " ", "nicht gleich"),
        ("Passwort2026", "Passwort2026", "leicht zu raten"),
        ("amira@test.example", "amira@test.example", "leicht zu raten"),
        ("", "", "Bitte füllen Sie dieses Feld aus"),
    ],
)
def test_a_password_that_does_not_do_is_explained_at_the_field(
    besuch: Besucht, person: Person, neu: str, wiederholt: str, satz: str
) -> None:
    with time_machine.travel(JETZT, tick=False):
        text = besuch().sende(link(person), 422, neu=neu, wiederholt=wiederholt)
    assert satz in text


def test_a_link_of_one_kind_does_not_open_the_other(besuch: Besucht, person: Person) -> None:
    with time_machine.travel(JETZT, tick=False):
        ziel = link(person, Linkart.EINLADUNG)
        besuch().oeffne(ziel.replace("/einladung/", "/passwort/neu/"), 404)


def test_a_mistyped_link_says_what_may_be_wrong_and_where_to_go(besuch: Besucht) -> None:
    besucher = besuch()
    text = besucher.oeffne("/einladung/nur-halb", 404)
    assert "schon benutzt, ist zu alt, oder die Adresse ist nicht vollständig." in text
    assert besucher.link("Ich weiß mein Passwort nicht mehr") == "/passwort/vergessen"
