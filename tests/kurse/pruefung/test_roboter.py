"""Robots: each finds what it looks for, and gains nothing by knowing the file."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kurse.pruefung.koordination import namen, nennt_koordination
from kurse.pruefung.roboter import STRATEGIEN, antworte, besteht, lasse_spielen
from quiz.fragen import Frage, Fragetyp, Option, Wertung
from quiz.fragetypen import FRAGETYPEN
from quiz.szenario import Knoten, Szenario
from tests.quiz.bau import freitext, kette, schluss, szenario, wege

GRENZE = Fraction(7, 10)
ROBOTER = {
    "längste Option": "Sie fragen erst einmal nach",
    "kürzeste Option": "Nein",
    "höflichste Option": "Ja, bitte gern",
    "nennt die Koordination": "Ihre Koordinatorin",
    "lehnt ab": "Lieber nicht heute",
    "erste im Text": "Allerlei zu sagen",
}


def waehle(*texte: str, gut: str) -> Knoten:
    optionen = tuple(
        Option(f"o{nr}", text, Wertung.GUT if text == gut else Wertung.FALSCH)
        for nr, text in enumerate(texte)
    )
    frage = Frage(Fragetyp.EINFACHWAHL, "Was tun Sie?", optionen)
    return Knoten("k", "Lage", frage, wege("k2"))


def drei_gleiche(gut: str) -> Szenario:
    """Three times the same question; `gut` is the good option."""
    texte = ("Allerlei zu sagen", *[text for text in ROBOTER.values() if text[0] != "A"])
    einer = waehle(*texte, gut=gut)
    knoten = [
        replace(einer, id=f"k{nr}", weiter=wege(f"k{nr + 1}" if nr < 3 else "gut"))
        for nr in (1, 2, 3)
    ]
    return szenario(*knoten, schluss("gut", "gut"))


@pytest.mark.parametrize("name", STRATEGIEN)
def test_a_robot_passes_where_its_own_option_is_the_good_one(name: str) -> None:
    bestanden = {
        anderer
        for anderer, text in ROBOTER.items()
        if besteht(drei_gleiche(text), STRATEGIEN[name](drei_gleiche(text)), GRENZE)
    }
    assert bestanden == {name}


def test_ties_go_to_the_first_in_the_file() -> None:
    frage = waehle("Eins sagen", "Zwei sagen", gut="").frage
    assert frage is not None
    assert antworte(frage, lambda _option: 1).gewaehlt == ("o0",)


@pytest.mark.parametrize(
    "frage",
    [
        Frage(Fragetyp.REIHENFOLGE, "?", schritte=("a", "b", "c")),
        Frage(Fragetyp.ZUORDNUNG, "?", paare=(("a", "x"), ("b", "y"), ("c", "z"))),
    ],
)
def test_where_nothing_can_be_compared_a_robot_gains_nothing(frage: Frage) -> None:
    eingabe = antworte(frage, lambda _option: 0)
    regeln = FRAGETYPEN[frage.typ]
    regeln.pruefe(frage, eingabe)
    assert regeln.bewerte(frage, eingabe).wert == 0


def test_a_robot_gets_past_an_open_question() -> None:
    geschichte = szenario(freitext("k", "aus"), schluss("aus", "gut"))
    assert not besteht(geschichte, lambda _option: 0, GRENZE)


def test_the_share_is_counted_over_all_szenarien() -> None:
    ergebnisse = {e.name: e for e in lasse_spielen([kette(4), kette(5)], GRENZE)}
    assert set(ergebnisse) == set(STRATEGIEN)
    assert len(ergebnisse["erste im Text"].bestanden) == 2
    assert ergebnisse["längste Option"].bestanden == ()
    assert ergebnisse["längste Option"].gespielt == 2


def test_the_koordination_is_known_by_name() -> None:
    knoten = replace(
        waehle("Sie rufen Frau Aydın an", "Sie warten", gut="Sie warten"),
        text="Ihre Koordinatorin, Frau Aydın, ist da. Herr Okafor, Ihr Koordinator, auch.",
    )
    bekannt = namen(szenario(knoten, schluss("k2", "gut")))
    assert bekannt == {"Aydın", "Okafor"}
    assert nennt_koordination("Sie rufen Frau Aydın an", bekannt) == 1
    assert nennt_koordination("Sie rufen Frau Aydın an", frozenset()) == 0
    assert nennt_koordination("Sie fragen die Koordination", frozenset()) == 1
