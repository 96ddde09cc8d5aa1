"""Whether people who say they are sure are right. First encounters only; no score, no curve."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

from quiz.bewertung import klasse
from quiz.fragen import Bewertung, Sicherheit, Wertung

ZEIGEN_AB = 8
SICHER_AB, SICHER_UNTER = 10, Fraction(7, 10)
RATE_AB, RATE_VON = 8, Fraction(8, 10)
PERSONAL_AB = 10

Antwort = tuple[Sicherheit | None, Bewertung]


class Kalibrierungssatz(StrEnum):
    ZWEITER_BLICK = "zweiter-blick"
    SIE_WISSEN_MEHR = "sie-wissen-mehr"


@dataclass(frozen=True, slots=True)
class Stufe:
    """All answers of a person with one degree of certainty."""

    n: int = 0
    summe: Fraction = Fraction(0)

    @property
    def gut(self) -> int:
        """For "8 von 10 gut": vertretbar counts half, rounded down."""
        return floor(self.summe)

    @property
    def mittel(self) -> Fraction | None:
        return self.summe / self.n if self.n else None

    @property
    def sichtbar(self) -> bool:
        return self.n >= ZEIGEN_AB


def stufen(antworten: Iterable[Antwort]) -> Mapping[Sicherheit, Stufe]:
    """Answers without certainty or without value are not counted."""
    je_stufe = {sicherheit: Stufe() for sicherheit in Sicherheit}
    for sicherheit, bewertung in antworten:
        if sicherheit is not None and bewertung.wert is not None:
            bisher = je_stufe[sicherheit]
            je_stufe[sicherheit] = Stufe(bisher.n + 1, bisher.summe + bewertung.wert)
    return je_stufe


def saetze(je_stufe: Mapping[Sicherheit, Stufe]) -> tuple[Kalibrierungssatz, ...]:
    """What may be said in words; mostly nothing."""
    gesagt: list[Kalibrierungssatz] = []
    sicher, rate = je_stufe[Sicherheit.SICHER], je_stufe[Sicherheit.RATE]
    if sicher.n >= SICHER_AB and sicher.summe < SICHER_UNTER * sicher.n:
        gesagt.append(Kalibrierungssatz.ZWEITER_BLICK)
    if rate.n >= RATE_AB and rate.summe >= RATE_VON * rate.n:
        gesagt.append(Kalibrierungssatz.SIE_WISSEN_MEHR)
    return tuple(gesagt)


def sicher_und_falsch(antworten: Iterable[Antwort]) -> tuple[int, int] | None:
    """Of those who were sure at a Knoten (y), how many were wrong (x); None below y = 10."""
    klassen = [
        klasse(bewertung)
        for sicherheit, bewertung in antworten
        if sicherheit is Sicherheit.SICHER and bewertung.wert is not None
    ]
    if len(klassen) < PERSONAL_AB:
        return None
    falsch = sum(wertung in (Wertung.FALSCH, Wertung.GEFAEHRLICH) for wertung in klassen)
    return falsch, len(klassen)
