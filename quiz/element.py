"""What first encounters show of a `koennen` element, in bands and never as a number."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import floor

Z = Fraction(84, 100)
GRENZE = Fraction(7, 10)
HOECHSTENS_JE_SZENARIO = 3
MONATE = 24
PUNKTE_AB, PUNKTE_SZENARIEN = 4, 2
BAND_AB, BAND_SZENARIEN = 8, 3


class Band(StrEnum):
    ZU_WENIG = "zu-wenig"
    NUR_PUNKTE = "nur-punkte"
    SICHER = "zeigt-sich-sicher"
    GEMISCHT = "gemischt"
    UEBEN = "lohnt-zu-ueben"


class Selbsteinschaetzung(StrEnum):
    NOCH_NICHT = "noch-nicht"
    MANCHMAL = "manchmal"
    MEISTENS = "meistens"
    SICHER = "sicher"
    KEINE_ANGABE = "keine-angabe"


@dataclass(frozen=True, slots=True)
class Beleg:
    """One first encounter with a Knoten (or a card) of the element, in the order of answering."""

    szenario: str
    wert: Fraction
    am: date
    schnell: bool = False


@dataclass(frozen=True, slots=True)
class Elementwert:
    band: Band
    belege: tuple[Beleg, ...]

    @property
    def gut(self) -> int:
        """For "5 von 6 gut": vertretbar counts half, rounded down."""
        return floor(sum((beleg.wert for beleg in self.belege), Fraction(0)))


def elementwert(belege: Iterable[Beleg], heute: date) -> Elementwert:
    zaehlende = zaehlende_belege(belege, heute)
    return Elementwert(_band(zaehlende), zaehlende)


def zaehlende_belege(belege: Iterable[Beleg], heute: date) -> tuple[Beleg, ...]:
    """Not older than 24 months, not too quick to be meant, the first three of each Szenario."""
    je_szenario: Counter[str] = Counter()
    zaehlende: list[Beleg] = []
    for beleg in belege:
        if beleg.schnell or beleg.am < _frueheste(heute):
            continue
        je_szenario[beleg.szenario] += 1
        if je_szenario[beleg.szenario] <= HOECHSTENS_JE_SZENARIO:
            zaehlende.append(beleg)
    return tuple(zaehlende)


def untere_ab(n: int, summe: Fraction, grenze: Fraction) -> bool:
    """Whether the lower Wilson bound reaches `grenze`; squared, so that no root is rounded."""
    abstand = _mitte(n, summe) - grenze
    return abstand >= 0 and abstand**2 >= _halbe_breite_im_quadrat(n, summe)


def obere_unter(n: int, summe: Fraction, grenze: Fraction) -> bool:
    """Whether the upper Wilson bound stays below `grenze`."""
    abstand = grenze - _mitte(n, summe)
    return abstand > 0 and abstand**2 > _halbe_breite_im_quadrat(n, summe)


def sieht_es_anders(selbst: Selbsteinschaetzung, band: Band) -> bool:
    """Whether a person sees an element otherwise than the Szenarien show it."""
    return (selbst, band) in (
        (Selbsteinschaetzung.SICHER, Band.UEBEN),
        (Selbsteinschaetzung.NOCH_NICHT, Band.SICHER),
    )


def _band(belege: tuple[Beleg, ...]) -> Band:
    n, szenarien = len(belege), len({beleg.szenario for beleg in belege})
    if n < PUNKTE_AB or szenarien < PUNKTE_SZENARIEN:
        return Band.ZU_WENIG
    if n < BAND_AB or szenarien < BAND_SZENARIEN:
        return Band.NUR_PUNKTE
    summe = sum((beleg.wert for beleg in belege), Fraction(0))
    if untere_ab(n, summe, GRENZE):
        return Band.SICHER
    return Band.UEBEN if obere_unter(n, summe, GRENZE) else Band.GEMISCHT


def _mitte(n: int, summe: Fraction) -> Fraction:
    return (summe + Z**2 / 2) / (n + Z**2)


def _halbe_breite_im_quadrat(n: int, summe: Fraction) -> Fraction:
    p = summe / n
    return (Z / (n + Z**2)) ** 2 * (n * p * (1 - p) + Z**2 / 4)


def _frueheste(heute: date) -> date:
    """The same day two years ago; the 29th of February counts as the 28th."""
    jahr = heute.year - MONATE // 12
    tag = 28 if (heute.month, heute.day) == (2, 29) else heute.day
    return date(jahr, heute.month, tag)
