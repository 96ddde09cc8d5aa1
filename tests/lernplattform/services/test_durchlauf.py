from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from flask import Flask

from kurse.katalog import Katalog
from kurse.kurs import SzenarioInhalt
from kurse.speichern import hash_von
from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, Konflikt, NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Antwort, Durchlauf, DurchlaufStatus
from lernplattform.models.fortschritt import Abschluss, Reflexion
from lernplattform.models.person import Person
from lernplattform.services.durchlauf import gib_antwort_ab
from quiz.fragen import Eingabe
from tests.fabrik import JETZT, mache_person
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein
from tests.spiel import GUTE_FUENF, GUTER_BRIEF, GUTER_ERSTER_BESUCH, antworte, spiele, starte


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person()


def lauf(durchlauf_id: int) -> Durchlauf:
    db.session.expire_all()
    return db.session.get_one(Durchlauf, durchlauf_id)


def antworten(durchlauf_id: int) -> list[Antwort]:
    return db.session.query(Antwort).filter_by(durchlauf_id=durchlauf_id).order_by("schritt").all()


def abschluesse(person: Person) -> set[tuple[str, str]]:
    return {(a.art.value, a.inhalt_id) for a in db.session.query(Abschluss).all()}


def test_a_durchlauf_begins_at_the_start_pinned_to_the_live_version(katalog, person):
    begonnen = lauf(starte(katalog, person.id, "brief-weg"))
    assert (begonnen.knoten, begonnen.schritt, begonnen.merker) == ("bus", 0, [])
    assert begonnen.inhalt_hash == katalog.inhalte["brief-weg"].hash
    assert begonnen.ist_erster
    assert begonnen.status is DurchlaufStatus.OFFEN


def test_an_unknown_szenario_cannot_be_begun(katalog, person):
    with pytest.raises(NichtGefunden):
        starte(katalog, person.id, "gibt-es-nicht")
    with pytest.raises(NichtGefunden):
        starte(katalog, person.id, "willkommen")


def test_a_good_way_passes_and_completes_the_szenario(katalog, person):
    fertig = lauf(spiele(katalog, person.id, "brief-weg", GUTER_BRIEF))
    assert fertig.status is DurchlaufStatus.BEENDET
    assert (fertig.punkte_zaehler, fertig.punkte_nenner, fertig.bestanden) == (1, 1, True)
    assert fertig.beendet_am == JETZT
    assert ("szenario", "brief-weg") in abschluesse(person)


def test_a_mistake_made_good_still_passes(katalog, person):
    wahlen = ("suchen", "jetzt-melden", "schweigen", "ehrlich")
    fertig = lauf(spiele(katalog, person.id, "brief-weg", wahlen))
    assert Fraction(fertig.punkte_zaehler, fertig.punkte_nenner) == Fraction(3, 4)
    assert fertig.bestanden


def test_two_wrong_decisions_reach_the_good_end_and_do_not_pass(katalog, person):
    wahlen = ("suchen", "jetzt-melden", "erzaehlen", "ehrlich")
    fertig = lauf(spiele(katalog, person.id, "brief-weg", wahlen))
    assert fertig.knoten == "ende-gut"
    assert Fraction(fertig.punkte_zaehler, fertig.punkte_nenner) == Fraction(1, 2)
    assert fertig.bestanden is False
    assert abschluesse(person) == set()


def test_a_dangerous_choice_ends_the_story_and_never_passes(katalog, person):
    fertig = lauf(spiele(katalog, person.id, "brief-weg", ("suchen", "allein-treffen")))
    assert (fertig.knoten, fertig.bestanden) == ("ende-gefaehrlich", False)
    assert [a.gefaehrlich for a in antworten(fertig.id)] == [False, True]


def test_all_five_kinds_of_questions_are_played_and_free_text_stays_out_of_the_answer(
    katalog, person
):
    durchlauf_id = spiele(katalog, person.id, "fuenf-fragen", GUTE_FUENF)
    gespeichert = antworten(durchlauf_id)
    assert [a.eingabe for a in gespeichert] == [
        {"gewaehlt": ["allgemein"]},
        {"gewaehlt": ["stift", "karte"]},
        {"reihenfolge": [0, 1, 2]},
        {"zuordnung": {"0": 0, "1": 1}},
        {},
    ]
    assert [a.wert_zaehler for a in gespeichert] == [1, 1, 1, 1, None]
    assert lauf(durchlauf_id).bestanden
    reflexion = db.session.query(Reflexion).one()
    assert (reflexion.inhalt_id, reflexion.stelle) == ("fuenf-fragen", "gedanke")
    assert (reflexion.text, reflexion.geteilt_am) == ("Zuhören tut gut.", None)


def test_free_text_is_shared_only_on_request(katalog, person):
    durchlauf_id = starte(katalog, person.id, "fuenf-fragen")
    antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[:4])
    with transaktion():
        gib_antwort_ab(
            katalog, person.id, durchlauf_id, 4, Eingabe(text="Für alle"), JETZT, geteilt=True
        )
    assert db.session.query(Reflexion).one().geteilt_am == JETZT


def test_a_step_that_is_answered_stays_as_it_is(katalog, person):
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    erst = antworte(katalog, person.id, durchlauf_id, ["melden"])
    nochmal = antworte(katalog, person.id, durchlauf_id, ["suchen"])
    assert erst == nochmal
    assert [a.eingabe for a in antworten(durchlauf_id)] == [{"gewaehlt": ["melden"]}]


def test_a_step_ahead_is_a_conflict(katalog, person):
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    with pytest.raises(Konflikt) as fehler:
        antworte(katalog, person.id, durchlauf_id, ["melden"], ab=3)
    assert fehler.value.code == "schritt-passt-nicht"
    assert antworten(durchlauf_id) == []


def test_an_answer_that_does_not_fit_changes_nothing(katalog, person):
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    with pytest.raises(EingabeUngueltig) as fehler:
        antworte(katalog, person.id, durchlauf_id, [Eingabe()])
    assert (fehler.value.feld, fehler.value.code) == ("antwort", "nichts-gewaehlt")
    assert (lauf(durchlauf_id).schritt, antworten(durchlauf_id)) == (0, [])


def test_nothing_ticked_is_a_slip_and_no_answer(katalog, person):
    durchlauf_id = starte(katalog, person.id, "fuenf-fragen")
    antworte(katalog, person.id, durchlauf_id, GUTE_FUENF[:1])
    with pytest.raises(EingabeUngueltig) as fehler:
        antworte(katalog, person.id, durchlauf_id, [Eingabe()], ab=1)
    assert (fehler.value.feld, fehler.value.code) == ("antwort", "nichts-angekreuzt")
    assert (lauf(durchlauf_id).schritt, len(antworten(durchlauf_id))) == (1, 1)


def test_a_run_of_somebody_else_cannot_be_found(katalog, person):
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    with pytest.raises(NichtGefunden):
        antworte(katalog, mache_person().id, durchlauf_id, ["melden"])


def test_there_is_one_open_durchlauf_and_a_new_start_closes_the_old_one(katalog, person):
    alter = starte(katalog, person.id, "brief-weg")
    antworte(katalog, person.id, alter, ["melden"])
    neuer = starte(katalog, person.id, "brief-weg")
    assert neuer != alter
    assert lauf(alter).status is DurchlaufStatus.ABGEBROCHEN
    assert not lauf(neuer).ist_erster
    with pytest.raises(Konflikt) as fehler:
        antworte(katalog, person.id, alter, ["alles"], ab=1)
    assert fehler.value.code == "durchlauf-abgebrochen"


def test_starting_twice_without_an_answer_begins_once(katalog, person):
    assert starte(katalog, person.id, "brief-weg") == starte(katalog, person.id, "brief-weg")


def test_the_first_answer_to_a_knoten_is_the_erstbegegnung_even_after_an_abort(katalog, person):
    erster = starte(katalog, person.id, "brief-weg")
    antworte(katalog, person.id, erster, ["melden"])
    zweiter = spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    assert [a.ist_erstbegegnung for a in antworten(erster)] == [True]
    assert [a.ist_erstbegegnung for a in antworten(zweiter)] == [False, True, True, True]


@pytest.mark.parametrize(
    ("sekunden", "schnell"), [(None, False), (1, True), (2.9, True), (60, False), (86_400, False)]
)
def test_an_answer_faster_than_reading_is_marked(katalog, person, sekunden, schnell):
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    gezeigt_am = None if sekunden is None else JETZT - timedelta(seconds=sekunden)
    with transaktion():
        gib_antwort_ab(
            katalog,
            person.id,
            durchlauf_id,
            0,
            Eingabe(gewaehlt=("melden",)),
            JETZT,
            gezeigt_am=gezeigt_am,
        )
    assert antworten(durchlauf_id)[0].schnell is schnell


def test_a_fast_answer_in_a_repeated_run_is_not_marked(katalog, person):
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    with transaktion():
        eingabe = Eingabe(gewaehlt=("melden",))
        gib_antwort_ab(katalog, person.id, durchlauf_id, 0, eingabe, JETZT, gezeigt_am=JETZT)
    assert antworten(durchlauf_id)[0].schnell is False


def test_an_old_version_can_be_finished_after_the_content_changed(katalog, person):
    durchlauf_id = starte(katalog, person.id, "erster-besuch")
    antworte(katalog, person.id, durchlauf_id, GUTER_ERSTER_BESUCH[:1])
    neu = spiele_beispiel_ein(_ohne_kueche(katalog))
    stand = antworte(neu, person.id, durchlauf_id, GUTER_ERSTER_BESUCH[1:], ab=1)
    assert (stand.beendet, stand.bestanden) == (True, True)
    fakt = db.session.query(Abschluss).filter_by(inhalt_id="erster-besuch").one()
    assert (fakt.fassung, fakt.hash) == (1, katalog.inhalte["erster-besuch"].hash)


def test_a_story_without_a_scored_decision_is_done_by_reading_it(katalog, person):
    alt = katalog.szenario("fuenf-fragen")
    neu = replace(alt, szenario=replace(alt.szenario, start="gedanke"), hash="")
    gelesen = spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))
    fertig = lauf(spiele(gelesen, person.id, "fuenf-fragen", [Eingabe()]))
    assert (fertig.punkte_zaehler, fertig.bestanden) == (None, None)
    assert ("szenario", "fuenf-fragen") in abschluesse(person)


def _ohne_kueche(katalog: Katalog) -> Katalog:
    """The Szenario in a second Fassung whose first question leads elsewhere."""
    alt = katalog.szenario("erster-besuch")
    assert alt is not None
    graph = replace(alt.szenario, start="abschied")
    neu: SzenarioInhalt = replace(alt, fassung=2, szenario=graph, hash="")
    return ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu)))
