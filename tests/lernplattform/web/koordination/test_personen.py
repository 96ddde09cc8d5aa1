"""The Koordination's list: filters, search, pages, export, and the query budget."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from lxml.html import fromstring

from lernplattform.core.db import db
from lernplattform.core.sortierung import sortierschluessel, suchworte
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle, Suchwort, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from tests.fabrik import JETZT, gib_rolle, mache_gruppe, mache_person, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein
from tests.lernstand import mache_fortschritt
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]


@pytest.fixture
def standort(app: Flask) -> Standort:
    spiele_beispiel_ein()
    return mache_standort("Musterstadt")


@pytest.fixture
def koordination(besuch: Besucht, standort: Standort) -> Besuch:
    return besuch().melde_an(mache_person(Rolle.KOORDINATION, standort))


def mache_viele(standort: Standort, anzahl: int) -> None:
    """Rows as the services would write them, in one go: this is about reading."""
    with transaktion():
        personen = [
            Person(
                vorname="Vor",
                nachname=f"Name{n:05}",
                email=f"viele{n}@test.example",
                angelegt_am=JETZT,
                sortierschluessel=sortierschluessel(f"Name{n:05}", "Vor"),
            )
            for n in range(anzahl)
        ]
        db.session.add_all(personen)
        db.session.flush()  # the ids are needed below
        for person in personen:
            db.session.add(
                Zustaendigkeit(person_id=person.id, rolle=Rolle.LOTSE, standort_id=standort.id)
            )
            db.session.add(Qualifizierung(person_id=person.id, standort_id=standort.id))
            db.session.add_all(
                Suchwort(wort=w, person_id=person.id) for w in suchworte(person.nachname)
            )


def test_the_list_shows_the_own_standort_and_nobody_else(
    koordination: Besuch, standort: Standort
) -> None:
    mache_person(Rolle.LOTSE, standort, vorname="Olena", nachname="Eigen")
    mache_person(Rolle.LOTSE, vorname="Tariq", nachname="Fremd")
    text = koordination.oeffne("/koordination/")
    assert "Olena Eigen" in text
    assert "Fremd" not in text
    assert "Fremd" not in koordination.client.get("/koordination/personen.csv").text


def test_filters_by_state_and_search_find_the_right_people(
    koordination: Besuch, standort: Standort
) -> None:
    fertig = mache_person(Rolle.LOTSE, standort, vorname="Gülşen", nachname="Öz")
    mache_person(Rolle.LOTSE, standort, vorname="Olena", nachname="Andere")
    setze_stand(fertig, QualifizierungStand.VOLLSTAENDIG)
    nur_fertige = koordination.oeffne("/koordination/?stand=vollstaendig")
    assert "Gülşen Öz" in nur_fertige
    assert "Olena" not in nur_fertige
    gefunden = koordination.oeffne("/koordination/?suche=gul+oz")
    assert "Gülşen Öz" in gefunden
    assert "Olena" not in gefunden
    assert "Niemand passt" in koordination.oeffne("/koordination/?suche=xyz")


def test_the_page_says_how_many_wait_and_leads_to_them(
    koordination: Besuch, standort: Standort
) -> None:
    assert "wartet auf die Bestätigung" not in koordination.oeffne("/koordination/")
    for name in ("Kaya", "Rahimi"):
        wartend = mache_person(Rolle.LOTSE, standort, nachname=name)
        setze_stand(wartend, QualifizierungStand.VOLLSTAENDIG)
    mache_person(Rolle.LOTSE, standort, nachname="Weiter")
    fremd = mache_person(Rolle.LOTSE, nachname="Fremd")
    setze_stand(fremd, QualifizierungStand.VOLLSTAENDIG)
    koordination.oeffne("/koordination/")
    liste = koordination.klicke("2 Personen sind vollständig und warten auf die Bestätigung")
    assert "Kaya" in liste
    assert "Rahimi" in liste
    assert "Weiter" not in liste


def test_who_was_given_back_does_not_wait_for_the_koordination(
    koordination: Besuch, standort: Standort
) -> None:
    for _ in range(2):
        setze_stand(mache_person(Rolle.LOTSE, standort), QualifizierungStand.VOLLSTAENDIG)
    gefragt = setze_stand(mache_person(Rolle.LOTSE, standort), QualifizierungStand.VOLLSTAENDIG)
    with transaktion():
        db.session.merge(gefragt).zurueckgegeben_am = JETZT
    text = koordination.oeffne("/koordination/")
    assert "2 Personen sind vollständig und warten auf die Bestätigung" in text
    assert "vollständig (3)" in text


@pytest.mark.parametrize("filter_", ["stand=vollstaendig", "stand=laeuft", "suche=Elif"])
def test_a_filtered_list_does_not_speak_of_those_who_wait(
    koordination: Besuch, standort: Standort, filter_: str
) -> None:
    elif_ = mache_person(Rolle.LOTSE, standort, vorname="Elif")
    setze_stand(elif_, QualifizierungStand.VOLLSTAENDIG)
    koordination.oeffne("/koordination/")
    treffer = fromstring(koordination.html).get_element_by_id("treffer").text_content()
    assert "wartet auf die Bestätigung" in treffer
    assert "wartet auf die Bestätigung" not in koordination.oeffne(f"/koordination/?{filter_}")


def test_who_has_two_tasks_stands_in_the_team_once(besuch: Besucht, standort: Standort) -> None:
    leitung = mache_person(Rolle.KOORDINATION, standort, nachname="Adler")
    zweiter = mache_standort("Nebenort")
    with transaktion():
        gib_rolle(leitung, Rolle.TRAINER, standort)
    gast = besuch().melde_an(leitung)
    assert "1 Person, sortiert" in gast.oeffne("/koordination/team/")
    assert "Koordination Trainerin oder Trainer" in gast.text
    assert gast.text.count("Musterstadt") == 1
    with transaktion():
        gib_rolle(leitung, Rolle.KOORDINATION, zweiter)
    text = gast.oeffne("/koordination/team/")
    assert "1 Person, sortiert" in text
    assert "Koordination Trainerin oder Trainer Koordination" in text
    assert "Musterstadt Musterstadt Nebenort" in text


def test_only_mandatory_module_are_counted(koordination: Besuch, standort: Standort) -> None:
    katalog = spiele_beispiel_ein()
    pflicht = [modul.id for modul in katalog.basis.module if modul.pflicht]
    lotse = mache_person(Rolle.LOTSE, standort)
    for modul_id in (*pflicht, "kein-pflichtmodul"):
        mache_fortschritt(lotse, modul_id)
    assert f"{len(pflicht)} von {len(pflicht)}" in koordination.oeffne("/koordination/")


@pytest.mark.parametrize("unfug", ["?nach=%%%", "?nach=bnVsbA", "?stand=quatsch", "?suche=%00%27"])
def test_a_damaged_address_shows_the_list_all_the_same(
    koordination: Besuch, standort: Standort, unfug: str
) -> None:
    mache_person(Rolle.LOTSE, standort)
    koordination.oeffne(f"/koordination/{unfug}")


def test_the_pages_together_show_everybody_once_and_in_order(
    koordination: Besuch, standort: Standort
) -> None:
    mache_viele(standort, 120)
    namen: list[str] = []
    ziel = "/koordination/"
    for _ in range(3):
        text = koordination.oeffne(ziel)
        namen += [wort for wort in text.split() if wort.startswith("Name0")]
        ziel = koordination.link("Weitere") if "Weitere anzeigen" in text else ""
    assert ziel == ""
    assert namen == [f"Name{n:05}" for n in range(120)]


@pytest.mark.parametrize("anzahl", [40, 4000])
def test_the_list_keeps_its_query_budget(
    koordination: Besuch, standort: Standort, anzahl: int
) -> None:
    mache_viele(standort, anzahl)
    for pfad in ("/koordination/", "/koordination/?suche=name00", "/koordination/?stand=laeuft"):
        with count_queries() as sql:
            koordination.oeffne(pfad)
        assert len(sql) <= 10, sql


def test_the_export_holds_everybody_and_costs_few_queries(
    koordination: Besuch, standort: Standort
) -> None:
    mache_viele(standort, 1500)
    with count_queries() as sql:
        zeilen = koordination.client.get("/koordination/personen.csv").text.splitlines()
    assert len(zeilen) == 1501
    assert len(sql) <= 10, sql


def test_an_invited_person_is_in_the_list_and_gets_one_mail(
    koordination: Besuch, standort: Standort
) -> None:
    gruppe = mache_gruppe(standort)
    koordination.sende(
        "/koordination/einladen",
        vorname="Rahel",
        nachname="Tesfay",
        email="Rahel@Test.example",
        rolle="lotse",
        standort_id=str(standort.id),
        kursgruppe_id=str(gruppe.id),
    )
    assert "Die Einladung ist noch nicht angenommen." in koordination.text
    assert gruppe.name in koordination.text
    person = db.session.query(Person).filter_by(email="rahel@test.example").one()
    assert [n.vorlage for n in db.session.query(Nachricht).filter_by(person_id=person.id)] == [
        "einladung"
    ]
    assert "Rahel Tesfay" in koordination.oeffne("/koordination/?suche=rahel")


def test_a_taken_address_is_said_at_the_field_and_what_was_typed_stays(
    koordination: Besuch, standort: Standort
) -> None:
    mache_person(Rolle.LOTSE, email="belegt@test.example")
    koordination.sende(
        "/koordination/einladen",
        422,
        vorname="Rahel",
        nachname="Tesfay",
        email="belegt@test.example",
        rolle="lotse",
        standort_id=str(standort.id),
        kursgruppe_id="0",
    )
    assert "Mit dieser Angabe gibt es schon ein Konto" in koordination.text
    assert 'value="Rahel"' in koordination.html


@pytest.mark.parametrize("email", ["", "ohne-at", "zwei@@example.de"])
def test_an_invitation_needs_a_way_to_reach_the_person(
    koordination: Besuch, standort: Standort, email: str
) -> None:
    koordination.sende(
        "/koordination/einladen",
        422,
        vorname="Rahel",
        nachname="",
        email=email,
        rolle="lotse",
        standort_id=str(standort.id),
        kursgruppe_id="0",
    )
    assert 'aria-invalid="true"' in koordination.html


def test_nobody_is_invited_to_a_foreign_standort(koordination: Besuch, standort: Standort) -> None:
    fremd = mache_standort()
    koordination.sende(
        "/koordination/einladen",
        422,
        vorname="Rahel",
        nachname="Tesfay",
        email="rahel@test.example",
        rolle="koordination",
        standort_id=str(fremd.id),
        kursgruppe_id="0",
    )
    assert db.session.query(Person).filter_by(email="rahel@test.example").count() == 0


def test_who_has_no_address_gets_a_slip_whose_link_works_once(
    koordination: Besuch, standort: Standort, besuch: Besucht
) -> None:
    koordination.sende(
        "/koordination/einladen",
        vorname="Bereket",
        nachname="",
        email="",
        benutzername="Bereket.T",
        rolle="lotse",
        standort_id=str(standort.id),
        kursgruppe_id="0",
    )
    person = db.session.query(Person).filter_by(benutzername="bereket.t").one()
    koordination.sende(f"/koordination/personen/{person.id}/zettel")
    adresse = "".join(re.findall(r'class="lp-stueck">([^<]*)<', koordination.html))
    pfad = adresse.removeprefix("https://lernen.example")
    neu = besuch()
    assert "Willkommen, Bereket" in neu.oeffne(pfad)
    neu.sende(pfad, neu="ein gutes Passwort", wiederholt="ein gutes Passwort")
    assert "Ihr Passwort ist gespeichert" in neu.text
    besuch().oeffne(pfad, 404)


def test_the_export_writes_the_local_day(koordination: Besuch, standort: Standort) -> None:
    lotse = mache_person(Rolle.LOTSE, standort)
    setze_stand(lotse, QualifizierungStand.VOLLSTAENDIG, datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert "2026-11-24" in koordination.client.get("/koordination/personen.csv").text


def test_the_export_is_german_whatever_the_exporter_reads(
    besuch: Besucht, standort: Standort
) -> None:
    mache_person(Rolle.LOTSE, standort)
    wer = mache_person(Rolle.KOORDINATION, standort, sprache="tr")
    gast = besuch().melde_an(wer)
    assert "läuft" not in gast.oeffne("/koordination/")
    assert '"läuft"' in gast.client.get("/koordination/personen.csv").text


def test_who_is_no_longer_a_lotse_here_leaves_list_and_export(
    koordination: Besuch, standort: Standort
) -> None:
    person = mache_person(Rolle.LOTSE, standort, vorname="Olena", nachname="Fortgezogen")
    assert "Fortgezogen" in koordination.oeffne("/koordination/")
    with transaktion():
        db.session.query(Zustaendigkeit).filter_by(person_id=person.id).delete()
    assert "Fortgezogen" not in koordination.oeffne("/koordination/")
    assert "Fortgezogen" not in koordination.client.get("/koordination/personen.csv").text
