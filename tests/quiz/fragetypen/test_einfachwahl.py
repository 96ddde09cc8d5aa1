from fractions import Fraction

import pytest

from quiz.fragen import Bewertung, Eingabe, Frage, Fragetyp
from quiz.fragetypen import einfachwahl
from quiz.fragetypen.vertrag import Eingabefehler, UngueltigeEingabe
from quiz.mangel import MangelCode
from tests.quiz.bau import option

FRAGE = Frage(
    Fragetyp.EINFACHWAHL,
    "Was tun Sie?",
    tuple(option(w, w) for w in ("gut", "vertretbar", "falsch", "gefaehrlich")),
)


@pytest.mark.parametrize(
    ("gewaehlt", "erwartet"),
    [
        ("gut", Bewertung(Fraction(1))),
        ("vertretbar", Bewertung(Fraction(1, 2))),
        ("falsch", Bewertung(Fraction(0))),
        ("gefaehrlich", Bewertung(Fraction(0), gefaehrlich=True)),
    ],
)
def test_the_wertung_of_the_option_is_the_value(gewaehlt: str, erwartet: Bewertung) -> None:
    assert einfachwahl.bewerte(FRAGE, Eingabe((gewaehlt,))) == erwartet


@pytest.mark.parametrize(
    ("gewaehlt", "code"),
    [
        ((), Eingabefehler.NICHTS_GEWAEHLT),
        (("gut", "falsch"), Eingabefehler.MEHR_ALS_EINE),
        (("fremd",), Eingabefehler.UNBEKANNTE_OPTION),
    ],
)
def test_an_answer_that_is_not_one_known_option_is_refused(
    gewaehlt: tuple[str, ...], code: Eingabefehler
) -> None:
    with pytest.raises(UngueltigeEingabe) as fehler:
        einfachwahl.pruefe(FRAGE, Eingabe(gewaehlt))
    assert fehler.value.code is code


def test_a_single_option_is_no_choice() -> None:
    allein = Frage(Fragetyp.EINFACHWAHL, "", (option("a", "gut"),))
    assert list(einfachwahl.maengel(allein)) == [MangelCode.ZU_WENIG_OPTIONEN]
    assert list(einfachwahl.maengel(FRAGE)) == []
