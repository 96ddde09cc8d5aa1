"""Any number of options; ticking everything is worth as little as ticking nothing."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from quiz.fragen import Bewertung, Eingabe, Frage, Option, Wertung
from quiz.fragetypen.vertrag import Ausgang, Eingabefehler, UngueltigeEingabe
from quiz.mangel import MangelCode

SCHLECHT = (Wertung.FALSCH, Wertung.GEFAEHRLICH)


class _Angekreuzt(NamedTuple):
    """All that matters of a set of ticked options."""

    treffer: int = 0
    fehlalarme: int = 0
    gefaehrlich: bool = False
    setzt: frozenset[str] = frozenset()

    def plus(self, option: Option) -> "_Angekreuzt":
        return _Angekreuzt(
            self.treffer + (option.wertung is Wertung.GUT),
            self.fehlalarme + (option.wertung in SCHLECHT),
            self.gefaehrlich or option.wertung is Wertung.GEFAEHRLICH,
            self.setzt | option.setzt,
        )


def pruefe(frage: Frage, eingabe: Eingabe) -> None:
    if len(set(eingabe.gewaehlt)) < len(eingabe.gewaehlt):
        raise UngueltigeEingabe(Eingabefehler.DOPPELT_GEWAEHLT)
    if any(frage.option(option_id) is None for option_id in eingabe.gewaehlt):
        raise UngueltigeEingabe(Eingabefehler.UNBEKANNTE_OPTION)


def bewerte(frage: Frage, eingabe: Eingabe) -> Bewertung:
    angekreuzt = _Angekreuzt()
    for option in frage.optionen:
        if option.id in eingabe.gewaehlt:
            angekreuzt = angekreuzt.plus(option)
    return _bewertung(frage, angekreuzt)


def ausgaenge(frage: Frage) -> Iterator[Ausgang]:
    """One pass over the options instead of 2^n answers: equal effects fall together at once."""
    moeglich = {_Angekreuzt(): None}
    for option in frage.optionen:
        moeglich |= dict.fromkeys(angekreuzt.plus(option) for angekreuzt in list(moeglich))
    return (Ausgang(_bewertung(frage, angekreuzt), angekreuzt.setzt) for angekreuzt in moeglich)


def maengel(frage: Frage) -> Iterator[MangelCode]:
    if not _anzahl(frage, SCHLECHT):
        yield MangelCode.MEHRFACHWAHL_OHNE_FALSCH


def _bewertung(frage: Frage, angekreuzt: _Angekreuzt) -> Bewertung:
    if angekreuzt.gefaehrlich:
        return Bewertung(Fraction(0), gefaehrlich=True)
    treffer = _anteil(angekreuzt.treffer, _anzahl(frage, (Wertung.GUT,)))
    fehlalarme = _anteil(angekreuzt.fehlalarme, _anzahl(frage, SCHLECHT))
    return Bewertung(max(Fraction(0), treffer - fehlalarme))


def _anzahl(frage: Frage, wertungen: Iterable[Wertung]) -> int:
    return sum(option.wertung in wertungen for option in frage.optionen)


def _anteil(teil: int, ganzes: int) -> Fraction:
    """A share; of nothing it is 0, so that a question the loader refuses can still be graded."""
    return Fraction(teil, ganzes) if ganzes else Fraction(0)
