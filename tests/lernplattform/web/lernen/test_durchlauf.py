import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from kurse.katalog import Katalog
from kurse.speichern import hash_von
from lernplattform.core.db import db
from lernplattform.models.durchlauf import Antwort, Durchlauf
from lernplattform.models.fortschritt import Reflexion
from lernplattform.models.person import Person
from lernplattform.web.lernen.ende import _gezaehlt
from quiz.fragen import Wertung
from tests.fabrik import mache_person
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein
from tests.seiten import Besuch
from tests.spiel import GUTE_FUENF, GUTER_BRIEF, antworte, spiele, starte
from tests.zaehlung import count_queries


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person()


@pytest.fixture
def lotse(besuch, person) -> Besuch:
    return besuch().melde_an(person)


def verstecktes(lotse: Besuch, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', lotse.html)[1]


def waehle(lotse: Besuch, durchlauf_id: int, schritt: int, status: int = 200, **felder) -> str:
    pfad = f"/lernen/durchlauf/{durchlauf_id}/antwort"
    return lotse.sende(pfad, status, schritt=str(schritt), **felder)


def beginne(lotse: Besuch, modul: str, szenario: str) -> int:
    lotse.sende(f"/lernen/modul/{modul}/szenario/{szenario}/")
    return int(re.search(r"/lernen/durchlauf/(\d+)/antwort", lotse.html)[1])


def test_the_question_shows_the_scene_the_cards_and_the_steps_to_go(lotse):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    seite = lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert "Der Brief von Herrn Osei ist nicht mehr da." in seite
    assert "Was tun Sie zuerst?" in seite
    assert "noch 2 bis 4 Schritte" in seite
    assert "Wie sicher sind Sie?" in seite
    assert lotse.html.count('type="radio"') == 3 + 3
    assert "Hauptnavigation" not in lotse.html
    assert lotse.link("Pause machen") == "/lernen/modul/vertrauen/"


def test_the_question_is_german_on_pages_in_every_language(besuch, katalog):
    lotse = besuch().melde_an(mache_person(sprache="ar"))
    beginne(lotse, "vertrauen", "fuenf-fragen")
    assert '<legend><bdi lang="de">Was sagen Sie?</bdi></legend>' in lotse.html


def test_the_consequence_comes_before_the_reason_and_the_cause_is_put_right(lotse):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    seite = waehle(lotse, durchlauf_id, 0, antwort="suchen", sicherheit="3")
    reihenfolge = [
        "Sie haben gewählt: Sie suchen erst einmal allein",
        "Was dann geschieht",
        "Niemand weiß davon.",
        "So nicht",
        "Viele sind hier sicher und liegen daneben.",
        "Besser: sofort melden",
        "Auch eine kleine Panne kann für andere groß sein.",
    ]
    stellen = [seite.index(teil) for teil in reihenfolge]
    assert stellen == sorted(stellen)
    assert "Es ging um: Verschwiegenheit" in seite
    assert lotse.link("Weiter") == f"/lernen/durchlauf/{durchlauf_id}/"


def test_what_was_chosen_is_repeated_and_an_impuls_brings_its_sentence(lotse, katalog, person):
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    antworte(katalog, person.id, durchlauf_id, ["melden"])
    assert "Sie haben gewählt: „Name, Adresse" in waehle(lotse, durchlauf_id, 1, antwort="alles")
    seite = waehle(lotse, durchlauf_id, 2, antwort="erzaehlen")
    assert "Dann hilft dieser Satz „Einen Moment. Wir machen das Schritt für Schritt.“" in seite


@pytest.mark.parametrize(
    ("sicherheit", "wahl", "satz"),
    [
        ("3", "melden", "Gut. Darauf können Sie bauen."),
        ("2", "melden", "Gut gesehen."),
        ("1", "melden", "Ihr Gefühl war richtig."),
        ("1", "fundbuero", "Geht. Es gibt noch einen besseren Weg."),
        ("2", "suchen", "Fast. Das fehlte noch:"),
        ("1", "suchen", "Gut, dass Sie gezweifelt haben."),
    ],
)
def test_certainty_and_worth_together_have_their_sentence(lotse, sicherheit, wahl, satz):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    assert satz in waehle(lotse, durchlauf_id, 0, antwort=wahl, sicherheit=sicherheit)


def test_without_certainty_nothing_is_said_about_it(lotse):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    seite = waehle(lotse, durchlauf_id, 0, antwort="melden", sicherheit="9")
    assert "Darauf können Sie bauen" not in seite
    assert db.session.query(Antwort).one().sicherheit is None


def test_all_five_kinds_of_questions_can_be_worked_in_the_browser(lotse):
    durchlauf_id = beginne(lotse, "vertrauen", "fuenf-fragen")
    waehle(lotse, durchlauf_id, 0, antwort="allgemein")
    seite = waehle(lotse, durchlauf_id, 1, antwort=["stift", "akte"])
    assert "Sie haben gewählt: Stift und Papier Die Akte einer anderen Familie" in seite
    assert "Das gehört auch dazu: Die Karte mit der Nummer vom Büro" in seite
    assert "Das passt hier nicht: Die Akte einer anderen Familie" in seite
    assert "Besser: nur das Nötige mitnehmen." in seite
    seite = waehle(
        lotse, durchlauf_id, 2, **{"position-0": "1", "position-1": "2", "position-2": "3"}
    )
    assert "Erst fragen, dann lesen, dann aufschreiben." in seite
    assert seite.count("passt: ") == 3
    seite = waehle(lotse, durchlauf_id, 3, **{"ziel-0": "2", "ziel-1": "1"})
    assert "Sie haben gewählt: passt nicht: Ein Unfall: Fundbüro passt:" in seite
    assert "So passt es: Ein Unfall: Rettungsdienst" in seite
    seite = waehle(lotse, durchlauf_id, 4, text="Ein guter Tag", geteilt="1")
    assert "Ihr Text ist gespeichert." in seite
    reflexion = db.session.query(Reflexion).one()
    assert (reflexion.text, reflexion.geteilt_am is not None) == ("Ein guter Tag", True)
    assert "Ein guter Tag" not in str([a.eingabe for a in db.session.query(Antwort)])
    assert "So endet die Geschichte" in lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")


def test_each_line_of_an_order_says_whether_it_stands_in_its_place(lotse, katalog, person):
    """By a word for those who hear it and a sign for those who see it."""
    durchlauf_id = starte(katalog, person.id, "fuenf-fragen")
    antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[:2])
    seite = waehle(
        lotse, durchlauf_id, 2, **{"position-0": "1", "position-1": "3", "position-2": "2"}
    )
    anfang = seite[seite.index("Ihre Reihenfolge:") :]
    assert anfang.startswith("Ihre Reihenfolge: passt: ")
    assert (anfang.count("passt: "), anfang.count("passt nicht: ")) == (1, 2)
    assert lotse.html.count("kern-icon--check lp-passt") == 1
    assert lotse.html.count("kern-icon--close lp-passt") == 2


def test_nobody_is_made_to_write(lotse, katalog, person):
    durchlauf_id = starte(katalog, person.id, "fuenf-fragen")
    antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[:4])
    assert "Sie haben nichts aufgeschrieben." in waehle(lotse, durchlauf_id, 4, text="")
    assert db.session.query(Reflexion).count() == 0


@pytest.mark.parametrize(
    ("schritt", "felder", "satz", "behalten"),
    [
        (0, {}, "Bitte wählen Sie eine Antwort.", ""),
        (1, {}, "Bitte wählen Sie mindestens eine Antwort.", ""),
        (1, {"antwort": ["stift", "quatsch"]}, "passt nicht zur Frage", r'value="stift"\s+checked'),
        (
            2,
            {"position-0": "3", "position-1": "3", "position-2": "1"},
            "Bitte geben Sie jedem Schritt eine eigene Nummer.",
            r'name="position-0">.*?value="3"\s+selected',
        ),
        (
            3,
            {"ziel-1": "2"},
            "Bitte wählen Sie in jeder Zeile etwas aus.",
            r'name="ziel-1"\s+value="2"\s+checked',
        ),
        (4, {"text": "x" * 4001}, "Ihr Text ist zu lang.", "x{4001}</textarea>"),
    ],
)
def test_an_answer_that_does_not_fit_comes_back_with_what_was_typed(
    lotse, katalog, person, schritt, felder, satz, behalten
):
    durchlauf_id = starte(katalog, person.id, "fuenf-fragen")
    if schritt:
        antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[:schritt])
    seite = waehle(lotse, durchlauf_id, schritt, 422, **felder)
    assert seite.count(satz) == 1
    assert lotse.html.count("antwort-fehler") > 1
    assert re.search(behalten, lotse.html, re.DOTALL)
    assert db.session.query(Antwort).count() == schritt


def test_the_certainty_that_was_ticked_also_comes_back(lotse):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    waehle(lotse, durchlauf_id, 0, 422, sicherheit="2")
    assert re.search(r'value="2"\s+checked', lotse.html)


def test_the_order_of_the_options_is_the_same_on_every_reload_and_differs_between_runs(
    lotse, katalog, person
):
    reihen = set()
    for _mal in range(8):
        durchlauf_id = starte(katalog, person.id, "brief-weg")
        lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
        reihe = tuple(re.findall(r'name="antwort"\s+value="([a-z]+)"', lotse.html))
        lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
        assert reihe == tuple(re.findall(r'name="antwort"\s+value="([a-z]+)"', lotse.html))
        reihen.add(reihe)
        antworte(katalog, person.id, durchlauf_id, ["melden"])
    assert len(reihen) > 1


def test_going_back_and_sending_again_leads_to_the_same_consequence(lotse):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    erste = waehle(lotse, durchlauf_id, 0, antwort="melden")
    assert waehle(lotse, durchlauf_id, 0, antwort="suchen") == erste
    assert waehle(lotse, durchlauf_id, 0) == erste
    assert db.session.query(Antwort).count() == 1


@pytest.mark.parametrize("schritt", ["7", "-1", "", "x", "٣", "99999"])
def test_a_step_that_is_not_there_is_a_conflict(lotse, schritt):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    seite = waehle(lotse, durchlauf_id, schritt, 409, antwort="melden")
    assert "Diese Antwort gehört zu einem anderen Schritt." in seite


def test_after_signing_out_the_story_goes_on_at_the_exact_step(lotse, besuch, person):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    waehle(lotse, durchlauf_id, 0, antwort="suchen")
    wieder = besuch().melde_an(person)
    assert "Hier haben Sie Pause gemacht Szenario: Der Brief ist weg" in wieder.oeffne("/lernen/")
    assert "Am Montag klingelt Herr Osei." in wieder.oeffne(wieder.link("Weiterlernen"))
    assert "noch 1 bis 3 Schritte" in wieder.text


def test_a_run_of_somebody_else_is_not_there(lotse, katalog):
    fremder = mache_person()
    durchlauf_id = spiele(katalog, fremder.id, "brief-weg", GUTER_BRIEF)
    lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/", 404)
    lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/schritt/1/", 404)
    waehle(lotse, durchlauf_id, 0, 404, antwort="melden")
    lotse.oeffne("/lernen/durchlauf/99999/", 404)


def test_a_step_that_is_not_answered_yet_has_no_consequence(lotse):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    for nr in (0, 1, 2):
        lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/schritt/{nr}/", 404)


def test_a_closed_run_leads_to_the_start_page_and_takes_no_answer(lotse, katalog, person):
    alter = starte(katalog, person.id, "brief-weg")
    antworte(katalog, person.id, alter, ["melden"])
    starte(katalog, person.id, "brief-weg")
    assert "Weitermachen" in lotse.oeffne(f"/lernen/durchlauf/{alter}/")
    assert "inzwischen neu begonnen" in waehle(lotse, alter, 1, 409, antwort="alles")


def test_a_passed_story_says_so_and_names_the_next_step(lotse, katalog, person):
    durchlauf_id = spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    seite = lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert "Herr Osei vertraut Ihnen weiter." in seite
    assert "geschafft am 23. November 2026" in seite
    assert "4 von 4 Entscheidungen waren gut." in seite
    assert lotse.link("Weiter: Fünf Fragen") == "/lernen/modul/vertrauen/szenario/fuenf-fragen/"


def test_a_good_end_that_does_not_pass_says_both(lotse, katalog, person):
    wahlen = ["suchen", "jetzt-melden", "erzaehlen", "ehrlich"]
    durchlauf_id = spiele(katalog, person.id, "brief-weg", wahlen)
    seite = lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert "Herr Osei vertraut Ihnen weiter." in seite
    assert "noch nicht geschafft" in seite
    assert "Die Geschichte ist gut ausgegangen. Ihre Entscheidungen reichen noch nicht." in seite
    assert "Es fehlt noch eine gute Entscheidung. 2 von 4 Entscheidungen waren gut." in seite
    assert "Noch einmal spielen" in seite


@pytest.mark.parametrize(
    ("wahlen", "stand", "satz"),
    [
        (
            ["fundbuero", "alles", "erzaehlen", "ehrlich"],
            "noch nicht geschafft",
            "2 von 4 Entscheidungen waren gut. 1 geht auch.",
        ),
        (
            ["fundbuero", "alles", "schweigen", "ehrlich"],
            "geschafft am 23. November 2026",
            "3 von 4 Entscheidungen waren gut. 1 geht auch.",
        ),
    ],
)
def test_the_end_says_what_counts_half_and_the_rule(lotse, katalog, person, wahlen, stand, satz):
    durchlauf_id = spiele(katalog, person.id, "brief-weg", wahlen)
    seite = lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert f"Ihre Entscheidungen {stand}" in seite
    assert f"{satz} Geschafft ist es, wenn fast alle Entscheidungen gut sind" in seite
    assert "„Geht auch“ zählt halb." in seite


@pytest.mark.parametrize(
    ("wertungen", "saetze"),
    [
        ("g vv f", ["1 von 4 Entscheidungen war gut.", "2 gehen auch."]),
        ("gg v f", ["2 von 4 Entscheidungen waren gut.", "1 geht auch."]),
        ("fff", ["0 von 3 Entscheidungen waren gut."]),
        ("gff", ["1 von 3 Entscheidungen war gut."]),
    ],
)
def test_one_decision_is_spoken_of_as_one(app, wertungen, saetze):
    klassen = {"g": Wertung.GUT, "v": Wertung.VERTRETBAR, "f": Wertung.FALSCH}
    with app.test_request_context():
        assert _gezaehlt([klassen[w] for w in wertungen if w != " "]) == saetze


def test_danger_is_named_before_what_is_missing(lotse, katalog, person):
    durchlauf_id = spiele(katalog, person.id, "brief-weg", ["suchen", "allein-treffen"])
    seite = lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert seite.index("Eine Entscheidung war gefährlich.") < seite.index("Es fehlen noch")
    assert "Gefährlich" in seite


def test_from_an_earlier_step_one_walks_on_step_by_step(lotse, katalog, person):
    durchlauf_id = spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/schritt/1/")
    for _nr in range(3):
        lotse.oeffne(lotse.link("Weiter"))
    assert "Ehrlichkeit schafft Vertrauen." in lotse.text
    assert "So endet die Geschichte" in lotse.oeffne(lotse.link("Weiter"))


def test_an_old_version_is_shown_and_finished_as_it_was(lotse, katalog, person):
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    antworte(katalog, person.id, durchlauf_id, ["melden"])
    alt = katalog.szenario("brief-weg")
    html = {**alt.html, "anruf.text": "<p>Ganz anders</p>"}
    neu = replace(alt, fassung=2, html=html, titel="Neu", hash="")
    spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    seite = lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert "„Was stand in dem Brief?“" in seite
    assert "Ganz anders" not in seite
    for schritt, wahl in enumerate(GUTER_BRIEF[1:], 1):
        waehle(lotse, durchlauf_id, schritt, antwort=wahl)
    assert "geschafft am" in lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert "seitdem neu gefasst" in lotse.oeffne("/lernen/modul/vertrauen/")


def test_an_answer_given_faster_than_reading_is_noticed_by_the_stamp_of_the_form(lotse):
    gezeigt = datetime.now(UTC).replace(microsecond=0)
    with time_machine.travel(gezeigt, tick=False):
        durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
        stempel = verstecktes(lotse, "stempel")
    with time_machine.travel(gezeigt + timedelta(seconds=2), tick=False):
        waehle(lotse, durchlauf_id, 0, antwort="melden", stempel=stempel)
    assert db.session.query(Antwort).one().schnell is True


@pytest.mark.parametrize("stempel", ["", "gefälscht", "WzEsMCwxXQ.xyz"])
def test_a_missing_or_forged_stamp_makes_nobody_fast(lotse, stempel):
    durchlauf_id = beginne(lotse, "vertrauen", "brief-weg")
    waehle(lotse, durchlauf_id, 0, antwort="melden", stempel=stempel)
    assert db.session.query(Antwort).one().schnell is False


def test_only_lotsen_play(besuch, katalog):
    durchlauf_id = spiele(katalog, mache_person().id, "brief-weg", GUTER_BRIEF)
    besuch().melde_an(mache_person("trainer")).oeffne(f"/lernen/durchlauf/{durchlauf_id}/", 403)
    antwort = besuch().client.get(f"/lernen/durchlauf/{durchlauf_id}/")
    assert (antwort.status_code, "/login" in antwort.headers["Location"]) == (303, True)


def test_the_pages_stay_within_their_budget(lotse, katalog, person):
    lotse.oeffne("/lernen/")
    durchlauf_id = starte(katalog, person.id, "fuenf-fragen")
    antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[:4])
    csrf = lotse.csrf_token()
    for pfad in ("", "schritt/4/"):
        with count_queries() as sql:
            lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/{pfad}")
        assert len(sql) <= 6, sql
    with count_queries() as sql:
        lotse.post(
            f"/lernen/durchlauf/{durchlauf_id}/antwort", csrf_token=csrf, schritt="4", text=""
        )
    assert db.session.get_one(Durchlauf, durchlauf_id).bestanden
    assert len(sql) <= 10, sql
    with count_queries() as sql:
        lotse.oeffne(f"/lernen/durchlauf/{durchlauf_id}/")
    assert len(sql) <= 6, sql
