"""One broken Szenario for every refusal."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.fragen import Frage, Fragetyp, Wertung
from quiz.hauptweg import konstanten, rettungsfolgen
from quiz.mangel import Mangel, MangelCode
from quiz.pruefung import maengel
from quiz.szenario import Ende, Knoten, Szenario
from quiz.wege import Spanne, entscheidungen, laengster_weg
from tests.quiz.bau import (
    einfachwahl,
    freitext,
    gut_falsch,
    kette,
    mehrfachwahl,
    option,
    schluss,
    szenario,
    wege,
)

REST = (gut_falsch("k1", "k2"), gut_falsch("k2", "k3"), gut_falsch("k3", "ende-gut"))
ENDE = schluss("ende-gut", "gut")


def mit_anfang(*knoten: Knoten) -> Szenario:
    """A Szenario that is sound from k1 on; the first Knoten of the test leads there."""
    return szenario(*knoten, *REST, ENDE)


def codes(szene: Szenario) -> list[MangelCode]:
    return [mangel.code for mangel in maengel(szene)]


def test_a_sound_chain_has_no_fault() -> None:
    assert maengel(kette(4)) == ()


def test_an_unknown_start_is_named_once() -> None:
    szene = replace(kette(4), start="nirgends")
    assert maengel(szene) == (Mangel(MangelCode.START_UNBEKANNT, ziel="nirgends"),)


def test_a_way_to_nowhere_names_knoten_option_and_target() -> None:
    szene = mit_anfang(gut_falsch("a", "k1", bei_falsch="nirgends"))
    erwartet = Mangel(MangelCode.ZIEL_UNBEKANNT, "a", "falsch", ziel="nirgends")
    assert maengel(szene) == (erwartet,)


def test_a_knoten_that_only_an_impossible_state_leads_to_is_unreachable() -> None:
    erst = einfachwahl(
        "a", option("gut", "gut"), option("f", "falsch", "k1", setzt=["m"]), weiter=["b"]
    )
    dann = einfachwahl("b", option("gut", "gut"), option("f", "falsch"), weiter=["m:nie", "k1"])
    szene = mit_anfang(erst, dann, gut_falsch("nie", "k1"))
    assert maengel(szene) == (Mangel(MangelCode.KNOTEN_UNERREICHBAR, "nie"),)


def test_a_question_without_way_on_is_a_dead_end() -> None:
    ohne = einfachwahl("a", option("gut", "gut"), option("f", "falsch"))
    assert Mangel(MangelCode.SACKGASSE, "a") in maengel(mit_anfang(ohne))


def test_a_single_option_without_way_on_is_named() -> None:
    halb = einfachwahl("a", option("gut", "gut", "k1"), option("f", "falsch"))
    assert maengel(mit_anfang(halb)) == (Mangel(MangelCode.SACKGASSE, "a", "f"),)


def test_a_list_whose_last_way_has_a_condition_is_a_dead_end() -> None:
    offen = einfachwahl(
        "a", option("gut", "gut", setzt=["m"]), option("f", "falsch"), weiter=["m:k1"]
    )
    erwartet = Mangel(MangelCode.LETZTER_WEG_BEDINGT, "a", merker="m", ziel="k1")
    assert maengel(mit_anfang(offen)) == (erwartet,)


def test_a_way_behind_one_without_condition_is_never_taken() -> None:
    anfang = einfachwahl("a", option("gut", "gut"), option("f", "falsch"), weiter=["k1", "k2"])
    erwartet = Mangel(MangelCode.WEG_VERDECKT, "a", ziel="k2")
    assert maengel(mit_anfang(anfang)) == (erwartet,)


def test_a_condition_on_a_merker_that_nothing_sets_is_refused() -> None:
    anfang = einfachwahl("a", option("gut", "gut"), option("f", "falsch"), weiter=["nie:k2", "k1"])
    erwartet = Mangel(MangelCode.MERKER_NIE_GESETZT, "a", merker="nie", ziel="k2")
    assert maengel(mit_anfang(anfang)) == (erwartet,)


def test_a_cycle_is_shown_in_its_order() -> None:
    szene = szenario(
        gut_falsch("a", "b"),
        gut_falsch("b", "c"),
        gut_falsch("c", "ende", "a"),
        schluss("ende", "gut"),
    )
    kreise = [mangel for mangel in maengel(szene) if mangel.code is MangelCode.KREIS]
    assert len(kreise) == 1
    weg = kreise[0].weg
    assert weg[0] == weg[-1]
    assert all((von, zu) in {("a", "b"), ("b", "c"), ("c", "a")} for von, zu in pairwise(weg))


def test_two_cycles_are_both_found_and_so_is_a_knoten_that_leads_to_itself() -> None:
    szene = szenario(
        gut_falsch("a", "b", "a"), gut_falsch("b", "ende", "a"), schluss("ende", "gut")
    )
    assert codes(szene).count(MangelCode.KREIS) == 2


def test_a_scored_question_without_a_good_option_is_refused_on_a_side_way_too() -> None:
    neben = einfachwahl("r", option("v", "vertretbar"), option("f", "falsch"), weiter=["k1"])
    szene = mit_anfang(gut_falsch("a", "k1", bei_falsch="r"), neben)
    assert maengel(szene) == (Mangel(MangelCode.KEINE_GUTE_ANTWORT, "r"),)


def test_an_all_gut_walk_must_end_well() -> None:
    anfang = einfachwahl(
        "a", option("gut", "gut", "k1"), option("auch", "gut", "offen"), option("f", "falsch", "k1")
    )
    szene = mit_anfang(anfang, schluss("offen", "offen"))
    erwartet = Mangel(MangelCode.GUTER_WEG_ENDET_NICHT_GUT, "offen", weg=("a", "offen"))
    assert erwartet in maengel(szene)


def test_a_dangerous_end_needs_a_dangerous_choice() -> None:
    szene = mit_anfang(
        gut_falsch("a", "k1", bei_falsch="schlimm"), schluss("schlimm", "gefaehrlich")
    )
    erwartet = Mangel(MangelCode.GEFAHR_OHNE_WAHL, "schlimm", weg=("a", "schlimm"))
    assert maengel(szene) == (erwartet,)


def test_a_dangerous_choice_may_lead_to_a_dangerous_end() -> None:
    anfang = einfachwahl("a", option("gut", "gut", "k1"), option("x", "gefaehrlich", "schlimm"))
    assert maengel(mit_anfang(anfang, schluss("schlimm", "gefaehrlich"))) == ()


@pytest.mark.parametrize(
    ("laenge", "erwartet"),
    [
        (2, (Mangel(MangelCode.HAUPTWEG_ZU_KURZ, anzahl=2),)),
        (3, (Mangel(MangelCode.HAUPTWEG_KURZ, anzahl=3, warnung=True),)),
        (4, ()),
    ],
)
def test_a_main_way_below_three_is_refused_and_below_four_warned(
    laenge: int, erwartet: tuple[Mangel, ...]
) -> None:
    assert maengel(kette(laenge)) == erwartet


def test_two_rettungsknoten_in_a_row_are_allowed_and_three_are_not() -> None:
    anfang = gut_falsch("a", "k1", bei_falsch="r1")
    zwei = mit_anfang(anfang, gut_falsch("r1", "r2"), gut_falsch("r2", "k1"))
    assert maengel(zwei) == ()
    drei = mit_anfang(
        anfang, gut_falsch("r1", "r2"), gut_falsch("r2", "r3"), gut_falsch("r3", "k1")
    )
    assert maengel(drei) == (Mangel(MangelCode.ZU_VIELE_RETTUNGSKNOTEN, "r3", anzahl=3),)


def test_a_freitext_between_rettungsknoten_does_not_start_the_count_anew() -> None:
    anfang = gut_falsch("a", "k1", bei_falsch="r1")
    szene = mit_anfang(
        anfang,
        gut_falsch("r1", "r2"),
        gut_falsch("r2", "t"),
        freitext("t", "r3"),
        gut_falsch("r3", "k1"),
    )
    assert codes(szene) == [MangelCode.ZU_VIELE_RETTUNGSKNOTEN]
    assert rettungsfolgen(szene) == {"r1": 1, "r2": 2, "r3": 3}


def test_rejoining_the_main_way_starts_the_count_of_rettungsknoten_anew() -> None:
    szene = szenario(
        gut_falsch("a", "b", "r1"),
        gut_falsch("r1", "r2"),
        gut_falsch("r2", "b"),
        gut_falsch("b", "k1", "r3"),
        gut_falsch("r3", "k1"),
        *REST,
        ENDE,
    )
    assert maengel(szene) == ()


def test_mehrfachwahl_needs_a_poor_option_and_takes_no_way_of_an_option() -> None:
    anfang = mehrfachwahl("a", option("g", "gut", "k2"), option("v", "vertretbar"), weiter=["k1"])
    assert maengel(mit_anfang(anfang)) == (
        Mangel(MangelCode.MEHRFACHWAHL_OHNE_FALSCH, "a"),
        Mangel(MangelCode.MEHRFACHWAHL_MIT_WEITER, "a", "g"),
    )


def test_mehrfachwahl_without_a_good_option_has_no_good_answer() -> None:
    anfang = mehrfachwahl("a", option("f", "falsch"), option("v", "vertretbar"), weiter=["k1"])
    assert maengel(mit_anfang(anfang)) == (Mangel(MangelCode.KEINE_GUTE_ANTWORT, "a"),)


def test_merker_of_several_ticked_options_count_together() -> None:
    anfang = mehrfachwahl(
        "a",
        option("g1", "gut", setzt=["m"]),
        option("g2", "gut", setzt=["n"]),
        option("f", "falsch"),
        weiter=["m:b", "k1"],
    )
    dann = einfachwahl("b", option("g", "gut"), option("f", "falsch"), weiter=["n:c", "k1"])
    assert maengel(mit_anfang(anfang, dann, gut_falsch("c", "k1"))) == ()


def test_a_szenario_without_an_end_is_refused() -> None:
    szene = szenario(gut_falsch("a", "a"))
    assert codes(szene)[0] is MangelCode.KEIN_ENDE
    assert MangelCode.KREIS in codes(szene)


def test_a_knoten_without_question_and_an_end_with_one_are_refused() -> None:
    leer = Knoten("leer", "Nur Text", weiter=wege("k1"))
    ende = replace(gut_falsch("schluss", "k1"), ende=Ende.OFFEN)
    szene = mit_anfang(gut_falsch("a", "k1", "schluss"), ende, leer)
    gefunden = maengel(szene)
    assert Mangel(MangelCode.FRAGE_FEHLT, "leer") in gefunden
    assert Mangel(MangelCode.ENDE_MIT_FRAGE, "schluss") in gefunden
    assert Mangel(MangelCode.ENDE_MIT_WEITER, "schluss") in gefunden


def test_a_story_without_scored_decision_is_not_held_to_the_main_way() -> None:
    szene = szenario(freitext("a", "b"), freitext("b", "offen"), schluss("offen", "offen"))
    assert maengel(szene) == ()
    assert konstanten(szene).m == 0


def test_more_merker_than_anyone_needs_are_refused_before_their_states_are_counted() -> None:
    optionen = [option(f"o{i}", "falsch", setzt=[f"m{i}"]) for i in range(40)]
    anfang = mehrfachwahl("a", option("g", "gut"), *optionen, weiter=["m0:k2", "k1"])
    assert Mangel(MangelCode.ZU_VIELE_MERKER, anzahl=40) in maengel(mit_anfang(anfang))


NAMEN = st.sampled_from(["a", "b", "c", "d", "nirgends"])


@st.composite
def beliebige(draw: st.DrawFn) -> Szenario:
    """Anything at all, mostly broken."""
    uebergaenge = st.lists(
        st.tuples(st.sampled_from(["", "m:", "n:"]), NAMEN).map("".join), max_size=3
    )
    optionen = st.builds(
        lambda i, w, z, s: option(i, w, *z, setzt=s),
        st.sampled_from("xyz"),
        st.sampled_from([w.value for w in Wertung]),
        uebergaenge,
        st.lists(st.sampled_from("mn")),
    )
    fragen = st.none() | st.builds(
        lambda typ, wahl: Frage(typ, "", tuple(wahl)),
        st.sampled_from(Fragetyp),
        st.lists(optionen, max_size=3),
    )
    enden = st.sampled_from([None, None, *Ende])
    ids = draw(st.lists(NAMEN, max_size=4, unique=True))
    knoten = [Knoten(i, "", draw(fragen), wege(*draw(uebergaenge)), draw(enden)) for i in ids]
    return Szenario("beliebig", draw(NAMEN), {k.id: k for k in knoten})


@settings(deadline=None, max_examples=200)
@given(beliebige())
def test_no_broken_graph_makes_the_checks_raise_or_run_for_ever(szene: Szenario) -> None:
    gefunden = maengel(szene)
    assert gefunden == maengel(szene)
    assert entscheidungen(szene) >= Spanne(0, 0)
    assert laengster_weg(szene).entscheidungen >= 0
    assert konstanten(szene).m >= 0
