"""How often the Szenarien decide on each Profilelement, and how often each cause occurs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quiz.fragen import Frage
from quiz.szenario import Knoten, Szenario


@dataclass(frozen=True, slots=True)
class Haeufigkeit:
    """`anzahl`: decisions or options; `szenarien`: in how many different Szenarien."""

    anzahl: int = 0
    szenarien: int = 0


def zaehle_elemente(szenarien: Iterable[Szenario]) -> dict[str, Haeufigkeit]:
    """Scored decisions per Profilelement."""
    return _zaehle(
        (element, szenario.id)
        for szenario in szenarien
        for knoten, frage in fragen(szenario)
        if knoten.bewertet
        for element in frage.profilelemente
    )


def zaehle_ursachen(szenarien: Iterable[Szenario]) -> dict[str, Haeufigkeit]:
    """Options per Fehlvorstellung or Impuls; a question with one cause for all counts once."""
    return _zaehle(
        (ursache, szenario.id)
        for szenario in szenarien
        for _, frage in fragen(szenario)
        for ursache in _ursachen(frage)
    )


def fragen(szenario: Szenario) -> Iterator[tuple[Knoten, Frage]]:
    return ((k, k.frage) for k in szenario.knoten.values() if k.frage is not None)


def _ursachen(frage: Frage) -> Iterator[str]:
    genannt = [frage.fehlvorstellung or frage.impuls]
    genannt += [option.fehlvorstellung or option.impuls for option in frage.optionen]
    yield from filter(None, genannt)


def _zaehle(funde: Iterable[tuple[str, str]]) -> dict[str, Haeufigkeit]:
    je_szenario = Counter(funde)
    ergebnis: dict[str, Haeufigkeit] = {}
    for (name, _), anzahl in je_szenario.items():
        bisher = ergebnis.get(name, Haeufigkeit())
        ergebnis[name] = Haeufigkeit(bisher.anzahl + anzahl, bisher.szenarien + 1)
    return ergebnis
