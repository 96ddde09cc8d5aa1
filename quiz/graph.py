"""The Szenario as states (Knoten, Merker) and the answers that lead from one to the next."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from quiz.fragen import Frage, Fragetyp, Option, Uebergang
from quiz.fragetypen import FRAGETYPEN
from quiz.fragetypen.vertrag import Ausgang
from quiz.szenario import Knoten, Szenario


class Zustand(NamedTuple):
    knoten: str
    merker: frozenset[str] = frozenset()


def ziel(wege: tuple[Uebergang, ...], merker: frozenset[str]) -> str | None:
    """The first way whose condition holds; None: no way on."""
    return next((weg.zu for weg in wege if weg.wenn is None or weg.wenn in merker), None)


def wege_je_option(knoten: Knoten) -> Iterator[tuple[Option | None, tuple[Uebergang, ...]]]:
    """The ways on that can be taken: of the options with an own one, and of the Knoten (None)."""
    optionen = knoten.frage.optionen if knoten.frage else ()
    if knoten.frage and knoten.frage.typ is Fragetyp.EINFACHWAHL:
        yield from ((option, option.weiter) for option in optionen if option.weiter)
        if optionen and all(option.weiter for option in optionen):
            return
    yield None, knoten.weiter


def ausgaenge(knoten: Knoten) -> tuple[Ausgang, ...]:
    """All different effects of an answer here; none at an end."""
    if knoten.ende is not None or knoten.frage is None:
        return ()
    return _ausgaenge(knoten.frage)


@lru_cache(maxsize=1024)
def _ausgaenge(frage: Frage) -> tuple[Ausgang, ...]:
    """Kept, because the same question is met in many states."""
    return tuple(dict.fromkeys(FRAGETYPEN[frage.typ].ausgaenge(frage)))


def folgezustand(szenario: Szenario, zustand: Zustand, ausgang: Ausgang) -> Zustand | None:
    """Where an answer leads; None where the Szenario is broken."""
    merker = zustand.merker | ausgang.setzt
    zu = ziel(ausgang.weiter or szenario.knoten[zustand.knoten].weiter, merker)
    return Zustand(zu, merker) if zu in szenario.knoten and zu is not None else None


def nachfolger(szenario: Szenario, zustand: Zustand) -> Iterator[tuple[Ausgang, Zustand]]:
    for ausgang in ausgaenge(szenario.knoten[zustand.knoten]):
        folge = folgezustand(szenario, zustand, ausgang)
        if folge is not None:
            yield ausgang, folge


def jeder(_ausgang: Ausgang) -> bool:
    return True


def erreichbar(
    szenario: Szenario, start: Zustand | None = None, erlaubt: Callable[[Ausgang], bool] = jeder
) -> Mapping[Zustand, Zustand | None]:
    """Every state that allowed answers lead to, with the state before it (None: the start)."""
    start = start or Zustand(szenario.start)
    vorher: dict[Zustand, Zustand | None] = {start: None} if start.knoten in szenario.knoten else {}
    offen = deque(vorher)
    while offen:
        zustand = offen.popleft()
        for ausgang, folge in nachfolger(szenario, zustand):
            if folge not in vorher and erlaubt(ausgang):
                vorher[folge] = zustand
                offen.append(folge)
    return vorher


def weg_zu(vorher: Mapping[Zustand, Zustand | None], zustand: Zustand) -> tuple[str, ...]:
    """The Knoten on one shortest way to a state that `erreichbar` found."""
    weg: list[str] = []
    hier: Zustand | None = zustand
    while hier is not None:
        weg.append(hier.knoten)
        hier = vorher[hier]
    return tuple(reversed(weg))


def kanten(szenario: Szenario) -> frozenset[tuple[str, str]]:
    """All ways from Knoten to Knoten, whatever the Merker."""
    return frozenset(
        (knoten.id, weg.zu)
        for knoten in szenario.knoten.values()
        if knoten.ende is None
        for _, wege in wege_je_option(knoten)
        for weg in wege
        if weg.zu in szenario.knoten
    )


def kreise(szenario: Szenario) -> tuple[tuple[str, ...], ...]:
    """Cycles, each with its first Knoten again as the last; empty: every walk ends."""
    offen, gefunden = set(kanten(szenario)), list[tuple[str, ...]]()
    while (kreis := _kreis(offen)) is not None:
        gefunden.append(kreis)
        offen.discard((kreis[-2], kreis[-1]))
    return tuple(gefunden)


def ordnung(szenario: Szenario) -> Mapping[str, int] | None:
    """A number for each Knoten that grows along every way; None if there is a cycle."""
    try:
        reihe = list(_sortierer(kanten(szenario)).static_order())
    except CycleError:
        return None
    allein = [knoten_id for knoten_id in szenario.knoten if knoten_id not in set(reihe)]
    return {knoten_id: nummer for nummer, knoten_id in enumerate([*allein, *reihe])}


def _kreis(offen: set[tuple[str, str]]) -> tuple[str, ...] | None:
    try:
        _sortierer(frozenset(offen)).prepare()
    except CycleError as fehler:
        return tuple(fehler.args[1])
    return None


def _sortierer(offen: frozenset[tuple[str, str]]) -> TopologicalSorter[str]:
    sortierer = TopologicalSorter[str]()
    for von, zu in sorted(offen):
        sortierer.add(zu, von)
    return sortierer
