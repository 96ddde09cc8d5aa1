import json
from dataclasses import asdict, replace
from itertools import pairwise

import pytest

from quiz.durchlauf import (
    DurchlaufBeendet,
    KeinWegWeiter,
    Stand,
    anteil_uebrig,
    ende,
    gemischt,
    starte,
    weiter,
)
from quiz.fragen import Eingabe, Wertung
from quiz.fragetypen.vertrag import Eingabefehler, UngueltigeEingabe
from quiz.szenario import Ende
from tests.quiz.bau import einfachwahl, mehrfachwahl, option, schluss, szenario
from tests.quiz.muster import MUSTER, spiele


def test_a_durchlauf_begins_at_the_start_with_nothing_answered() -> None:
    assert starte(MUSTER) == Stand("haltestelle", (), 0, beendet=False)


def test_an_answer_moves_on_and_says_what_it_was_worth() -> None:
    schritt = weiter(MUSTER, starte(MUSTER), Eingabe(("erst-fundbuero",)))
    assert schritt.stand == Stand("anruf", (), 1)
    assert schritt.wertung is Wertung.VERTRETBAR
    assert [o.id for o in schritt.gewaehlt] == ["erst-fundbuero"]


def test_merker_are_kept_sorted_until_the_end_and_decide_it() -> None:
    _, wie, stand = spiele(MUSTER, "sofort-melden", "alles-sagen", "nachfragen", "beschwichtigen")
    assert stand == Stand("ende-offen", ("alles-gesagt", "beschwichtigt"), 4, beendet=True)
    assert wie is Ende.OFFEN


def test_a_durchlauf_that_was_written_down_goes_on_where_it_was() -> None:
    *_, stand = spiele(MUSTER, "sofort-melden", "alles-sagen")
    gelesen = json.loads(json.dumps(asdict(stand)))
    wieder = Stand(**{**gelesen, "merker": tuple(gelesen["merker"])})
    assert wieder == stand
    eingabe = Eingabe(("abgeben",))
    assert weiter(MUSTER, wieder, eingabe) == weiter(MUSTER, stand, eingabe)


def test_the_share_still_to_go_falls_with_each_answer_from_all_to_nothing() -> None:
    wege = ((), ("sofort-melden",), ("sofort-melden", "alles-sagen", "nachfragen"))
    anteile = [anteil_uebrig(MUSTER, spiele(MUSTER, *weg)[2]) for weg in wege]
    assert anteile[0] == 1
    assert all(vorher > danach > 0 for vorher, danach in pairwise(anteile))
    assert anteil_uebrig(MUSTER, Stand("ende-gut", (), 4, beendet=True)) == 0


def test_a_finished_durchlauf_takes_no_answer() -> None:
    *_, stand = spiele(MUSTER, "erst-suchen", "allein-treffen")
    assert ende(MUSTER, stand) is Ende.GEFAEHRLICH
    with pytest.raises(DurchlaufBeendet):
        weiter(MUSTER, stand, Eingabe(("ehrlich",)))


def test_an_answer_that_does_not_fit_is_refused_and_moves_nothing() -> None:
    stand = starte(MUSTER)
    with pytest.raises(UngueltigeEingabe) as fehler:
        weiter(MUSTER, stand, Eingabe(("ehrlich",)))
    assert fehler.value.code is Eingabefehler.UNBEKANNTE_OPTION
    assert stand == starte(MUSTER)


def test_a_broken_szenario_says_so_instead_of_standing_still() -> None:
    szene = szenario(einfachwahl("a", option("g", "gut"), option("f", "falsch")))
    with pytest.raises(KeinWegWeiter):
        weiter(szene, starte(szene), Eingabe(("g",)))


def test_ticked_options_set_all_their_merker_in_any_order_of_ticking() -> None:
    anfang = mehrfachwahl(
        "a",
        option("g", "gut", setzt=["z"]),
        option("v", "vertretbar", setzt=["b"]),
        option("f", "falsch"),
        weiter=["e"],
    )
    szene = szenario(anfang, schluss("e", "gut"))
    schritt = weiter(szene, starte(szene), Eingabe(("v", "g")))
    assert schritt.stand.merker == ("b", "z")
    assert [o.id for o in schritt.gewaehlt] == ["g", "v"]
    assert weiter(szene, starte(szene), Eingabe(())).wertung is Wertung.FALSCH


def test_options_come_in_another_order_for_other_durchlaeufe_and_knoten() -> None:
    knoten = MUSTER.knoten["anruf"]
    assert len({gemischt(knoten, seed) for seed in range(60)}) == 6
    andere = MUSTER.knoten["montag"]
    assert any(gemischt(knoten, seed) != gemischt(andere, seed) for seed in range(20))


def test_fixed_options_keep_the_order_of_the_file() -> None:
    knoten = MUSTER.knoten["anruf"]
    assert knoten.frage is not None
    fest = replace(knoten, frage=replace(knoten.frage, fest=True))
    assert {gemischt(fest, seed) for seed in range(20)} == {(0, 1, 2)}


def test_the_order_of_a_seed_is_the_same_on_every_machine_and_version() -> None:
    gesehen = [gemischt(MUSTER.knoten["anruf"], seed) for seed in (1, 2, 3)]
    assert gesehen == [(2, 1, 0), (2, 0, 1), (2, 0, 1)]


def test_an_end_has_nothing_to_shuffle() -> None:
    assert gemischt(MUSTER.knoten["ende-gut"], 1) == ()
