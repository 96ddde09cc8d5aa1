from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import ceil

import pytest
import time_machine
from flask import Flask

from kurse.katalog import Katalog
from kurse.kurs import Modul, ModulStatus
from kurse.speichern import hash_von, mit_version
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Durchsicht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung, QualifizierungStand
from lernplattform.services.lernen import schliesse_lektion_ab
from tests.fabrik import JETZT, mache_person, mache_standort, setze_stand
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein
from tests.seiten import Besuch
from tests.spiel import GUTE_FUENF, GUTER_BRIEF, GUTER_ERSTER_BESUCH, antworte, spiele, starte
from tests.zaehlung import count_queries


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person(standort=mache_standort(mindest_ue_praesenz=8))


@pytest.fixture
def lotse(besuch, person) -> Besuch:
    return besuch().melde_an(person)


def lies(katalog: Katalog, person: Person, *lektionen: str) -> None:
    with transaktion():
        for lektion in lektionen:
            schliesse_lektion_ab(katalog, person.id, lektion, JETZT)


def mache_modul_1(katalog: Katalog, person: Person) -> None:
    lies(katalog, person, "willkommen")
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)


def test_a_new_person_is_greeted_and_shown_where_to_begin(lotse):
    seite = lotse.oeffne("/lernen/")
    assert "Amira" in seite
    assert "Schön, dass Sie da sind. Vor Ihnen liegen 2 Module." in seite
    assert "Lektion: Willkommen im Team Gut ankommen Anfangen · 2 Minuten" in seite
    assert lotse.link("Anfangen") == "/lernen/modul/ankommen/lektion/willkommen/"
    assert "2 Schritte · etwa 5 Minuten" in seite


@pytest.mark.parametrize(
    ("stunde", "gruss"),
    [
        (2, "Guten Abend"),
        (3, "Guten Morgen"),
        (9, "Guten Morgen"),
        (10, "Guten Tag"),
        (16, "Guten Tag"),
        (17, "Guten Abend"),
        (23, "Guten Abend"),
    ],
)
def test_the_greeting_follows_the_clock_of_the_place(besuch, person, stunde, gruss):
    """In November it is one hour later here than in UTC."""
    with time_machine.travel(datetime(2026, 11, 23, stunde, 5, tzinfo=UTC), tick=False):
        assert f"{gruss}, Amira" in besuch().melde_an(person).oeffne("/lernen/")


def test_a_modul_on_the_way_says_how_far_one_is(lotse, katalog, person):
    lies(katalog, person, "willkommen")
    seite = lotse.oeffne("/lernen/")
    assert "Der Anfang ist gemacht: 1 Schritt ist geschafft." in seite
    assert "1 von 2 Schritten · noch etwa 3 Minuten" in seite
    assert lotse.link("Weiterlernen") == "/lernen/modul/ankommen/szenario/erster-besuch/"


def test_a_finished_modul_stays_dated_behind_me(lotse, katalog, person):
    mache_modul_1(katalog, person)
    seite = lotse.oeffne("/lernen/")
    assert "Sie haben 1 von 2 Modulen geschafft." in seite
    assert "Gut ankommen (geschafft) geschafft am 23. November 2026" in seite
    assert "Vertrauen schützen (hier sind Sie)" in seite


def test_what_is_missing_names_rule_and_remaining_steps(lotse, katalog, person):
    mache_modul_1(katalog, person)
    seite = lotse.oeffne("/lernen/")
    assert "mindestens 8 UE in Präsenz" in seite
    assert "Es fehlt noch 1 Modul und 8 UE in Präsenz." in seite
    assert "Im Modul „Vertrauen schützen“ fehlen noch 3 Schritte." in seite
    assert "Es fehlen noch 8 UE in Präsenz. Dabei waren Sie 0 von 8 UE." in seite


def test_online_minutes_and_presence_stand_apart(lotse, katalog, person):
    mache_modul_1(katalog, person)
    seite = lotse.oeffne("/lernen/")
    assert "Online gelernt, etwa 5 Minuten In Präsenz dabei 0 von 8 UE" in seite


def test_the_way_goes_on_at_the_open_story(lotse, katalog, person):
    durchlauf_id = starte(katalog, person.id, "fuenf-fragen")
    antworte(katalog, person.id, durchlauf_id, ["allgemein"])
    lotse.oeffne("/lernen/")
    assert lotse.link("Weiterlernen") == f"/lernen/durchlauf/{durchlauf_id}/"


def test_playing_a_passed_story_again_does_not_hide_what_is_needed(lotse, katalog, person):
    """Neither on the whole way nor on the page of the Modul; its station says what was earned."""
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    starte(katalog, person.id, "erster-besuch")
    seite = lotse.oeffne("/lernen/")
    assert lotse.link("Weiterlernen") == "/lernen/modul/ankommen/lektion/willkommen/"
    assert "Der erste Besuch (geschafft) Szenario · 23. Nov." in seite
    seite = lotse.oeffne("/lernen/modul/ankommen/")
    assert lotse.link("Weiterlernen") == "/lernen/modul/ankommen/lektion/willkommen/"
    assert "Szenario · 3 Minuten · geschafft am 23. November 2026" in seite
    assert "angefangen" not in seite
    lotse.oeffne("/lernen/modul/ankommen/szenario/erster-besuch/")
    assert "/lernen/durchlauf/" in lotse.link("Weitermachen")


def test_a_passed_story_goes_on_once_nothing_needed_is_open_in_its_modul(lotse, katalog, person):
    mache_modul_1(katalog, person)
    durchlauf_id = starte(katalog, person.id, "erster-besuch")
    lotse.oeffne("/lernen/modul/ankommen/")
    assert lotse.link("Weiterlernen") == f"/lernen/durchlauf/{durchlauf_id}/"


def test_an_open_story_says_the_minutes_of_what_is_left_of_it(lotse, katalog, person):
    ganz = katalog.szenario("fuenf-fragen").minuten
    durchlauf_id = starte(katalog, person.id, "fuenf-fragen")
    assert f"höchstens noch {ganz} Minuten" in lotse.oeffne("/lernen/")
    antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[:2])
    assert f"höchstens noch {ceil(ganz * 3 / 5)} Minuten" in lotse.oeffne("/lernen/")
    antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[2:4], ab=2)
    assert "höchstens noch 1 Minute ·" in lotse.oeffne("/lernen/")


def test_an_open_story_of_an_older_version_says_its_full_length(lotse, katalog, person):
    inhalt = katalog.szenario("fuenf-fragen")
    durchlauf_id = starte(katalog, person.id, inhalt.id)
    antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[:4])
    neu = replace(inhalt, fassung=2, hash="")
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    assert f"höchstens noch {inhalt.minuten} Minuten" in lotse.oeffne("/lernen/")


def test_a_modul_in_preparation_is_said_kindly(lotse, katalog):
    wartend = Modul("spaeter", "Viel später", 3, ("Ein Ziel",), True, ModulStatus.IN_VORBEREITUNG)
    kurs = replace(katalog.basis, module=(*katalog.basis.module, wartend))
    spiele_beispiel_ein(mit_version(replace(katalog, kurse=(kurs,))))
    seite = lotse.oeffne("/lernen/")
    assert "Viel später (noch nicht offen) Wir schreiben noch an diesem Modul." in seite
    assert "1 Modul schreiben wir noch. Sie müssen dafür nichts tun." in seite
    assert "Wir schreiben noch an diesem Modul." in lotse.oeffne("/lernen/modul/spaeter/")


@pytest.mark.parametrize(
    ("stand", "satz"),
    [
        (QualifizierungStand.VOLLSTAENDIG, "Ihre Basisqualifizierung ist vollständig."),
        (QualifizierungStand.BESTAETIGT, "Ihre Basisqualifizierung ist bestätigt."),
    ],
)
def test_the_goal_is_named_when_it_is_reached(besuch, katalog, stand, satz):
    person = mache_person()
    mache_modul_1(katalog, person)
    lies(katalog, person, "verschwiegen-sein")
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    spiele(katalog, person.id, "fuenf-fragen", GUTE_FUENF)
    setze_stand(person, stand)
    seite = besuch().melde_an(person).oeffne("/lernen/")
    assert satz in seite
    assert "Es fehlt noch" not in seite
    assert "Wenn Sie noch mehr lernen möchten Lektion: Gut zuhören" in seite


def test_the_latest_durchsicht_and_a_return_are_shown(lotse, person):
    trainer = mache_person(Rolle.TRAINER)
    with transaktion():
        for tage, notiz in enumerate(("Alte Notiz", "Weiter so")):
            am = JETZT + timedelta(days=tage)
            db.session.add(
                Durchsicht(person_id=person.id, trainer_id=trainer.id, notiz=notiz, am=am)
            )
    q = setze_stand(person, QualifizierungStand.VOLLSTAENDIG)
    with transaktion():
        q.zurueckgegeben_am, q.rueckgabe_grund = JETZT, "Bitte bringen Sie den Nachweis mit."
        db.session.add(q)
    seite = lotse.oeffne("/lernen/")
    assert "Nachricht von Ihrer Trainerin oder Ihrem Trainer Weiter so 24. November 2026" in seite
    assert "Alte Notiz" not in seite
    assert "Vor der Bestätigung gibt es noch eine Frage." in seite
    assert "bestätigt sie bald" not in seite
    assert "Bitte bringen Sie den Nachweis mit." in seite


def mache_bescheinigung(qualifizierung: Qualifizierung) -> int:
    with transaktion():
        neue = Bescheinigung(
            qualifizierung_id=qualifizierung.id, nummer="ABCD-EFGH", ausgestellt_am=JETZT
        )
        db.session.add(neue)
        db.session.flush()
        return neue.id


def test_a_valid_bescheinigung_is_one_click_away(lotse, person):
    nummer = mache_bescheinigung(setze_stand(person, QualifizierungStand.BESTAETIGT))
    seite = lotse.oeffne("/lernen/")
    assert seite.index("Bescheinigung herunterladen") < seite.index("Gut ankommen")
    for text in ("Bescheinigung herunterladen", "Bescheinigung und Vertiefungsseminare"):
        assert lotse.link(text) == f"/konto/bescheinigung/{nummer}.pdf"
    with count_queries() as sql:
        lotse.oeffne("/lernen/")
    assert len(sql) <= 6, sql


def test_a_revocation_is_told_with_day_and_reason(lotse, person):
    q = setze_stand(person, QualifizierungStand.WIDERRUFEN)
    nummer = mache_bescheinigung(q)
    with transaktion():
        q.widerrufen_am, q.widerruf_grund = JETZT, "Ein Nachweis war nicht echt."
        db.session.add(q)
        db.session.get_one(Bescheinigung, nummer).widerrufen_am = JETZT
    seite = lotse.oeffne("/lernen/")
    assert "Die Bestätigung Ihrer Basisqualifizierung wurde zurückgenommen." in seite
    assert "Ein Nachweis war nicht echt. 23. November 2026" in seite
    assert "Bescheinigung herunterladen" not in seite


def test_the_page_of_a_modul_lists_its_steps_with_state_minutes_and_duty(lotse, katalog, person):
    lies(katalog, person, "willkommen")
    seite = lotse.oeffne("/lernen/modul/ankommen/")
    assert "Willkommen im Team (geschafft) Lektion · 2 Minuten · geschafft am 23." in seite
    assert "Gut zuhören (offen) Lektion · 1 Minute · freiwillig" in seite
    assert "Der erste Besuch (hier sind Sie) Szenario · 3 Minuten" in seite
    assert "Sie können ein erstes Gespräch führen." in seite


def test_a_new_fassung_is_offered_again_and_takes_nothing(lotse, katalog, person):
    mache_modul_1(katalog, person)
    neu = replace(katalog.lektion("willkommen"), fassung=2, hash="")
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    seite = lotse.oeffne("/lernen/modul/ankommen/")
    assert "geschafft am 23. November 2026, seitdem neu gefasst" in seite
    assert "Sie haben dieses Modul geschafft." in seite
    assert "Sie haben 1 von 2 Modulen geschafft." in lotse.oeffne("/lernen/")


def test_the_alternative_of_a_hard_topic_counts_for_it(lotse, katalog, person):
    lies(katalog, person, "verschwiegen-sein")
    assert "durch die Alternative geschafft" in lotse.oeffne("/lernen/modul/vertrauen/")


def test_an_unknown_modul_is_not_there(lotse):
    lotse.oeffne("/lernen/modul/gibt-es-nicht/", 404)


def test_without_any_content_the_platform_is_not_ready(app, besuch):
    besuch().melde_an(mache_person()).oeffne("/lernen/", 503)


def test_the_pages_stay_within_their_budget(lotse, katalog, person):
    lotse.oeffne("/lernen/")
    mache_modul_1(katalog, person)
    for pfad in ("/lernen/", "/lernen/modul/ankommen/"):
        with count_queries() as sql:
            lotse.oeffne(pfad)
        assert len(sql) <= 6, sql


def test_each_waypoint_opens_to_its_steps_and_the_present_one_is_open(lotse, katalog, person):
    lies(katalog, person, "willkommen")
    seite = lotse.oeffne("/lernen/")
    assert "Willkommen im Team (geschafft) Lektion · 23. Nov. 2026" in seite
    assert "Der erste Besuch (hier sind Sie) Szenario · 3 Minuten" in seite
    assert lotse.html.count('<details class="lp-station"') == 2
    assert lotse.html.count('<details class="lp-station" open>') == 1
    assert lotse.html.index("open>") < lotse.html.index("Vertrauen schützen")


def test_the_way_says_how_long_the_rest_takes(lotse, katalog, person):
    assert "Ihr Weg noch etwa 13 Minuten" in lotse.oeffne("/lernen/")
    mache_modul_1(katalog, person)
    assert "Ihr Weg noch etwa 8 Minuten" in lotse.oeffne("/lernen/")


def test_what_was_achieved_is_said_in_calm_words(lotse, katalog, person):
    assert "Das haben Sie schon erreicht" not in lotse.oeffne("/lernen/")
    mache_modul_1(katalog, person)
    erwartet = "Das haben Sie schon erreicht Geschafft 1 Modul · 1 Lektion · 1 Szenario"
    assert erwartet in lotse.oeffne("/lernen/")


def test_the_waypoint_of_a_modul_just_done_fills_once(lotse, katalog, person):
    lotse.oeffne("/lernen/")
    mache_modul_1(katalog, person)
    lotse.oeffne("/lernen/")
    assert lotse.html.count('class="fertig neu"') == 1
    lotse.oeffne("/lernen/")
    assert 'class="fertig neu"' not in lotse.html


def test_what_was_done_long_ago_does_not_fill_after_a_new_login(lotse, katalog, person):
    mache_modul_1(katalog, person)
    lotse.oeffne("/lernen/")
    assert 'class="fertig neu"' not in lotse.html


def test_once_the_seminare_are_open_they_come_before_what_is_voluntary(lotse, katalog, person):
    mache_modul_1(katalog, person)
    lies(katalog, person, "verschwiegen-sein")
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    spiele(katalog, person.id, "fuenf-fragen", GUTE_FUENF)
    setze_stand(person, QualifizierungStand.VOLLSTAENDIG)
    seite = lotse.oeffne("/lernen/")
    assert "Jetzt für Sie offen Vertiefungsseminare Seminare ansehen" in seite
    assert seite.index("Ihr Weg") < seite.index("Wenn Sie noch mehr lernen möchten")


@pytest.mark.parametrize(("vorname", "nachname"), [("Bo", ""), ("M" * 60, "Obermüller")])
def test_people_with_one_word_or_a_very_long_name_are_greeted_too(
    besuch, katalog, vorname, nachname
):
    person = mache_person(vorname=vorname, nachname=nachname)
    assert f", {vorname} Schön" in besuch().melde_an(person).oeffne("/lernen/")
