from quiz.fragen import Bewertung
from quiz.graph import Zustand, ausgaenge, erreichbar, kreise, ordnung, weg_zu, ziel
from tests.quiz.bau import (
    einfachwahl,
    gut_falsch,
    kette,
    mehrfachwahl,
    option,
    schluss,
    szenario,
    wege,
)
from tests.quiz.muster import MUSTER


def test_the_first_way_whose_condition_holds_is_taken() -> None:
    liste = wege("m:a", "n:b", "c")
    assert ziel(liste, frozenset({"m", "n"})) == "a"
    assert ziel(liste, frozenset({"n"})) == "b"
    assert ziel(liste, frozenset()) == "c"


def test_no_condition_that_holds_is_no_way_on() -> None:
    assert ziel(wege("m:a"), frozenset()) is None


def test_a_merker_set_by_the_answer_counts_for_the_way_that_follows_it() -> None:
    anfang = einfachwahl(
        "a", option("g", "gut", setzt=["m"]), option("f", "falsch"), weiter=["m:b", "c"]
    )
    szene = szenario(anfang, schluss("b", "gut"), schluss("c", "offen"))
    assert set(erreichbar(szene)) == {
        Zustand("a"),
        Zustand("b", frozenset({"m"})),
        Zustand("c"),
    }


def test_the_way_of_an_option_goes_before_that_of_the_knoten() -> None:
    anfang = einfachwahl("a", option("g", "gut", "b"), option("f", "falsch"), weiter=["c"])
    szene = szenario(anfang, schluss("b", "gut"), schluss("c", "offen"))
    gute = erreichbar(szene, erlaubt=lambda ausgang: ausgang.bewertung.wert == 1)
    assert [zustand.knoten for zustand in gute] == ["a", "b"]


def test_ticked_options_set_their_merker_together_and_follow_the_way_of_the_knoten() -> None:
    knoten = mehrfachwahl(
        "a", option("g", "gut", setzt=["m"]), option("f", "falsch", setzt=["n"]), weiter=["b"]
    )
    effekte = {(a.bewertung, a.setzt, a.weiter) for a in ausgaenge(knoten)}
    wert_1, wert_0 = Bewertung(1), Bewertung(0)
    assert effekte == {
        (wert_0, frozenset(), ()),
        (wert_1, frozenset({"m"}), ()),
        (wert_0, frozenset({"n"}), ()),
        (wert_0, frozenset({"m", "n"}), ()),
    }


def test_a_way_to_a_state_is_told_from_the_start() -> None:
    vorher = erreichbar(MUSTER)
    gefahr = Zustand("ende-gefaehrlich")
    assert weg_zu(vorher, gefahr) == ("haltestelle", "montag", "ende-gefaehrlich")


def test_the_order_grows_along_every_way_and_there_is_none_in_a_circle() -> None:
    nummer = ordnung(MUSTER)
    assert nummer is not None
    assert set(nummer) == set(MUSTER.knoten)
    assert nummer["haltestelle"] < nummer["montag"] < nummer["behoerde"] < nummer["ende-gut"]
    kreis = szenario(gut_falsch("a", "b"), gut_falsch("b", "a"))
    assert ordnung(kreis) is None
    assert len(kreise(kreis)) == 1


def test_ten_knoten_with_four_free_merker_have_at_most_sixteen_states_each() -> None:
    merker = ["m0", "m1", "m2", "m3"]
    fragen = [
        einfachwahl(
            f"k{i}",
            *(option(m, "gut", setzt=[m]) for m in merker),
            option("f", "falsch"),
            weiter=[f"k{i + 1}"],
        )
        for i in range(10)
    ]
    assert len(erreichbar(szenario(*fragen, schluss("k10", "gut")))) <= 11 * 16


def test_a_chain_has_no_circle() -> None:
    assert kreise(kette(5)) == ()
