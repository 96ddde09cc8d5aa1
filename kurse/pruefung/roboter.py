"""Robots that do not read the story. What they pass, a person can pass by guessing."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from kurse.pruefung.koordination import namen, nennt_koordination
from quiz.bewertung import urteile
from quiz.durchlauf import ende, starte, weiter
from quiz.fragen import Bewertung, Eingabe, Frage, Option
from quiz.hauptweg import konstanten
from quiz.szenario import Szenario

_HOEFLICH = re.compile(r"\b(bitte|danke|gern|gerne)\b", re.IGNORECASE)
_ABLEHNEND = re.compile(r"\b(nicht|kein\w*|lieber)\b", re.IGNORECASE)
Merkmal = Callable[[Option], int]
Strategie = Callable[[Szenario], Merkmal]
"""For a Szenario, how much an option pulls; the robot takes the strongest, of equals the first."""

STRATEGIEN: dict[str, Strategie] = {
    "längste Option": lambda _s: lambda option: len(option.text),
    "kürzeste Option": lambda _s: lambda option: -len(option.text),
    "höflichste Option": lambda _s: lambda option: len(_HOEFLICH.findall(option.text)),
    "nennt die Koordination": lambda s: _koordination(namen(s)),
    "lehnt ab": lambda _s: lambda option: len(_ABLEHNEND.findall(option.text)),
    "erste im Text": lambda _s: lambda _option: 0,
}


@dataclass(frozen=True, slots=True)
class Roboterergebnis:
    name: str
    bestanden: tuple[str, ...]
    gespielt: int


def lasse_spielen(szenarien: Iterable[Szenario], grenze: Fraction) -> tuple[Roboterergebnis, ...]:
    alle = tuple(szenarien)
    return tuple(
        Roboterergebnis(
            name,
            tuple(s.id for s in alle if besteht(s, strategie(s), grenze)),
            len(alle),
        )
        for name, strategie in STRATEGIEN.items()
    )


def besteht(szenario: Szenario, merkmal: Merkmal, grenze: Fraction) -> bool:
    stand = starte(szenario)
    antworten: list[tuple[str, Bewertung]] = []
    while not stand.beendet and (frage := szenario.knoten[stand.knoten].frage) is not None:
        schritt = weiter(szenario, stand, antworte(frage, merkmal))
        antworten.append((stand.knoten, schritt.bewertung))
        stand = schritt.stand
    return urteile(antworten, konstanten(szenario), grenze, ende(szenario, stand)).bestanden


def antworte(frage: Frage, merkmal: Merkmal) -> Eingabe:
    """Where there are no options to compare, the robot knows nothing and gains nothing."""
    if frage.optionen:
        return Eingabe(gewaehlt=(max(frage.optionen, key=merkmal).id,))
    return Eingabe(
        reihenfolge=tuple(reversed(range(len(frage.schritte)))),
        zuordnung=dict.fromkeys(range(len(frage.paare)), 0),
    )


def _koordination(namen_hier: frozenset[str]) -> Merkmal:
    return lambda option: nennt_koordination(option.text, namen_hier)
