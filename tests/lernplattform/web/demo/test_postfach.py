"""The mailbox of the demo."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lernplattform.cli.versand import sende_naechste
from lernplattform.core.transaction import transaktion
from lernplattform.services.nachrichten import lege_nachricht_an
from tests.fabrik import JETZT, mache_person
from tests.seiten import Besuch
from tests.zaehlung import count_queries


@pytest.fixture
def app_config() -> dict[str, object]:
    return {"DEMO": True, "BASIS_URL": "http://127.0.0.1:8000"}


def sende(*vorlagen: str) -> None:
    person = mache_person(vorname="<b>Zoë</b>")
    with transaktion():
        for vorlage in vorlagen:
            lege_nachricht_an(person.id, vorlage, JETZT)
    while sende_naechste(lambda: JETZT):
        pass


def test_an_empty_mailbox_says_what_will_stand_there(app: Flask, client: FlaskClient) -> None:
    assert "Noch keine E-Mail da" in client.get("/demo/postfach/").get_data(as_text=True)


def test_the_newest_mail_stands_first(app: Flask, besuch: Callable[[], Besuch]) -> None:
    sende("vollstaendig", "durchsicht")
    text = besuch().oeffne("/demo/postfach/")
    neu, alt = "Ihr Fortschritt wurde durchgesehen", "Ihre Basisqualifizierung ist vollständig"
    assert text.index(neu) < text.index(alt)


def test_the_link_in_a_mail_leads_to_this_server_whatever_its_address_was(
    app: Flask, besuch: Callable[[], Besuch]
) -> None:
    sende("passwort")
    besucher = besuch()
    besucher.oeffne("/demo/postfach/")
    besucher.oeffne(besucher.link("Neues Passwort"))
    ziel = besucher.link("http://localhost/passwort/neu/")
    assert "Passwort" in besucher.oeffne(ziel.removeprefix("http://localhost"))


def test_markup_in_a_mail_stays_text(app: Flask, besuch: Callable[[], Besuch]) -> None:
    sende("durchsicht")
    besucher = besuch()
    besucher.oeffne("/demo/postfach/")
    assert "Guten Tag <b>Zoë</b>" in besucher.oeffne(besucher.link("durchgesehen"))
    assert "<b>Zoë" not in besucher.html


def test_an_unknown_mail_is_not_found(app: Flask, client: FlaskClient) -> None:
    assert client.get("/demo/postfach/999/").status_code == 404


def test_a_long_mailbox_costs_as_few_queries_as_a_short_one(
    app: Flask, client: FlaskClient
) -> None:
    sende(*["durchsicht"] * 30)
    with count_queries() as sql:
        assert client.get("/demo/postfach/").status_code == 200
    assert len(sql) <= 6, sql


@pytest.mark.parametrize("app_config", [{"DEMO": False}])
def test_outside_the_demo_there_is_no_mailbox(app: Flask, client: FlaskClient) -> None:
    assert client.get("/demo/postfach/").status_code == 404
