"""The way back leads to the list as it was, at the row one came from."""

import pytest
from flask import Flask

from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import Standort
from tests.fabrik import mache_gruppe, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch


@pytest.fixture
def ort(app: Flask) -> Standort:
    spiele_beispiel_ein()
    return mache_standort()


@pytest.fixture
def lotse(ort: Standort) -> Person:
    return mache_person(standort=ort, nachname="Yıldız")


def test_a_trainer_comes_back_to_the_filtered_group_also_after_a_post(
    app: Flask, ort: Standort, lotse: Person
) -> None:
    trainer = mache_person(Rolle.TRAINER, ort)
    gruppe = mache_gruppe(ort, trainer, (lotse,))
    gast = Besuch(app).melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/?suche=yil&zuletzt=noch_nicht")
    gast.klicke("Yıldız")
    zurueck = f"/begleitung/gruppen/{gruppe.id}/?suche=yil&zuletzt=noch_nicht#person-{lotse.id}"
    assert gast.link(gruppe.name) == zurueck
    gast.druecke("Durchsicht speichern", notiz="Gut gemacht.")
    assert "Die Durchsicht ist gespeichert" in gast.text
    assert gast.link(gruppe.name) == zurueck
    gast.klicke(gruppe.name)
    assert f'id="person-{lotse.id}"' in gast.html


def test_the_koordination_comes_back_from_a_page_further_down(
    app: Flask, ort: Standort, lotse: Person
) -> None:
    gast = Besuch(app).melde_an(mache_person(Rolle.KOORDINATION, ort))
    gast.oeffne("/koordination/?stand=laeuft&suche=yil")
    gast.klicke("Yıldız")
    gast.klicke("Angaben ändern")
    assert gast.link("Menschen") == "/koordination/"  # the navigation leads to the plain list
    assert f"/koordination/?stand=laeuft&amp;suche=yil#person-{lotse.id}" in gast.html


def test_the_verwaltung_comes_back_too(app: Flask, ort: Standort, lotse: Person) -> None:
    gast = Besuch(app).melde_an(mache_person(Rolle.VERWALTUNG))
    gast.oeffne("/verwaltung/personen/?rolle=lotse")
    gast.klicke("Yıldız")
    assert f"/verwaltung/personen/?rolle=lotse#person-{lotse.id}" in gast.html


def test_whoever_opens_the_plain_list_has_left_the_filter(
    app: Flask, ort: Standort, lotse: Person
) -> None:
    gast = Besuch(app).melde_an(mache_person(Rolle.KOORDINATION, ort))
    gast.oeffne("/koordination/?stand=laeuft")
    gast.oeffne("/koordination/")
    gast.klicke("Yıldız")
    assert f'"/koordination/#person-{lotse.id}"' in gast.html


@pytest.mark.parametrize("anfrage", ["suche=" + "x" * 2000, "%00=%0d%0aSet-Cookie:x", '"><b>=1'])
def test_no_address_makes_the_way_back_long_or_wrong(
    app: Flask, ort: Standort, lotse: Person, anfrage: str
) -> None:
    gast = Besuch(app).melde_an(mache_person(Rolle.KOORDINATION, ort))
    gast.oeffne(f"/koordination/?{anfrage}")
    gast.oeffne(f"/koordination/personen/{lotse.id}/")
    assert "x" * 500 not in gast.html
    assert '"><b>' not in gast.html
    assert not any("Set-Cookie:x" in str(wert) for wert in gast.antwort.headers.values())  # type: ignore[union-attr]


def test_only_the_last_few_lists_are_kept(app: Flask, ort: Standort) -> None:
    trainer = mache_person(Rolle.TRAINER, ort)
    gast = Besuch(app).melde_an(trainer)
    for _ in range(9):
        gast.oeffne(f"/begleitung/gruppen/{mache_gruppe(ort, trainer).id}/?suche=a")
    with gast.client.session_transaction() as sitzung:
        assert len(sitzung["listen"]) == 6


def test_logging_out_forgets_what_was_looked_for(app: Flask, ort: Standort) -> None:
    gast = Besuch(app).melde_an(mache_person(Rolle.KOORDINATION, ort))
    gast.oeffne("/koordination/?suche=geheim")
    gast.sende("/logout")
    with gast.client.session_transaction() as sitzung:
        assert "listen" not in sitzung
