"""Who took which way, without showing what one person did."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

KNOTEN_AB = 5
KANTE_AB = 5
EINHELLIG_SCHLECHT_AB = 10


@dataclass(frozen=True, slots=True)
class Kantenbild:
    """`kanten`: number per option, None for one that is kept back; empty: show gut/andere only."""

    n: int
    gut: int
    andere: int
    kanten: Mapping[str, int | None] = field(default_factory=dict)


def kantenbild(gewaehlt: Mapping[str, int], gute: Collection[str]) -> Kantenbild | None:
    """Counts per option of an Einfachwahl as they may be shown; None: not at all.

    `gewaehlt` names every option, those that nobody chose with 0.
    """
    n = sum(gewaehlt.values())
    gut = sum(anzahl for option, anzahl in gewaehlt.items() if option in gute)
    if n < KNOTEN_AB or (n < EINHELLIG_SCHLECHT_AB and gut == 0 and n in gewaehlt.values()):
        return None
    return Kantenbild(n, gut, n - gut, _kanten(gewaehlt))


def _kanten(gewaehlt: Mapping[str, int]) -> dict[str, int | None]:
    """Small cells are kept back; nothing is shown if they follow from the sum.

    They do if there is only one, or if all of them are as large as a small cell can be.
    """
    kleine = [anzahl for anzahl in gewaehlt.values() if anzahl < KANTE_AB]
    if not any(kleine):
        return dict(gewaehlt)
    if len(kleine) == 1 or sum(kleine) == (KANTE_AB - 1) * len(kleine):
        return {}
    return {option: n if n >= KANTE_AB else None for option, n in gewaehlt.items()}
