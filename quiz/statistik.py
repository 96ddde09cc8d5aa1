"""What many answers say of a question. Base: first Durchlauf of each person, not `schnell`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor, sqrt

KNOTEN_AB = 5
PROZENT_AB = 20
REST_AB = 10
REICHWEITE_AB = Fraction(8, 10)
WORT_AB, PRUEFEN_AB = 30, 50
TRENNT_GUT, TRENNT_ETWAS = 0.20, 0.05
UNPLAUSIBEL_AB, UNPLAUSIBEL_UNTER = 50, Fraction(5, 100)
WOERTER_JE_MINUTE, SEKUNDEN_MINDESTENS = 500, 3


class Trennung(StrEnum):
    GUT = "trennt-gut"
    ETWAS = "trennt-etwas"
    KAUM = "trennt-kaum"


@dataclass(frozen=True, slots=True)
class Erstantwort:
    """One answer on a Hauptknoten. `person` only tells people apart."""

    person: int
    szenario: str
    knoten: str
    wert: Fraction


@dataclass(frozen=True, slots=True)
class Schwierigkeit:
    """`gut` of `n`, vertretbar counted half and rounded down; `prozent` only from n = 20."""

    gut: int
    n: int
    prozent: int | None


@dataclass(frozen=True, slots=True)
class Trennschaerfe:
    """`wort` is all that may be printed. Whole platform only, never per group."""

    r: float
    n: int

    @property
    def wort(self) -> Trennung | None:
        if self.n < WORT_AB:
            return None
        if self.r >= TRENNT_GUT:
            return Trennung.GUT
        return Trennung.ETWAS if self.r >= TRENNT_ETWAS else Trennung.KAUM

    @property
    def schluessel_pruefen(self) -> bool:
        return self.n >= PRUEFEN_AB and self.r < 0


def ist_schnell(sekunden: float | None, woerter: int) -> bool:
    """Answered faster than anyone can read; no time known (offline): not schnell."""
    if sekunden is None:
        return False
    return sekunden < max(SEKUNDEN_MINDESTENS, woerter * 60 / WOERTER_JE_MINUTE)


def reichweite(beantwortet: int, begonnen: int) -> Fraction | None:
    return Fraction(beantwortet, begonnen) if begonnen else None


def schwierigkeit(n: int, summe: Fraction) -> Schwierigkeit | None:
    """From the counters: number of answers and sum of their values. None below n = 5."""
    if n < KNOTEN_AB:
        return None
    prozent = floor(100 * summe / n + Fraction(1, 2)) if n >= PROZENT_AB else None
    return Schwierigkeit(floor(summe), n, prozent)


def trennschaerfe(
    antworten: Iterable[Erstantwort], szenario: str, knoten: str, reicht: Fraction | None
) -> Trennschaerfe | None:
    """Correlation of a Hauptknoten with the person's mean in *other* Szenarien.

    None where fewer than 80 % of those who began came to the Knoten (they are a selection), or
    where nothing varies.
    """
    if reicht is None or reicht < REICHWEITE_AB:
        return None
    paare = _mit_rest(antworten, szenario, knoten)
    r = pearson(paare)
    return None if r is None else Trennschaerfe(r, len(paare))


def _mit_rest(
    antworten: Iterable[Erstantwort], szenario: str, knoten: str
) -> list[tuple[Fraction, Fraction]]:
    """Value here and mean elsewhere, of the people with enough answers elsewhere."""
    hier: dict[int, Fraction] = {}
    rest: dict[int, list[Fraction]] = defaultdict(list)
    for antwort in antworten:
        if antwort.szenario != szenario:
            rest[antwort.person].append(antwort.wert)
        elif antwort.knoten == knoten:
            hier[antwort.person] = antwort.wert
    return [
        (wert, sum(rest[person], Fraction(0)) / len(rest[person]))
        for person, wert in hier.items()
        if len(rest[person]) >= REST_AB
    ]


def pearson(paare: Sequence[tuple[Fraction, Fraction]]) -> float | None:
    """Rounded only at the end; None where one side does not vary."""
    if not paare:
        return None
    mittel_x = sum((x for x, _ in paare), Fraction(0)) / len(paare)
    mittel_y = sum((y for _, y in paare), Fraction(0)) / len(paare)
    xx = sum(((x - mittel_x) ** 2 for x, _ in paare), Fraction(0))
    yy = sum(((y - mittel_y) ** 2 for _, y in paare), Fraction(0))
    xy = sum(((x - mittel_x) * (y - mittel_y) for x, y in paare), Fraction(0))
    if not xx or not yy:
        return None
    return max(-1.0, min(1.0, float(xy) / sqrt(xx * yy)))


def unplausible(gewaehlt: Mapping[str, int], n: int) -> tuple[str, ...]:
    """Options that fewer than 5 % choose: nobody is tempted, so they must be written anew."""
    if n < UNPLAUSIBEL_AB:
        return ()
    return tuple(o for o, anzahl in gewaehlt.items() if Fraction(anzahl, n) < UNPLAUSIBEL_UNTER)
