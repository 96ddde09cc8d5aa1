"""A bar and its parts, in percent of the row: so one drawing fits every width."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

# A digit of 15 px still fits into this share of the narrowest bar; one needs room as two do.
FASST_ZIFFER_AB = 4.5


@dataclass(frozen=True, slots=True)
class Stueck:
    wert: int
    ab: float
    breite: float

    @property
    def mitte(self) -> float:
        return round(self.ab + self.breite / 2, 3)

    @property
    def fasst_zahl(self) -> bool:
        return self.breite >= FASST_ZIFFER_AB * max(2, len(str(self.wert)))

    @property
    def zahl_daneben(self) -> bool:
        """There is something to see, but no room to say how much."""
        return bool(self.wert) and not self.fasst_zahl


def teile_balken(werte: Sequence[int], ganzes: int = 0) -> tuple[Stueck, ...]:
    """One part for each value, side by side. The bar is as long as `ganzes`, or as their sum."""
    if any(wert < 0 for wert in werte):
        raise ValueError("a bar has no negative part")
    laenge = max(ganzes, sum(werte)) or 1
    grenzen = [round(bis * 100 / laenge, 3) for bis in accumulate(werte, initial=0)]
    return tuple(
        Stueck(wert, ab, round(bis - ab, 3))
        for wert, (ab, bis) in zip(werte, pairwise(grenzen), strict=True)
    )
