from dataclasses import replace

from quiz.durchlauf import starte, uebrig
from quiz.fragen import Frage, Fragetyp, Option, Wertung
from quiz.graph import Zustand
from quiz.szenario import Knoten
from quiz.wege import (
    Spanne,
    entscheidungen,
    laengster_weg,
    schritte_uebrig,
    woerter,
    woerter_bis_antwort,
)
from tests.quiz.bau import freitext, gut_falsch, schluss, szenario
from tests.quiz.muster import MUSTER, spiele


def test_the_steps_left_shrink_with_every_answer() -> None:
    assert uebrig(MUSTER, starte(MUSTER)) == Spanne(2, 4)
    *_, nach_suchen = spiele(MUSTER, "erst-suchen")
    assert uebrig(MUSTER, nach_suchen) == Spanne(1, 3)
    *_, am_ende = spiele(MUSTER, "erst-suchen", "allein-treffen")
    assert uebrig(MUSTER, am_ende) == Spanne(0, 0)


def test_a_merker_decides_what_is_left() -> None:
    bedingt = replace(
        gut_falsch("b", "e"), weiter=gut_falsch("x", "m:c").weiter + gut_falsch("x", "e").weiter
    )
    szene = szenario(bedingt, gut_falsch("c", "e"), schluss("e", "gut"))
    assert schritte_uebrig(szene, Zustand("b", frozenset({"m"}))) == Spanne(2, 2)
    assert schritte_uebrig(szene, Zustand("b")) == Spanne(1, 1)


def test_freitext_is_a_step_and_no_scored_decision() -> None:
    szene = szenario(freitext("t", "a"), gut_falsch("a", "e"), schluss("e", "gut"))
    assert uebrig(szene, starte(szene)) == Spanne(2, 2)
    assert entscheidungen(szene) == Spanne(1, 1)


def test_words_before_the_answer_leave_out_the_feedback_and_words_of_a_step_take_the_longest() -> (
    None
):
    optionen = (
        Option("a", "eins zwei", Wertung.GUT, folge="eins", rueckmeldung="zwei drei"),
        Option("b", "drei", Wertung.FALSCH, folge="eins zwei", rueckmeldung="drei vier fünf"),
    )
    knoten = Knoten("k", "Eine kleine Lage.", Frage(Fragetyp.EINFACHWAHL, "Was nun?", optionen))
    assert woerter_bis_antwort(knoten) == 3 + 2 + 3
    assert woerter(knoten) == 3 + 2 + 3 + 5


def test_words_of_a_zuordnung_count_both_sides_and_its_own_feedback() -> None:
    frage = Frage(
        Fragetyp.ZUORDNUNG,
        "Wer?",
        paare=(("links eins", "rechts"),),
        ablenker=("falsch",),
        folge="und so weiter",
        rueckmeldung_richtig="ja",
        rueckmeldung_falsch="leider nein",
    )
    assert woerter(Knoten("k", "", frage)) == 1 + 3 + 1 + 3 + 2


def test_the_longest_way_is_that_with_most_decisions_and_of_those_with_most_words() -> None:
    szene = szenario(
        gut_falsch("a", "b", "r"),
        gut_falsch("b", "e"),
        replace(gut_falsch("r", "e"), text="eine viel längere Lage"),
        schluss("e", "gut"),
    )
    weg = laengster_weg(szene)
    assert weg.knoten == ("a", "r", "e")
    assert weg.entscheidungen == 2
    assert weg.woerter == sum(woerter(szene.knoten[k]) for k in weg.knoten)
