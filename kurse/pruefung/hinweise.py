"""What gives the good option away: single words, and consequences that always reward."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kurse.pruefung.koordination import namen, nennt_koordination
from kurse.pruefung.zaehlung import fragen
from quiz.fragen import FolgeTon, Option, Wertung
from quiz.szenario import Szenario

VERRAET_AB_OPTIONEN = 8
VERRAET_AB_PROZENT = 75
SCHLECHT = (Wertung.FALSCH, Wertung.GEFAEHRLICH)


@dataclass(frozen=True, slots=True)
class Anteil:
    teil: int
    von: int

    @property
    def prozent(self) -> int:
        return round(100 * self.teil / self.von) if self.von else 0


@dataclass(frozen=True, slots=True)
class Verraeter:
    """A word that stands mostly in good options."""

    wort: str
    gut: int
    optionen: int


def optionen(szenarien: Iterable[Szenario]) -> list[Option]:
    return [o for szenario in szenarien for _, frage in fragen(szenario) for o in frage.optionen]


def verraeter(alle: Iterable[Option]) -> tuple[Verraeter, ...]:
    gesamt, gut = Counter[str](), Counter[str]()
    for option in alle:
        woerter = set(re.findall(r"\w+", option.text.lower()))
        gesamt.update(woerter)
        gut.update(woerter if option.wertung is Wertung.GUT else ())
    funde = (Verraeter(wort, gut[wort], anzahl) for wort, anzahl in gesamt.items())
    return tuple(sorted(filter(_verraet, funde), key=lambda v: (-v.gut, v.wort)))


def gute_mit_unangenehmer_folge(alle: Iterable[Option]) -> Anteil:
    gute = [o for o in alle if o.wertung is Wertung.GUT and o.folge_ton]
    return Anteil(sum(o.folge_ton is FolgeTon.UNANGENEHM for o in gute), len(gute))


def schlechte_mit_angenehmer_folge(alle: Iterable[Option]) -> Anteil:
    schlechte = [o for o in alle if o.wertung in SCHLECHT and o.folge_ton]
    return Anteil(sum(o.folge_ton is FolgeTon.ANGENEHM for o in schlechte), len(schlechte))


def koordination_nicht_die_beste(szenarien: Iterable[Szenario]) -> Anteil:
    """Of the options that name the Koordination, those that are not good."""
    nennend = [
        option
        for szenario in szenarien
        for option in optionen([szenario])
        if nennt_koordination(option.text, namen(szenario))
    ]
    return Anteil(sum(o.wertung is not Wertung.GUT for o in nennend), len(nennend))


def _verraet(fund: Verraeter) -> bool:
    haeufig = fund.optionen >= VERRAET_AB_OPTIONEN
    return haeufig and fund.gut * 100 >= VERRAET_AB_PROZENT * fund.optionen
