from collections.abc import Mapping
from fractions import Fraction

import pytest

from quiz.fragen import Eingabe, Frage, Fragetyp
from quiz.fragetypen import zuordnung
from quiz.fragetypen.vertrag import Eingabefehler, UngueltigeEingabe
from quiz.mangel import MangelCode

FRAGE = Frage(
    Fragetyp.ZUORDNUNG,
    "",
    paare=(("Ferdi", "Amt"), ("Gül", "Träger"), ("Ivo", "Amt")),
    ablenker=("Nachbar", "Träger"),
)


def test_a_right_side_that_serves_twice_is_offered_once_and_ablenker_come_last() -> None:
    assert zuordnung.rechte_seiten(FRAGE) == ("Amt", "Träger", "Nachbar")


@pytest.mark.parametrize(
    ("wahl", "wert"),
    [
        ({0: 0, 1: 1, 2: 0}, 1),
        ({0: 0, 1: 1, 2: 2}, "1/2"),
        ({0: 0, 1: 0, 2: 2}, 0),
        ({0: 2, 1: 2, 2: 2}, 0),
    ],
)
def test_the_value_is_the_share_of_right_pairs_above_chance(
    wahl: Mapping[int, int], wert: int | str
) -> None:
    eingabe = Eingabe(zuordnung=wahl)
    zuordnung.pruefe(FRAGE, eingabe)
    assert zuordnung.bewerte(FRAGE, eingabe).wert == Fraction(wert)


@pytest.mark.parametrize(
    ("wahl", "code"),
    [
        ({}, Eingabefehler.UNVOLLSTAENDIG),
        ({0: 0, 1: 1}, Eingabefehler.UNVOLLSTAENDIG),
        ({0: 0, 1: 1, 2: 0, 3: 0}, Eingabefehler.UNVOLLSTAENDIG),
        ({0: 0, 1: 1, 2: 3}, Eingabefehler.UNBEKANNTES_ZIEL),
        ({0: 0, 1: 1, 2: -1}, Eingabefehler.UNBEKANNTES_ZIEL),
    ],
)
def test_every_left_side_needs_one_known_target(
    wahl: Mapping[int, int], code: Eingabefehler
) -> None:
    with pytest.raises(UngueltigeEingabe) as fehler:
        zuordnung.pruefe(FRAGE, Eingabe(zuordnung=wahl))
    assert fehler.value.code is code


def test_a_single_target_leaves_no_choice_and_still_no_crash() -> None:
    einer = Frage(Fragetyp.ZUORDNUNG, "", paare=(("a", "x"), ("b", "x")))
    assert list(zuordnung.maengel(einer)) == [MangelCode.ZU_WENIG_ZIELE]
    assert zuordnung.bewerte(einer, Eingabe(zuordnung={0: 0, 1: 0})).wert == 0
