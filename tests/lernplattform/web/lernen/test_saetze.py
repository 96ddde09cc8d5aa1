"""Meine Sätze: earned in the story, read on a page of their own."""

from dataclasses import replace

import pytest
from flask import Flask

from kurse.katalog import Katalog
from lernplattform.models.person import Person, Rolle
from tests.fabrik import mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.satzspiel import beantworte_oft
from tests.seiten import Besuch
from tests.spiel import GUTER_ERSTER_BESUCH, antworte, spiele, starte
from tests.zaehlung import count_queries

SPRUCH = '<p class="lp-spruch" lang="de" dir="ltr" data-vorlesen>'


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person(standort=mache_standort())


@pytest.fixture
def lotse(besuch, person) -> Besuch:
    return besuch().melde_an(person)


def test_an_empty_page_invites_and_leads_to_the_next_szenario(lotse):
    seite = lotse.oeffne("/lernen/saetze/")
    assert "Hier stehen bald Ihre Sätze. Sie verdienen sie in den Szenarien." in seite
    assert lotse.link("Zum nächsten Szenario") == "/lernen/modul/ankommen/szenario/erster-besuch/"
    lotse.oeffne("/lernen/")
    assert lotse.link("Meine Sätze") == "/lernen/saetze/"
    assert "Meine Sätze (" not in lotse.text


def test_what_was_only_passable_earns_nothing(lotse, katalog, person):
    spiele(katalog, person.id, "erster-besuch", ("hineingehen", "fragen", "nachfragen"))
    seite = lotse.oeffne("/lernen/saetze/")
    assert "2 fertige Sätze für Ihre Einsätze." in seite


def test_a_good_decision_shows_its_sentence_and_the_way_to_all_of_them(lotse, katalog, person):
    lauf = starte(katalog, person.id, "erster-besuch")
    antworte(katalog, person.id, lauf, ("vorstellen", "oeffnen"))
    seite = lotse.oeffne(f"/lernen/durchlauf/{lauf}/schritt/1/")
    assert "Ihr Satz zum Mitnehmen Guten Tag. Passt es Ihnen gerade?" in seite
    assert "Ihr Satz zum Mitnehmen" not in lotse.oeffne(f"/lernen/durchlauf/{lauf}/schritt/2/")
    lotse.oeffne(f"/lernen/durchlauf/{lauf}/schritt/1/")
    assert "1 fertiger Satz für Ihre Einsätze." in lotse.klicke("Alle meine Sätze")


def test_the_sentences_stand_by_theme_marked_as_german_and_without_the_marks(
    lotse, katalog, person
):
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    lotse.oeffne("/lernen/")
    seite = lotse.klicke("Meine Sätze (3)")
    assert "Meine Rolle" in seite
    assert "Grenzen" not in seite
    assert f"{SPRUCH}Ich möchte das nicht allein entscheiden. Ich frage nach.</p>" in lotse.html
    assert lotse.html.count(SPRUCH) == 3
    assert lotse.link("Der erste Besuch") == "/lernen/modul/ankommen/szenario/erster-besuch/"


def test_a_szenario_that_is_gone_leaves_its_sentence_without_a_link(lotse, katalog, person):
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    module = tuple(
        replace(m, bausteine=tuple(b for b in m.bausteine if b.inhalt.id != "erster-besuch"))
        for m in katalog.basis.module
    )
    spiele_beispiel_ein(
        replace(katalog, inhalt_version="x", kurse=(replace(katalog.basis, module=module),))
    )
    seite = lotse.oeffne("/lernen/saetze/")
    assert "Guten Tag. Passt es Ihnen gerade?" in seite
    assert seite.count("Verdient im Szenario: Der erste Besuch") == 1
    assert "szenario/erster-besuch" not in lotse.html


def test_the_own_page_leads_there_for_lotsen_alone(lotse, besuch):
    lotse.oeffne("/konto/")
    assert lotse.link("Meine Sätze") == "/lernen/saetze/"
    trainer = besuch().melde_an(mache_person(Rolle.TRAINER))
    assert "Meine Sätze" not in trainer.oeffne("/konto/")
    trainer.oeffne("/lernen/saetze/", 403)


def test_a_thousand_answers_stay_within_the_budget(lotse, katalog, person):
    beantworte_oft(katalog, person, 1000)
    lotse.oeffne("/lernen/saetze/")
    for pfad in ("/lernen/saetze/", "/lernen/"):
        with count_queries() as sql:
            lotse.oeffne(pfad)
        assert len(sql) <= 6, sql
