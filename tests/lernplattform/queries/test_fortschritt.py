from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from kurse.katalog import Katalog
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschlussart
from lernplattform.queries.fortschritt import (
    Fakt,
    als_lernstand,
    lies_besuchte_ue,
    lies_fakten,
    lies_lernstand,
    lies_nachlese,
    lies_qualifizierungen,
)
from lernplattform.services.lernen import schliesse_lektion_ab
from tests.fabrik import JETZT, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.spiel import antworte, starte


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


def test_the_lernstand_holds_what_is_done_and_the_latest_open_run_first(katalog):
    person, andere = mache_person(), mache_person()
    with transaktion():
        schliesse_lektion_ab(katalog, person.id, "willkommen", JETZT)
        schliesse_lektion_ab(katalog, andere.id, "gut-zuhoeren", JETZT)
    erster = starte(katalog, person.id, "brief-weg")
    antworte(katalog, person.id, erster, ["melden"])
    zweiter = starte(katalog, person.id, "fuenf-fragen", JETZT - timedelta(days=1))
    lernstand = lies_lernstand(person.id)
    assert {fakt.id for fakt in lernstand.erledigt} == {"willkommen"}
    assert [d.durchlauf_id for d in lernstand.offene_durchlaeufe] == [erster, zweiter]


def test_facts_come_in_the_order_in_which_they_were_written(katalog):
    person = mache_person()
    for tage, lektion in ((5, "willkommen"), (1, "gut-zuhoeren")):
        with transaktion():
            schliesse_lektion_ab(katalog, person.id, lektion, JETZT + timedelta(days=tage))
    assert [fakt.id for fakt in lies_fakten(person.id)] == ["willkommen", "gut-zuhoeren"]


def test_the_day_of_a_fact_is_the_day_of_the_place():
    kurz_vor_mitternacht_utc = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    fakt = Fakt(Abschlussart.LEKTION, "a", 1, kurz_vor_mitternacht_utc)
    assert fakt.tag == date(2026, 11, 24)


def test_a_finished_kurs_says_since_when_nothing_was_missing():
    fakten = [
        Fakt(Abschlussart.KURS, "k", 1, JETZT),
        Fakt(Abschlussart.MODUL, "m", 1, JETZT),
    ]
    lernstand = als_lernstand(fakten, besuchte_ue=4)
    assert lernstand.vollstaendig_am == date(2026, 11, 23)
    assert [fakt.id for fakt in lernstand.erledigt] == ["m"]
    assert als_lernstand(fakten[1:]).vollstaendig_am is None


def test_a_new_person_has_no_ue_no_note_and_a_running_qualifizierung(app):
    person = mache_person(standort=mache_standort(mindest_ue_praesenz=12))
    assert lies_besuchte_ue(person.id) == 0
    assert lies_nachlese(person.id).durchsicht_am is None
    (lage,) = lies_qualifizierungen(person.id)
    assert (lage.stand, lage.mindest_ue, lage.rueckgabe_grund) == ("laeuft", 12, "")
