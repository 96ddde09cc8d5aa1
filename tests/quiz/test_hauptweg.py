from quiz.bewertung import Konstanten
from quiz.hauptweg import ist_gelesen, konstanten
from tests.quiz.bau import (
    einfachwahl,
    freitext,
    gut_falsch,
    kette,
    option,
    schluss,
    szenario,
)
from tests.quiz.muster import MUSTER


def test_every_question_of_a_chain_is_a_hauptknoten() -> None:
    assert konstanten(kette(4)) == Konstanten(4, frozenset({"k0", "k1", "k2", "k3"}))


def test_m_counts_the_shortest_good_way_and_h_the_knoten_of_all_good_ways() -> None:
    szene = szenario(
        einfachwahl(
            "a", option("kurz", "gut", "c"), option("lang", "gut", "b"), option("f", "falsch", "r")
        ),
        gut_falsch("b", "c"),
        gut_falsch("r", "c"),
        gut_falsch("c", "ende"),
        schluss("ende", "gut"),
    )
    assert konstanten(szene) == Konstanten(2, frozenset({"a", "b", "c"}))


def test_freitext_counts_neither_for_m_nor_as_hauptknoten() -> None:
    szene = szenario(
        gut_falsch("a", "t"), freitext("t", "b"), gut_falsch("b", "e"), schluss("e", "gut")
    )
    assert konstanten(szene) == Konstanten(2, frozenset({"a", "b"}))


def test_only_a_story_without_scored_decision_is_gelesen() -> None:
    assert ist_gelesen(szenario(freitext("a", "e"), schluss("e", "offen")))
    assert not ist_gelesen(MUSTER)
