"""The layers of a small graph: who stands in which, and in what order."""

from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Any

# A Knoten by its id, or the number of a long Kante with the layer that it passes through.
Platz = str | tuple[int, int]
Schicht = list[Platz]
Kante = Mapping[str, Any]


def lege_schichten(ids: Sequence[str], kanten: Sequence[Kante]) -> list[Schicht]:
    """Each Knoten as far along as its longest way from a start; long Kanten keep a place open.

    Raises graphlib.CycleError.
    """
    tiefe = _tiefen(ids, kanten)
    schichten: list[Schicht] = [[] for _ in range(max(tiefe.values(), default=-1) + 1)]
    for i in ids:
        schichten[tiefe[i]].append(i)
    for nr, kante in enumerate(kanten):
        for n in range(tiefe[kante["von"]] + 1, tiefe[kante["nach"]]):
            schichten[n].append((nr, n))
    return _ordne(schichten, kanten)


def _tiefen(ids: Sequence[str], kanten: Sequence[Kante]) -> dict[str, int]:
    vorher: dict[str, list[str]] = {i: [] for i in ids}
    for kante in kanten:
        vorher[kante["nach"]].append(kante["von"])
    tiefe: dict[str, int] = {}
    for i in TopologicalSorter(vorher).static_order():
        tiefe[i] = max((tiefe[v] + 1 for v in vorher[i]), default=0)
    return tiefe


def _ordne(schichten: Sequence[Schicht], kanten: Sequence[Kante]) -> list[Schicht]:
    """Each place as near as can be to where its lines come from, so that few of them cross."""
    geordnet = list(schichten[:1])
    for n, schicht in enumerate(schichten[1:]):
        stellen = {platz: m for m, platz in enumerate(geordnet[-1])}
        mitten = {platz: _mitte(_herkunft(platz, n, kanten), stellen) for platz in schicht}
        geordnet.append(sorted(schicht, key=mitten.__getitem__))
    return geordnet


def _herkunft(platz: Platz, vorige: int, kanten: Sequence[Kante]) -> list[Platz]:
    """The places of layer `vorige` that lead here, and some that are elsewhere."""
    if isinstance(platz, tuple):
        ankommend = [platz[0]]
    else:
        ankommend = [nr for nr, kante in enumerate(kanten) if kante["nach"] == platz]
    return [p for nr in ankommend for p in ((nr, vorige), kanten[nr]["von"])]


def _mitte(herkunft: Sequence[Platz], stellen: Mapping[Platz, int]) -> float:
    bekannt = [stellen[platz] for platz in herkunft if platz in stellen]
    return sum(bekannt) / len(bekannt) if bekannt else 0.0
