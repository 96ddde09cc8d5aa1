"""Account, then device, then browser, then German: and the switch keeps the place."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.i18n import SPRACHEN
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Linkart, Person, Rolle
from lernplattform.services.konto import erzeuge_zugangslink, waehle_sprache
from tests.fabrik import PASSWORT, mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]
TUERKISCH = {"Accept-Language": "ku, tr-TR;q=0.9, de;q=0.5"}


def sprache_der_seite(besuch: Besuch, pfad: str = "/login", **kopf: str) -> tuple[str, str]:
    html = besuch.client.get(pfad, headers=kopf).get_data(as_text=True)
    gefunden = re.search(r'<html lang="(\w+)"\s+dir="(\w+)"', html)
    assert gefunden
    assert re.findall(r'value="(\w+)"\s+lang="\w+"[^>]*aria-pressed="true"', html) == [gefunden[1]]
    return gefunden[1], gefunden[2]


def waehle(besuch: Besuch, sprache: str, von: str = "/login", **felder: str) -> str:
    antwort = besuch.client.post(
        "/sprache",
        data={"csrf_token": besuch.csrf_token(), "sprache": sprache, **felder},
        headers={"Referer": f"http://localhost{von}"} if von else {},
    )
    assert antwort.status_code == 303
    return str(antwort.headers["Location"])


@pytest.fixture
def person(app: Flask) -> Person:
    spiele_beispiel_ein()
    return mache_person(Rolle.LOTSE, email="amira@test.example")


def test_without_any_choice_the_browser_decides_and_german_is_the_rest(besuch: Besucht) -> None:
    assert sprache_der_seite(besuch()) == ("de", "ltr")
    assert sprache_der_seite(besuch(), **TUERKISCH) == ("tr", "ltr")
    assert sprache_der_seite(besuch(), **{"Accept-Language": "fr, ru"}) == ("de", "ltr")


def test_a_choice_on_the_device_beats_the_browser(besuch: Besucht) -> None:
    gast = besuch()
    waehle(gast, "ar")
    assert sprache_der_seite(gast, **TUERKISCH) == ("ar", "rtl")


def test_the_choice_of_the_account_beats_the_device(besuch: Besucht, person: Person) -> None:
    besucher = besuch()
    waehle(besucher, "en")
    besucher.melde_an(person)
    assert sprache_der_seite(besucher, "/konto/") == ("en", "ltr")
    with transaktion():
        waehle_sprache(person.id, "uk")
    assert sprache_der_seite(besucher, "/konto/") == ("uk", "ltr")


def test_somebody_signed_in_keeps_the_choice_on_every_device(
    besuch: Besucht, person: Person
) -> None:
    waehle(besuch().melde_an(person), "tr", "/konto/")
    assert sprache_der_seite(besuch().melde_an(person), "/konto/") == ("tr", "ltr")


def test_every_page_offers_every_language_once_under_its_own_name(
    besuch: Besucht, person: Person
) -> None:
    besucher = besuch().melde_an(person)
    lektion = "/lernen/modul/ankommen/lektion/willkommen/"
    for wer, pfad in ((besuch(), "/"), (besuch(), "/nein"), (besucher, lektion)):
        html = wer.client.get(pfad).get_data(as_text=True)
        knoepfe = re.findall(r'name="sprache"\s+value="(\w+)"\s+lang="(\w+)"[^>]*>([^<]+)<', html)
        assert knoepfe == [(kuerzel, kuerzel, name) for kuerzel, name in SPRACHEN.items()]


@pytest.mark.parametrize(
    ("von", "weiter", "ziel"),
    [
        ("/login?weiter=/lernen/%3Fa%3D1", "/x", "/login?weiter=/lernen/%3Fa%3D1"),
        ("", "/pruefen/?n=1", "/pruefen/?n=1"),
        ("/konto/passwort", "/konto/", "/konto/"),
        ("", "//anderswo.example/", "/"),
        ("", "https://anderswo.example/", "/"),
        ("", "/\\anderswo.example", "/"),
        ("", "/logout", "/"),
        ("", "", "/"),
    ],
)
def test_the_switch_leads_back_to_its_page_and_to_no_other_site(
    besuch: Besucht, von: str, weiter: str, ziel: str
) -> None:
    assert waehle(besuch(), "en", von, weiter=weiter) == ziel


def test_a_page_that_answered_a_form_leads_back_to_where_the_form_stood(
    besuch: Besucht, person: Person
) -> None:
    besucher = besuch().melde_an(person)
    antwort = besucher.client.post(
        "/konto/passwort",
        data={"csrf_token": besucher.csrf_token()},
        headers={"Referer": "http://localhost/konto/"},
    )
    assert antwort.status_code == 422
    assert '<input type="hidden" name="weiter" value="/konto/">' in antwort.text


def test_what_is_no_language_is_refused_and_changes_nothing(
    besuch: Besucht, person: Person
) -> None:
    besucher = besuch().melde_an(person)
    for falsch in ("", "xx", "ru"):
        assert besucher.post("/sprache", sprache=falsch).status_code == 400
    assert db.session.get_one(Person, person.id).sprache is None


def test_the_cookie_lasts_a_year_and_a_wrong_one_is_passed_over(besuch: Besucht) -> None:
    gast = besuch()
    antwort = gast.post("/sprache", sprache="uk")
    kopf = next(k for k in antwort.headers.getlist("Set-Cookie") if k.startswith("sprache="))
    assert "Max-Age=31536000" in kopf
    assert "HttpOnly" in kopf
    assert "SameSite=Lax" in kopf
    gast.client.set_cookie("sprache", "xx")
    assert sprache_der_seite(gast) == ("de", "ltr")


def test_a_guest_costs_no_statement(besuch: Besucht) -> None:
    gast = besuch()
    token = gast.csrf_token()
    with count_queries() as sql:
        gast.client.post("/sprache", data={"csrf_token": token, "sprache": "en"})
    assert not sql


def _nimm_an(besucher: Besuch, person: Person, art: Linkart, pfad: str) -> str | None:
    with transaktion():
        token = erzeuge_zugangslink(person.id, art, clock.jetzt())
    felder = {"neu": PASSWORT, "wiederholt": PASSWORT}
    assert besucher.post(f"/{pfad}/{token}", **felder).status_code == 303
    db.session.expire_all()
    return db.session.get_one(Person, person.id).sprache


def test_the_language_chosen_for_the_einladung_becomes_the_accounts(
    besuch: Besucht, person: Person
) -> None:
    gast = besuch()
    waehle(gast, "ar")
    assert _nimm_an(gast, person, Linkart.RUECKSETZEN, "passwort/neu") is None
    assert _nimm_an(gast, person, Linkart.EINLADUNG, "einladung") == "ar"
    waehle(gast, "en")
    assert _nimm_an(gast, person, Linkart.EINLADUNG, "einladung") == "ar"


def test_a_browsers_language_alone_is_no_choice(besuch: Besucht, person: Person) -> None:
    gast = besuch()
    gast.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "tr"
    assert _nimm_an(gast, person, Linkart.EINLADUNG, "einladung") is None
