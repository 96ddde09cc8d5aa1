import pytest

from quiz.fragen import Bewertung, Eingabe, Frage, Fragetyp
from quiz.fragetypen import FRAGETYPEN, freitext

FRAGE = Frage(Fragetyp.FREITEXT, "Was denken Sie?")


@pytest.mark.parametrize("text", ["", "Ich hätte gefragt."])
def test_any_text_fits_and_none_is_scored(text: str) -> None:
    freitext.pruefe(FRAGE, Eingabe(text=text))
    assert freitext.bewerte(FRAGE, Eingabe(text=text)) == Bewertung(None)


def test_every_fragetyp_has_its_rules() -> None:
    assert set(FRAGETYPEN) == set(Fragetyp)
