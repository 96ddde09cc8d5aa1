"""Accounts from the command line."""

import re
from collections.abc import Callable

from click.testing import Result
from flask import Flask

from lernplattform.core import clock
from lernplattform.models.person import Linkart, Rolle
from lernplattform.queries.konto import finde_einlass, finde_zugang
from tests.fabrik import mache_person
from tests.seiten import Besuch

ANGABEN = ("--vorname", "Gül", "--nachname", "Öztürk", "--email", "Guel@Zentrum.example")


def lege_an(app: Flask) -> Result:
    return app.test_cli_runner().invoke(args=["personen", "verwaltung-anlegen", *ANGABEN])


def test_the_printed_link_lets_the_first_verwaltung_in(
    app: Flask, besuch: Callable[[], Besuch]
) -> None:
    ausgabe = lege_an(app).output
    gefunden = re.search(r"https://lernen\.example(/einladung/(\S+))", ausgabe)
    assert gefunden, ausgabe
    assert "Gül" in besuch().oeffne(gefunden.group(1))
    einlass = finde_einlass(gefunden.group(2), Linkart.EINLADUNG, clock.jetzt())
    assert einlass is not None
    assert einlass.kennung == "guel@zentrum.example"


def test_the_account_is_of_the_verwaltung_and_has_no_password_yet(app: Flask) -> None:
    lege_an(app)
    zugang = finde_zugang("guel@zentrum.example")
    assert zugang is not None
    assert zugang.rollen == {Rolle.VERWALTUNG}
    assert zugang.passwort_hash is None


def test_an_address_that_is_taken_is_refused_with_a_sentence(app: Flask) -> None:
    mache_person(email="guel@zentrum.example")
    ergebnis = lege_an(app)
    assert ergebnis.exit_code == 1
    assert "gehört schon zu einem Konto" in ergebnis.output
    assert "Traceback" not in ergebnis.output
