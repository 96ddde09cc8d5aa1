"""One option of several."""

from collections.abc import Iterator
from fractions import Fraction

from quiz.fragen import Bewertung, Eingabe, Frage, Option, Wertung
from quiz.fragetypen.vertrag import Ausgang, Eingabefehler, UngueltigeEingabe
from quiz.mangel import MangelCode

WERT = {
    Wertung.GUT: Fraction(1),
    Wertung.VERTRETBAR: Fraction(1, 2),
    Wertung.FALSCH: Fraction(0),
    Wertung.GEFAEHRLICH: Fraction(0),
}


def pruefe(frage: Frage, eingabe: Eingabe) -> None:
    if not eingabe.gewaehlt:
        raise UngueltigeEingabe(Eingabefehler.NICHTS_GEWAEHLT)
    if len(eingabe.gewaehlt) > 1:
        raise UngueltigeEingabe(Eingabefehler.MEHR_ALS_EINE)
    if frage.option(eingabe.gewaehlt[0]) is None:
        raise UngueltigeEingabe(Eingabefehler.UNBEKANNTE_OPTION)


def bewerte(frage: Frage, eingabe: Eingabe) -> Bewertung:
    return _bewertung(next(o for o in frage.optionen if o.id == eingabe.gewaehlt[0]))


def ausgaenge(frage: Frage) -> Iterator[Ausgang]:
    return (Ausgang(_bewertung(o), o.setzt, o.weiter) for o in frage.optionen)


def maengel(frage: Frage) -> Iterator[MangelCode]:
    if len(frage.optionen) < 2:
        yield MangelCode.ZU_WENIG_OPTIONEN


def _bewertung(option: Option) -> Bewertung:
    return Bewertung(WERT[option.wertung], option.wertung is Wertung.GEFAEHRLICH)
