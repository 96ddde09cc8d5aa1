from fractions import Fraction

import pytest

from quiz.fragen import Bewertung, Eingabe, Frage, Fragetyp
from quiz.fragetypen import mehrfachwahl
from quiz.fragetypen.vertrag import Ausgang, Eingabefehler, UngueltigeEingabe
from quiz.mangel import MangelCode
from tests.quiz.bau import option

FRAGE = Frage(
    Fragetyp.MEHRFACHWAHL,
    "Was gilt?",
    (
        option("g1", "gut"),
        option("g2", "gut"),
        option("v", "vertretbar"),
        option("f", "falsch"),
        option("x", "gefaehrlich"),
    ),
)


@pytest.mark.parametrize(
    ("gewaehlt", "wert", "gefaehrlich"),
    [
        ("", 0, False),
        ("g1 g2", 1, False),
        ("g1 g2 v", 1, False),
        ("g1", "1/2", False),
        ("v", 0, False),
        ("g1 g2 f", "1/2", False),
        ("g1 f", 0, False),
        ("f", 0, False),
        ("g1 g2 x", 0, True),
        ("g1 g2 v f x", 0, True),
    ],
)
def test_the_value_is_hits_less_false_alarms(
    gewaehlt: str, wert: int | str, gefaehrlich: bool
) -> None:
    eingabe = Eingabe(tuple(gewaehlt.split()))
    mehrfachwahl.pruefe(FRAGE, eingabe)
    assert mehrfachwahl.bewerte(FRAGE, eingabe) == Bewertung(Fraction(wert), gefaehrlich)


def test_ticking_everything_is_worth_nothing_without_a_dangerous_option_too() -> None:
    harmlos = Frage(Fragetyp.MEHRFACHWAHL, "", FRAGE.optionen[:4])
    alle = Eingabe(tuple(o.id for o in harmlos.optionen))
    assert mehrfachwahl.bewerte(harmlos, alle) == Bewertung(Fraction(0))


@pytest.mark.parametrize(
    ("gewaehlt", "code"),
    [
        (("g1", "g1"), Eingabefehler.DOPPELT_GEWAEHLT),
        (("g1", "fremd"), Eingabefehler.UNBEKANNTE_OPTION),
    ],
)
def test_unknown_and_repeated_options_are_refused(
    gewaehlt: tuple[str, ...], code: Eingabefehler
) -> None:
    with pytest.raises(UngueltigeEingabe) as fehler:
        mehrfachwahl.pruefe(FRAGE, Eingabe(gewaehlt))
    assert fehler.value.code is code


def test_the_effects_of_thirty_options_are_listed_without_a_billion_answers() -> None:
    viele = [option(f"g{i}", "gut") for i in range(15)] + [
        option(f"f{i}", "falsch", setzt=["m"]) for i in range(15)
    ]
    ausgaenge = set(mehrfachwahl.ausgaenge(Frage(Fragetyp.MEHRFACHWAHL, "", tuple(viele))))
    assert Ausgang(Bewertung(Fraction(1))) in ausgaenge
    assert Ausgang(Bewertung(Fraction(1, 15)), frozenset({"m"})) in ausgaenge
    assert len(ausgaenge) < 16 * 16 + 1


def test_without_a_poor_option_ticking_everything_would_be_right() -> None:
    nur_gute = Frage(Fragetyp.MEHRFACHWAHL, "", FRAGE.optionen[:3])
    assert list(mehrfachwahl.maengel(nur_gute)) == [MangelCode.MEHRFACHWAHL_OHNE_FALSCH]
    assert list(mehrfachwahl.maengel(FRAGE)) == []
