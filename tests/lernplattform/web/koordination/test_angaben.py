"""The Koordination corrects how a person is written, and what she signs in with."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Linkart, Person, Rolle, Zugangslink
from lernplattform.models.protokoll import Einsichtnahme, Protokolleintrag
from lernplattform.models.standort import Standort
from lernplattform.services.konto import erzeuge_zugangslink
from tests.fabrik import gib_rolle, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]
NEU = {
    "vorname": "Özlem",
    "nachname": "Çelik",
    "email": "Oezlem@Test.Example",
    "benutzername": "",
}


@pytest.fixture
def standort(app: Flask) -> Standort:
    spiele_beispiel_ein()
    return mache_standort("Musterstadt")


@pytest.fixture
def koordination(besuch: Besucht, standort: Standort) -> Besuch:
    return besuch().melde_an(mache_person(Rolle.KOORDINATION, standort))


@pytest.fixture
def lotse(standort: Standort) -> Person:
    return mache_person(
        Rolle.LOTSE, standort, vorname="Ozlem", nachname="Zelik", email="alt@test.example"
    )


def pfad(person: Person) -> str:
    return f"/koordination/personen/{person.id}/angaben"


def test_a_corrected_name_is_shown_found_and_sorted_anew(
    koordination: Besuch, lotse: Person
) -> None:
    koordination.oeffne(f"/koordination/personen/{lotse.id}/")
    koordination.klicke("Angaben ändern")
    assert 'value="Zelik"' in koordination.html
    assert "Die Angaben sind geändert" in koordination.druecke("Speichern", **NEU)
    assert "Özlem Çelik" in koordination.text
    assert "Özlem Çelik" in koordination.oeffne("/koordination/?suche=celi")
    assert "Niemand passt" in koordination.oeffne("/koordination/?suche=zelik")
    db.session.expire_all()
    person = db.session.get_one(Person, lotse.id)
    assert (person.email, person.benutzername) == ("oezlem@test.example", None)
    assert person.sortierschluessel == "celik ozlem"
    assert db.session.query(Einsichtnahme).filter_by(was="angaben").one().person_id == lotse.id


def test_a_new_address_ends_open_links_and_a_new_name_does_not(
    koordination: Besuch, lotse: Person
) -> None:
    with transaktion():
        erzeuge_zugangslink(lotse.id, Linkart.EINLADUNG, clock.jetzt())
    alt = {"email": "alt@test.example", "benutzername": ""}
    koordination.sende(pfad(lotse), vorname="Özlem", nachname="Çelik", **alt)
    spaeter = clock.jetzt() + timedelta(minutes=1)
    assert db.session.query(Zugangslink).filter(Zugangslink.gueltig_bis > spaeter).count() == 1
    text = koordination.sende(pfad(lotse), **NEU)
    assert "gilt nicht mehr" in text
    db.session.rollback()
    assert db.session.query(Zugangslink).filter(Zugangslink.gueltig_bis > spaeter).count() == 0


def test_the_audit_trail_names_the_fields_and_not_what_is_in_them(
    koordination: Besuch, lotse: Person
) -> None:
    koordination.sende(pfad(lotse), **NEU)
    koordination.sende(pfad(lotse), **NEU)  # nothing new, so nothing to tell
    eintrag = db.session.query(Protokolleintrag).filter_by(akt="angaben_geaendert").one()
    assert eintrag.daten == {"felder": ["email", "nachname", "vorname"]}


@pytest.mark.parametrize("feld", ["email", "benutzername"])
def test_a_kennung_of_somebody_else_comes_back_with_what_was_typed(
    koordination: Besuch, lotse: Person, feld: str
) -> None:
    mache_person(Rolle.LOTSE, email="vergeben@test.example", benutzername="vergeben")
    wert = {"email": "vergeben@test.example", "benutzername": "vergeben"}[feld]
    text = koordination.sende(pfad(lotse), 422, **{**NEU, feld: wert})
    assert "gibt es schon ein Konto" in text
    assert 'value="Çelik"' in koordination.html
    db.session.expire_all()
    assert db.session.get_one(Person, lotse.id).nachname == "Zelik"


def test_nobody_is_left_without_a_way_to_sign_in(koordination: Besuch, lotse: Person) -> None:
    text = koordination.sende(pfad(lotse), 422, **{**NEU, "email": ""})
    assert "E-Mail-Adresse oder einen Benutzernamen" in text


def test_who_has_tasks_elsewhere_is_the_matter_of_the_verwaltung(
    koordination: Besuch, standort: Standort
) -> None:
    person = mache_person(Rolle.TRAINER)
    with transaktion():
        gib_rolle(person, Rolle.LOTSE, standort)
    assert "auch anderswo Aufgaben" in koordination.oeffne(pfad(person), 409)
    assert "auch anderswo Aufgaben" in koordination.sende(pfad(person), 409, **NEU)
    assert db.session.get_one(Person, person.id).nachname != "Çelik"


def test_correcting_keeps_its_query_budget(koordination: Besuch, lotse: Person) -> None:
    token = koordination.csrf_token()
    with count_queries() as sql:
        antwort = koordination.post(pfad(lotse), csrf_token=token, **NEU)
    assert antwort.status_code == 303
    assert len(sql) <= 10, "\n\n".join(sql)
