"""Left sides to be matched with right ones; a right side may serve several left ones."""

from collections.abc import Iterator
from fractions import Fraction

from quiz.fragen import Bewertung, Eingabe, Frage
from quiz.fragetypen.vertrag import Ausgang, Eingabefehler, UngueltigeEingabe
from quiz.mangel import MangelCode


def rechte_seiten(frage: Frage) -> tuple[str, ...]:
    """All targets in the order of the file, each once, the Ablenker last."""
    return tuple(dict.fromkeys([*(rechts for _, rechts in frage.paare), *frage.ablenker]))


def pruefe(frage: Frage, eingabe: Eingabe) -> None:
    if set(eingabe.zuordnung) != set(range(len(frage.paare))):
        raise UngueltigeEingabe(Eingabefehler.UNVOLLSTAENDIG)
    ziele = range(len(rechte_seiten(frage)))
    if any(ziel not in ziele for ziel in eingabe.zuordnung.values()):
        raise UngueltigeEingabe(Eingabefehler.UNBEKANNTES_ZIEL)


def bewerte(frage: Frage, eingabe: Eingabe) -> Bewertung:
    ziele = rechte_seiten(frage)
    richtig = sum(
        ziele[eingabe.zuordnung[links]] == rechts for links, (_, rechts) in enumerate(frage.paare)
    )
    return _bewertung(frage, richtig)


def ausgaenge(frage: Frage) -> Iterator[Ausgang]:
    return (Ausgang(_bewertung(frage, n)) for n in range(len(frage.paare) + 1))


def maengel(frage: Frage) -> Iterator[MangelCode]:
    if not frage.paare or len(rechte_seiten(frage)) < 2:
        yield MangelCode.ZU_WENIG_ZIELE


def _bewertung(frage: Frage, richtig: int) -> Bewertung:
    """The share of right pairs, stretched so that guessing among k targets is worth 0."""
    k = len(rechte_seiten(frage))
    if k < 2 or not frage.paare:
        return Bewertung(Fraction(0))
    zufall = Fraction(1, k)
    anteil = Fraction(richtig, len(frage.paare))
    return Bewertung(max(Fraction(0), (anteil - zufall) / (1 - zufall)))
