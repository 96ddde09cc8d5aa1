"""Words and consequences that give the good option away."""

import pytest

from kurse.pruefung.hinweise import (
    Anteil,
    Verraeter,
    gute_mit_unangenehmer_folge,
    koordination_nicht_die_beste,
    schlechte_mit_angenehmer_folge,
    verraeter,
)
from quiz.fragen import FolgeTon, Option, Wertung
from tests.quiz.bau import einfachwahl, schluss, szenario


def option(text: str, wertung: Wertung, ton: FolgeTon | None = None) -> Option:
    return Option(text, text, wertung, folge_ton=ton)


def optionen(wort: str, gut: int, falsch: int) -> list[Option]:
    return [option(f"{wort} {nr}", Wertung.GUT) for nr in range(gut)] + [
        option(f"{wort} {nr}", Wertung.FALSCH) for nr in range(falsch)
    ]


@pytest.mark.parametrize(
    ("gut", "falsch", "verraet"), [(6, 2, True), (5, 3, False), (7, 0, False), (8, 0, True)]
)
def test_a_word_betrays_from_eight_options_three_quarters_of_them_good(
    gut: int, falsch: int, verraet: bool
) -> None:
    gefunden = verraeter(optionen("Fragen", gut, falsch))
    assert gefunden == ((Verraeter("fragen", gut, gut + falsch),) if verraet else ())


def test_a_word_counts_once_an_option() -> None:
    assert verraeter([option("ruhig ruhig ruhig", Wertung.GUT)] * 7) == ()


def test_tones_are_counted_only_where_there_is_a_consequence() -> None:
    alle = [
        option("a", Wertung.GUT, FolgeTon.UNANGENEHM),
        option("b", Wertung.GUT, FolgeTon.ANGENEHM),
        option("c", Wertung.GUT),
        option("d", Wertung.FALSCH, FolgeTon.ANGENEHM),
        option("e", Wertung.GEFAEHRLICH, FolgeTon.UNANGENEHM),
        option("f", Wertung.VERTRETBAR, FolgeTon.ANGENEHM),
    ]
    assert gute_mit_unangenehmer_folge(alle) == Anteil(1, 2)
    assert schlechte_mit_angenehmer_folge(alle) == Anteil(1, 2)


def test_the_koordination_is_not_the_answer_to_everything() -> None:
    knoten = einfachwahl(
        "k",
        option("Sie fragen die Koordination", Wertung.GUT),
        option("Das macht die Koordination", Wertung.FALSCH),
        option("Sie warten", Wertung.FALSCH),
        weiter=["aus"],
    )
    geschichte = szenario(knoten, schluss("aus", "gut"))
    assert koordination_nicht_die_beste([geschichte]) == Anteil(1, 2)


def test_a_share_of_nothing_is_no_error() -> None:
    assert Anteil(0, 0).prozent == 0
    assert Anteil(2, 3).prozent == 67
