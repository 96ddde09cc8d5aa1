"""Asking how long a session lasts, and prolonging it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.models.person import Person
from lernplattform.models.sitzung import Sitzung
from tests.fabrik import mache_person
from tests.seiten import Besuch

Besucht = Callable[[], Besuch]
RUHE, HOECHST = 2 * 3600, 12 * 3600


@pytest.fixture
def person(app: Flask) -> Person:
    return mache_person()


def rest(besucher: Besuch) -> dict[str, int]:
    antwort = besucher.client.get("/sitzung")
    assert antwort.headers["Cache-Control"] == "no-store"
    return dict(antwort.get_json())


def zuletzt() -> object:
    db.session.expire_all()
    return db.session.query(Sitzung.zuletzt_am).scalar()


def test_a_new_session_has_all_its_time(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    assert RUHE - 60 < rest(besucher)["ruhe"] <= RUHE
    assert HOECHST - 60 < rest(besucher)["hoechst"] <= HOECHST


def test_nobody_signed_in_has_no_time_left(besuch: Besucht, person: Person) -> None:
    assert rest(besuch()) == {"ruhe": 0, "hoechst": 0}


def test_asking_does_not_prolong_but_a_page_does(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    vorher = zuletzt()
    with time_machine.travel(clock.jetzt() + timedelta(hours=1)):
        assert rest(besucher)["ruhe"] <= RUHE - 3600
        assert zuletzt() == vorher
        besucher.client.get("/konto/")
        assert rest(besucher)["ruhe"] > RUHE - 60


def test_staying_signed_in_prolongs_until_the_longest_duration(
    besuch: Besucht, person: Person
) -> None:
    besucher = besuch().melde_an(person)
    with time_machine.travel(clock.jetzt() + timedelta(hours=1, minutes=59)):
        antwort = besucher.post("/sitzung")
        assert antwort.status_code == 303
        assert antwort.headers["Location"].endswith("/sitzung")
        neu = rest(besucher)
        assert neu["ruhe"] > RUHE - 60
        assert neu["hoechst"] <= HOECHST - 7140


def test_a_session_that_is_over_cannot_be_prolonged(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    csrf = besucher.csrf_token()
    with time_machine.travel(clock.jetzt() + timedelta(hours=3)):
        antwort = besucher.post("/sitzung", csrf_token=csrf)
        assert "/login" in antwort.headers["Location"]
        assert rest(besucher)["ruhe"] == 0


def test_a_form_sent_too_late_leads_back_to_its_page(besuch: Besucht, person: Person) -> None:
    besucher = besuch().melde_an(person)
    csrf = besucher.csrf_token()
    with time_machine.travel(clock.jetzt() + timedelta(hours=3)):
        for herkunft, weiter in (
            ("http://localhost/seminare/7/?a=1", "weiter=/seminare/7/?a%3D1"),
            ("http://fremd.example/seminare/7/", None),
        ):
            antwort = besucher.client.post(
                "/konto/passwort", data={"csrf_token": csrf}, headers={"Referer": herkunft}
            )
            ziel = antwort.headers["Location"]
            assert ziel.endswith("/login" if weiter is None else weiter)


def test_who_is_signed_in_may_sign_in_anew_only_when_asking_for_it(
    besuch: Besucht, person: Person
) -> None:
    besucher = besuch().melde_an(person)
    assert besucher.client.get("/login").status_code == 302
    assert besucher.client.get("/login?erneut=1&weiter=/konto/").status_code == 200
