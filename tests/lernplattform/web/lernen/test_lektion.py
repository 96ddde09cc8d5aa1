from dataclasses import replace

import pytest
from flask import Flask

from kurse.katalog import Katalog
from kurse.speichern import hash_von
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Reflexion
from lernplattform.models.person import Person
from tests.fabrik import JETZT, mache_person
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

WILLKOMMEN = "/lernen/modul/ankommen/lektion/willkommen/"
SCHWER = "/lernen/modul/vertrauen/lektion/schwere-themen/"


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person()


@pytest.fixture
def lotse(besuch, person) -> Besuch:
    return besuch().melde_an(person)


def test_a_lektion_shows_its_text_its_place_and_its_minutes(lotse):
    seite = lotse.oeffne(WILLKOMMEN)
    assert "Gut ankommen · Schritt 1 von 3 Willkommen im Team etwa 2 Minuten" in seite
    assert "Merke Sie dürfen Nein sagen." in seite
    assert "kernprofil 3" in seite
    assert lotse.link("Pause machen") == "/lernen/modul/ankommen/"


def test_fachwoerter_are_explained_and_the_text_links_to_them(lotse):
    seite = lotse.oeffne(WILLKOMMEN)
    assert "Koordination Die Person an Ihrem Standort, die Ihre Einsätze plant." in seite
    assert lotse.link("koordination".capitalize()) == "#wort-koordination"
    assert 'id="wort-koordination"' in lotse.html
    assert lotse.link("Zurück zum Text") == "#zu-koordination"
    assert 'id="zu-koordination"' in lotse.html
    assert "coordinator" not in seite


def test_fachwoerter_are_translated_into_the_language_of_the_person(besuch, katalog):
    lotse = besuch().melde_an(mache_person(sprache="ar"))
    assert "منسقة" in lotse.oeffne(WILLKOMMEN)
    assert '<span lang="ar" dir="rtl">منسقة</span>' in lotse.html


def test_from_a_lektion_one_goes_to_what_stands_before_and_after_it(lotse):
    lotse.oeffne(WILLKOMMEN)
    assert lotse.link("Danach Gut zuhören") == "/lernen/modul/ankommen/lektion/gut-zuhoeren/"
    lotse.oeffne("/lernen/modul/ankommen/lektion/gut-zuhoeren/")
    assert lotse.link("Zurück Willkommen im Team") == WILLKOMMEN


def test_reading_alone_completes_nothing_saying_so_does_and_leads_on(lotse):
    lotse.oeffne(WILLKOMMEN)
    assert db.session.query(Abschluss).count() == 0
    seite = lotse.sende(f"{WILLKOMMEN}verstanden")
    assert "Geschafft: Willkommen im Team" in seite
    assert "Hören Sie erst zu." in seite
    assert "geschafft am" in lotse.oeffne(WILLKOMMEN)
    lotse.sende(f"{WILLKOMMEN}verstanden")
    db.session.rollback()  # look afresh
    assert db.session.query(Abschluss).count() == 1


def test_a_new_fassung_says_so_and_can_be_understood_again(lotse, katalog):
    lotse.sende(f"{WILLKOMMEN}verstanden")
    neu = replace(katalog.lektion("willkommen"), fassung=2, hash="")
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    assert "Seitdem ist sie neu gefasst." in lotse.oeffne(WILLKOMMEN)
    lotse.sende(f"{WILLKOMMEN}verstanden")
    assert "neu gefasst" not in lotse.oeffne(WILLKOMMEN)


def test_beside_the_text_stand_the_steps_of_the_modul(lotse):
    lotse.sende(f"{WILLKOMMEN}verstanden")
    assert "Willkommen im Team (geschafft) Gut zuhören" in lotse.oeffne(WILLKOMMEN)
    assert 'aria-current="page"><span lang="de" dir="ltr">Willkommen im Team</span>' in lotse.html
    assert lotse.link("Der erste Besuch") == "/lernen/modul/ankommen/szenario/erster-besuch/"


def test_after_the_last_step_the_modul_is_shown(lotse, katalog):
    letzte = replace(katalog.lektion("gut-zuhoeren"))
    modul = katalog.module["ankommen"]
    kurz = replace(modul, bausteine=(modul.bausteine[0], modul.bausteine[2], modul.bausteine[1]))
    kurs = replace(katalog.basis, module=(kurz, *katalog.basis.module[1:]))
    spiele_beispiel_ein(replace(katalog, kurse=(kurs,), inhalt_version="x"))
    seite = lotse.sende(f"/lernen/modul/ankommen/lektion/{letzte.id}/verstanden")
    assert "Modul 1 Gut ankommen" in seite


def test_a_hard_topic_is_named_first_with_an_equal_alternative(lotse):
    seite = lotse.oeffne(SCHWER)
    assert "Hier geht es um Gewalt." in seite
    assert "Holen Sie Hilfe dazu." not in seite
    assert lotse.link("Was mir anvertraut wird") == (
        "/lernen/modul/vertrauen/lektion/verschwiegen-sein/"
    )
    assert "Holen Sie Hilfe dazu." in lotse.oeffne(lotse.link("Ja, jetzt lesen"))


def test_the_open_question_is_asked_where_the_text_asks_it(lotse):
    seite = lotse.oeffne(WILLKOMMEN)
    assert seite.count("Was hat Sie zu diesem Ehrenamt geführt?") == 1
    assert "Bitte schreiben Sie nie über echte Fälle" in seite
    assert "dass jemand in Gefahr ist" in seite


def test_a_thought_is_kept_private_and_can_be_shared_later(lotse):
    text = {"r1-text": "Ich war selbst neu hier."}
    assert "Ihre Gedanken sind gespeichert." in lotse.sende(f"{WILLKOMMEN}reflexion/1", **text)
    assert "Ich war selbst neu hier." in lotse.html
    assert db.session.query(Reflexion).one().geteilt_am is None
    lotse.sende(f"{WILLKOMMEN}reflexion/1", **text, **{"r1-geteilt": "y"})
    db.session.rollback()  # look afresh
    db.session.expire_all()
    assert db.session.query(Reflexion).one().geteilt_am is not None


def test_a_thought_that_is_too_long_comes_back_as_it_was_typed(lotse):
    lang = "x" * 4001
    seite = lotse.sende(f"{WILLKOMMEN}reflexion/1", 422, **{"r1-text": lang})
    assert "Ihr Text ist zu lang." in seite
    assert lang in lotse.html
    assert db.session.query(Reflexion).count() == 0


def test_the_answer_of_the_trainer_stands_under_the_thought(lotse, person):
    lotse.sende(f"{WILLKOMMEN}reflexion/1", **{"r1-text": "Frage", "r1-geteilt": "y"})
    with transaktion():
        reflexion = db.session.query(Reflexion).one()
        reflexion.antwort, reflexion.beantwortet_am = "Das ist ein guter Gedanke.", JETZT
    assert "Antwort aus dem Kurs Das ist ein guter Gedanke. 23." in lotse.oeffne(WILLKOMMEN)


def test_nobody_reads_the_thought_of_another(lotse, besuch):
    lotse.sende(f"{WILLKOMMEN}reflexion/1", **{"r1-text": "Nur für mich"})
    andere = besuch().melde_an(mache_person())
    assert "Nur für mich" not in andere.oeffne(WILLKOMMEN)


def test_near_the_law_a_lektion_says_that_it_is_no_legal_advice(lotse, katalog):
    assert "keine Rechtsberatung" not in lotse.oeffne(WILLKOMMEN)
    neu = replace(katalog.lektion("willkommen"), profilelemente=("grenzen-ehrenamt",), hash="")
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    assert "Diese Lerneinheit ist keine Rechtsberatung." in lotse.oeffne(WILLKOMMEN)


@pytest.mark.parametrize(
    "pfad",
    [
        "/lernen/modul/ankommen/lektion/gibt-es-nicht/",
        "/lernen/modul/vertrauen/lektion/willkommen/",
        "/lernen/modul/ankommen/lektion/erster-besuch/",
    ],
)
def test_a_lektion_is_only_at_its_own_place(lotse, pfad):
    lotse.oeffne(pfad, 404)
    lotse.sende(f"{pfad}verstanden", 404)


def test_a_question_that_the_lektion_does_not_ask_is_not_there(lotse):
    lotse.sende(f"{WILLKOMMEN}reflexion/2", 404, **{"r2-text": "Hallo"})


def test_the_page_and_its_acts_stay_within_their_budget(lotse):
    lotse.oeffne(WILLKOMMEN)
    csrf = lotse.csrf_token()
    with count_queries() as sql:
        lotse.oeffne(WILLKOMMEN)
    assert len(sql) <= 6, sql
    for pfad in ("verstanden", "reflexion/1"):
        with count_queries() as sql:
            assert lotse.post(WILLKOMMEN + pfad, csrf_token=csrf).status_code == 303
        assert len(sql) <= 10, sql
