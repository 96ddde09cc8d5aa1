"""Steps to be put in order; guessing is worth nothing on average."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from quiz.fragen import Bewertung, Eingabe, Frage
from quiz.fragetypen.vertrag import Ausgang, Eingabefehler, UngueltigeEingabe
from quiz.mangel import MangelCode


def pruefe(frage: Frage, eingabe: Eingabe) -> None:
    if sorted(eingabe.reihenfolge) != list(range(len(frage.schritte))):
        raise UngueltigeEingabe(Eingabefehler.KEINE_PERMUTATION)


def bewerte(frage: Frage, eingabe: Eingabe) -> Bewertung:
    richtig = sum(frueher < spaeter for frueher, spaeter in combinations(eingabe.reihenfolge, 2))
    return _bewertung(richtig, _paare(frage))


def ausgaenge(frage: Frage) -> Iterator[Ausgang]:
    """Every number of right pairs can occur, from none to all."""
    paare = _paare(frage)
    return (Ausgang(_bewertung(richtig, paare)) for richtig in range(paare + 1))


def maengel(frage: Frage) -> Iterator[MangelCode]:
    if len(frage.schritte) < 2:
        yield MangelCode.ZU_WENIG_SCHRITTE


def _paare(frage: Frage) -> int:
    return len(frage.schritte) * (len(frage.schritte) - 1) // 2


def _bewertung(richtig: int, paare: int) -> Bewertung:
    if not paare:
        return Bewertung(Fraction(0))
    return Bewertung(max(Fraction(0), 2 * Fraction(richtig, paare) - 1))
