"""What a device may keep: the text of a Lektion, and nothing of the person who reads it."""

from typing import Any

import pytest
from flask import Flask

from lernplattform.core import clock
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.services.lernen import reflektiere, schliesse_lektion_ab
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

GEDANKE = "Das bleibt ganz unter uns"
KOPIE = "/lernen/kopie/willkommen/"


@pytest.fixture
def lotsin(app: Flask) -> Person:
    """With a name that stands out, a thought written down and a Lektion done."""
    katalog = spiele_beispiel_ein()
    person = mache_person(vorname="Annabella", nachname="Zitterbarth")
    with transaktion():
        reflektiere(katalog, person.id, "willkommen", 1, GEDANKE, clock.jetzt(), geteilt=False)
        schliesse_lektion_ab(katalog, person.id, "willkommen", clock.jetzt())
    return person


@pytest.fixture
def besucherin(app: Flask, lotsin: Person) -> Besuch:
    return Besuch(app).melde_an(lotsin)


def _vorrat(besuch: Besuch) -> list[dict[str, Any]]:
    return besuch.client.get("/lernen/vorrat").get_json()["seiten"]


def test_a_copy_has_the_text_and_no_person(besucherin: Besuch, lotsin: Person) -> None:
    text = besucherin.oeffne(KOPIE)
    assert "Sie dürfen Nein sagen." in text
    assert "Was hat Sie zu diesem Ehrenamt geführt?" in text
    assert "sobald Sie wieder online sind" in text
    for spur in (*_spuren(lotsin), GEDANKE, "csrf_token", "data-marke", "<form", "geschafft am"):
        assert spur not in besucherin.html, spur


def test_every_page_that_the_device_is_told_to_keep_is_without_the_person(
    besucherin: Besuch, lotsin: Person
) -> None:
    seiten = _vorrat(besucherin)
    assert len(seiten) >= 3
    for seite in seiten:
        besucherin.oeffne(seite["kopie"])
        for spur in (*_spuren(lotsin), "csrf_token", "data-marke"):
            assert spur not in besucherin.html, (seite["kopie"], spur)


def _spuren(person: Person) -> tuple[str, ...]:
    return (person.vorname, person.nachname, str(person.email))


def test_a_copy_looks_the_same_whatever_somebody_has_done(app: Flask, besucherin: Besuch) -> None:
    andere = Besuch(app).melde_an(mache_person())
    besucherin.oeffne(KOPIE)
    andere.oeffne(KOPIE)
    assert besucherin.html == andere.html


def test_asking_for_a_copy_takes_no_message_away(besucherin: Besuch) -> None:
    besucherin.post("/lernen/modul/ankommen/lektion/gut-zuhoeren/verstanden")
    besucherin.oeffne(KOPIE)
    assert "Geschafft: Gut zuhören" in besucherin.oeffne("/lernen/")


def test_neither_copy_nor_list_is_kept_by_browser_or_proxy(besucherin: Besuch) -> None:
    for pfad in (KOPIE, "/lernen/vorrat"):
        assert besucherin.client.get(pfad).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("pfad", [KOPIE, "/lernen/vorrat"])
def test_who_is_not_signed_in_or_no_lotse_gets_nothing(app: Flask, pfad: str) -> None:
    spiele_beispiel_ein()
    assert Besuch(app).client.get(pfad).status_code == 303
    assert Besuch(app).melde_an(mache_person(Rolle.TRAINER)).client.get(pfad).status_code == 403


def test_an_unknown_lektion_and_a_szenario_have_no_copy(besucherin: Besuch) -> None:
    for name in ("gibt-es-nicht", "brief-weg"):
        assert besucherin.client.get(f"/lernen/kopie/{name}/").status_code == 404


def test_the_list_names_the_lektionen_of_the_modul_in_progress(besucherin: Besuch) -> None:
    adressen = [
        seite["adresse"] for seite in _vorrat(besucherin) if "/lektion/" in seite["adresse"]
    ]
    assert adressen == [
        "/lernen/modul/ankommen/lektion/willkommen/",
        "/lernen/modul/ankommen/lektion/gut-zuhoeren/",
    ]


def test_a_hard_topic_is_named_and_opened_only_by_hand(besucherin: Besuch) -> None:
    besucherin.oeffne("/lernen/kopie/schwere-themen/")
    vor_dem_text = besucherin.html.split('class="lp-text"')[0]
    assert "Bevor Sie beginnen" in vor_dem_text
    assert "<details>" in vor_dem_text


def test_the_list_stays_within_the_budget_of_a_page(besucherin: Besuch) -> None:
    with count_queries() as sql:
        besucherin.client.get("/lernen/vorrat")
    assert len(sql) <= 6, sql
