from dataclasses import replace

import pytest
from flask import Flask

from kurse.katalog import Katalog
from kurse.speichern import hash_von, mit_version
from lernplattform.core.db import db
from lernplattform.models.durchlauf import Durchlauf
from lernplattform.models.person import Person
from quiz.fragen import Eingabe
from tests.fabrik import mache_person
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein
from tests.seiten import Besuch
from tests.spiel import GUTER_BRIEF, antworte, spiele, starte
from tests.zaehlung import count_queries

BRIEF = "/lernen/modul/vertrauen/szenario/brief-weg/"


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person()


@pytest.fixture
def lotse(besuch, person) -> Besuch:
    return besuch().melde_an(person)


def test_the_start_page_says_what_awaits(lotse):
    seite = lotse.oeffne(BRIEF)
    assert seite.index("Geschichte beginnen") < seite.index("Darum geht es")
    assert "Darum geht es Verschwiegenheit, Zuhören" in seite
    assert "höchstens 4 Schritte · etwa" in seite
    assert "höchstens eine falsche, keine gefährliche. „Geht auch“ zählt halb." in seite
    assert "Vorläufig, fachlich noch nicht geprüft." in seite
    assert "keine Rechtsberatung" in seite
    assert "Geschichte beginnen" in seite
    assert "Ihr Stand" not in seite


def test_a_short_story_bears_no_wrong_decision(lotse):
    seite = lotse.oeffne("/lernen/modul/ankommen/szenario/erster-besuch/")
    assert "ohne eine falsche Entscheidung. Einmal „Geht auch“ ist erlaubt." in seite
    assert "keine Rechtsberatung" not in seite


def test_a_reviewed_szenario_is_no_longer_called_preliminary(lotse, katalog):
    geprueft = {"brief-weg": {"am": "2026-11-01", "durch": "Fachkreis"}}
    kurs = replace(katalog.basis, geprueft=geprueft)
    spiele_beispiel_ein(mit_version(replace(katalog, kurse=(kurs,))))
    assert "Vorläufig" not in lotse.oeffne(BRIEF)


def test_a_hard_topic_is_named_before_the_story(lotse, katalog):
    neu = replace(
        katalog.szenario("brief-weg"),
        inhaltshinweis="kindeswohl",
        alternative="fuenf-fragen",
        hash="",
    )
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    seite = lotse.oeffne(BRIEF)
    assert seite.index("Hier geht es um Kinder") < seite.index("Geschichte beginnen")
    assert lotse.link("Stattdessen: Fünf Fragen").endswith("/szenario/fuenf-fragen/")


def test_beginning_leads_into_the_story_and_an_open_one_goes_on(lotse):
    assert "Was tun Sie zuerst?" in lotse.sende(BRIEF)
    seite = lotse.oeffne(BRIEF)
    assert "Weitermachen" in seite
    assert "Von vorn beginnen" in seite
    assert "Was tun Sie zuerst?" in lotse.oeffne(lotse.link("Weitermachen"))


def test_own_results_are_told_in_words_and_never_as_a_score(lotse, katalog, person):
    spiele(katalog, person.id, "brief-weg", ["suchen", "jetzt-melden", "erzaehlen", "ehrlich"])
    seite = lotse.oeffne(BRIEF)
    assert "Ihr Stand noch nicht geschafft" in seite
    assert "Ihr bester Durchlauf 2 von 4 Entscheidungen gut" in seite
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    spiele(katalog, person.id, "brief-weg", ["suchen", "allein-treffen"])
    seite = lotse.oeffne(BRIEF)
    assert "geschafft am 23. November 2026" in seite
    assert "Ihr bester Durchlauf 4 von 4 Entscheidungen gut" in seite
    assert "%" not in seite


def test_a_story_without_right_and_wrong_is_read(lotse, katalog, person):
    alt = katalog.szenario("fuenf-fragen")
    neu = replace(alt, szenario=replace(alt.szenario, start="gedanke"), hash="")
    gelesen = spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    pfad = "/lernen/modul/vertrauen/szenario/fuenf-fragen/"
    assert "Hier gibt es kein Richtig oder Falsch." in lotse.oeffne(pfad)
    durchlauf_id = spiele(gelesen, person.id, "fuenf-fragen", [Eingabe()])
    seite = lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert "Ihre Entscheidungen gelesen" in seite
    assert "noch nicht geschafft" not in seite
    seite = lotse.oeffne(pfad)
    assert "Ihr Stand gelesen am 23. November 2026" in seite
    assert "Entscheidungen gut" not in seite


def test_an_unfinished_run_is_no_result(lotse, katalog, person):
    antworte(katalog, person.id, starte(katalog, person.id, "brief-weg"), ["melden"])
    assert "Ihr Stand" not in lotse.oeffne(BRIEF)


def test_a_pass_on_an_older_fassung_stays_but_its_run_does_not_compete(lotse, katalog, person):
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    neu = replace(katalog.szenario("brief-weg"), fassung=2, hash="")
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    seite = lotse.oeffne(BRIEF)
    assert "geschafft am 23. November 2026" in seite
    assert "Ihr bester Durchlauf" not in seite


@pytest.mark.parametrize(
    "pfad",
    [
        "/lernen/modul/vertrauen/szenario/gibt-es-nicht/",
        "/lernen/modul/ankommen/szenario/brief-weg/",
        "/lernen/modul/vertrauen/szenario/verschwiegen-sein/",
    ],
)
def test_a_szenario_is_only_at_its_own_place(lotse, pfad):
    lotse.oeffne(pfad, 404)
    lotse.sende(pfad, 404)
    assert db.session.query(Durchlauf).count() == 0


def test_the_start_page_and_the_start_stay_within_their_budget(lotse, katalog, person):
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    antworte(katalog, person.id, starte(katalog, person.id, "brief-weg"), ["melden"])
    lotse.oeffne(BRIEF)
    csrf = lotse.csrf_token()
    with count_queries() as sql:
        lotse.oeffne(BRIEF)
    assert len(sql) <= 6, sql
    with count_queries() as sql:
        assert lotse.post(BRIEF, csrf_token=csrf).status_code == 303
    assert len(sql) <= 10, sql
