"""Login and logout as a person meets them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.sitzung import Sitzung
from tests.fabrik import JETZT, PASSWORT, mache_person
from tests.rechtsseiten import fuelle_rechtsseiten
from tests.seiten import Besuch

Besucht = Callable[[], Besuch]


@pytest.fixture
def person(app: Flask) -> Person:
    fuelle_rechtsseiten(mache_person(Rolle.VERWALTUNG))
    return mache_person(Rolle.KOORDINATION, benutzername="amira.muster", email="amira@test.example")


def test_the_right_password_opens_the_own_area(besuch: Besucht, person: Person) -> None:
    antwort = besuch().post("/login", kennung="amira@test.example", passwort=PASSWORT)
    assert antwort.status_code == 303
    assert "/koordination/" in antwort.headers["Location"]


@pytest.mark.parametrize("kennung", ["AMIRA.Muster", " amira@TEST.example "])
def test_user_name_and_address_work_in_any_case(
    besuch: Besucht, person: Person, kennung: str
) -> None:
    assert besuch().post("/login", kennung=kennung, passwort=PASSWORT).status_code == 303


@pytest.mark.parametrize("kennung", ["amira@test.example", "niemand@test.example"])
def test_a_wrong_try_says_the_same_for_known_and_unknown_accounts(
    besuch: Besucht, person: Person, kennung: str
) -> None:
    besucher = besuch()
    text = besucher.sende("/login", 422, kennung=kennung, passwort="falsch-und-lang")
    assert "Diese Angaben passen nicht zusammen" in text
    assert kennung in besucher.html  # what was typed is kept
    assert "falsch-und-lang" not in besucher.html


def test_an_empty_form_says_at_each_field_what_is_missing(besuch: Besucht, person: Person) -> None:
    besucher = besuch()
    besucher.sende("/login", 422, kennung="", passwort="")
    assert besucher.html.count('aria-invalid="true"') == 2
    assert 'aria-describedby="kennung-fehler"' in besucher.html


def test_the_eleventh_try_within_five_minutes_has_to_wait(besuch: Besucht, person: Person) -> None:
    for _ in range(10):
        besuch().sende("/login", 422, kennung="amira@test.example", passwort="falsch-falsch")
    antwort = besuch().post("/login", kennung="amira@test.example", passwort=PASSWORT)
    assert antwort.status_code == 429
    assert 0 < int(antwort.headers["Retry-After"]) <= 300


def test_after_five_minutes_the_right_password_works_again(besuch: Besucht, person: Person) -> None:
    with time_machine.travel(JETZT, tick=False) as uhr:
        for _ in range(10):
            besuch().sende("/login", 422, kennung="amira@test.example", passwort="falsch-falsch")
        uhr.shift(timedelta(minutes=5, seconds=1))
        antwort = besuch().post("/login", kennung="amira@test.example", passwort=PASSWORT)
    assert antwort.status_code == 303


def test_the_cookie_changes_at_login_and_is_worthless_after_logout(
    besuch: Besucht, person: Person
) -> None:
    besucher = besuch()
    besucher.oeffne("/login")
    vorher = besucher.client.get_cookie("sitzung")
    besucher.post("/login", kennung="amira@test.example", passwort=PASSWORT)
    alt = besucher.client.get_cookie("sitzung")
    assert vorher is not None
    assert alt is not None
    assert vorher.value != alt.value
    besucher.sende("/logout")
    besucher.client.set_cookie("sitzung", alt.value)
    assert besucher.client.get("/konto/").status_code == 303
    assert db.session.query(Sitzung).count() == 0


def test_a_session_ends_after_idling_and_after_a_day(besuch: Besucht, person: Person) -> None:
    with time_machine.travel(JETZT, tick=False) as uhr:
        besucher = besuch().melde_an(person)
        for _ in range(6):
            uhr.shift(timedelta(minutes=100))
            assert besucher.client.get("/konto/").status_code == 200
        uhr.shift(timedelta(minutes=100))
        assert besucher.client.get("/konto/").status_code == 200
        uhr.shift(timedelta(minutes=100))
        assert besucher.client.get("/konto/").status_code == 303  # 13 hours after it began


def test_an_idle_session_ends_after_two_hours(besuch: Besucht, person: Person) -> None:
    with time_machine.travel(JETZT, tick=False) as uhr:
        besucher = besuch().melde_an(person)
        uhr.shift(timedelta(hours=2, seconds=1))
        assert besucher.client.get("/konto/").status_code == 303


def test_a_deactivated_person_is_out_at_once(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    with transaktion():
        db.session.merge(person).aktiv = False
    assert besucher.client.get("/konto/").status_code == 303


def test_after_login_the_asked_page_opens_but_never_another_site(
    besuch: Besucht, person: Person
) -> None:
    eigen = besuch().post(
        "/login", kennung="amira@test.example", passwort=PASSWORT, weiter="/konto/?a=1"
    )
    assert eigen.headers["Location"] == "/konto/?a=1"
    for fremd in ("//evil.example", "/\\evil.example", "https://evil.example", "/%0d\nx", "x"):
        antwort = besuch().post(
            "/login", kennung="amira@test.example", passwort=PASSWORT, weiter=fremd
        )
        assert antwort.headers["Location"] == "/koordination/", fremd


def test_without_legal_pages_a_lotse_cannot_sign_in_but_the_koordination_can(
    app: Flask, besuch: Besucht
) -> None:
    mache_person(Rolle.LOTSE, email="lotse@test.example")
    mache_person(Rolle.KOORDINATION, email="koordination@test.example")
    text = besuch().sende("/login", 409, kennung="lotse@test.example", passwort=PASSWORT)
    assert "Bald geht es los" in text
    antwort = besuch().post("/login", kennung="koordination@test.example", passwort=PASSWORT)
    assert antwort.status_code == 303
