"""The mark says that the session is another one, and nothing about whose it is."""

import re

from flask import Flask

from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person
from lernplattform.services.sitzung import beende_alle_sitzungen
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

MARKE = re.compile(r'data-marke="([^"]*)"')


def _marke(app: Flask, person: Person | None = None, pfad: str = "/pruefen/") -> str | None:
    besuch = Besuch(app).melde_an(person) if person else Besuch(app)
    fund = MARKE.search(besuch.client.get(pfad).text)
    return fund.group(1) if fund else None


def test_without_a_session_it_is_empty(app: Flask) -> None:
    assert _marke(app) == ""


def test_each_session_has_another_one_even_if_it_gets_the_number_of_a_deleted_one(
    app: Flask,
) -> None:
    person, andere = mache_person(), mache_person()
    erste = _marke(app, person)
    with transaktion():
        beende_alle_sitzungen(person.id)
    zweite = _marke(app, andere)
    assert erste
    assert zweite
    assert erste != zweite


def test_it_is_the_same_on_every_page_of_a_session(app: Flask) -> None:
    besuch = Besuch(app).melde_an(mache_person())
    seiten = ("/pruefen/", "/konto/", "/gibt-es-nicht")
    assert len({MARKE.search(besuch.client.get(p).text)[1] for p in seiten}) == 1  # type: ignore[index]


def test_drafts_find_their_writer_in_every_session_and_nobody_else(app: Flask) -> None:
    def schreiberin(wer: Person) -> str:
        return (
            Besuch(app)
            .melde_an(wer)
            .client.get("/konto/")
            .text.split('id="entwurf" data-person="')[1][:20]
        )

    person, andere = mache_person(), mache_person()
    assert schreiberin(person) == schreiberin(person)
    assert schreiberin(person) != schreiberin(andere)


def test_a_copy_and_a_failure_carry_none_so_that_nothing_is_concluded(app: Flask) -> None:
    person = mache_person()
    assert _marke(app, person, "/offline/") is None
    assert _marke(app, person, "/lernen/") is None, "no content is stored yet: 503"
    spiele_beispiel_ein()
    assert _marke(app, person, "/lernen/kopie/willkommen/") is None
    assert _marke(app, person, "/lernen/")
