"""Which ready sentences a person has earned: facts in, sentences out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from kurse.katalog import Katalog
from kurse.kurs import SzenarioInhalt
from kurse.schema.szenario import Thema

THEMEN: tuple[str, ...] = get_args(Thema)
"""In the order in which pages show them."""


@dataclass(frozen=True, slots=True)
class Wahl:
    """The options of one answer, and the version of the Szenario in which it was given."""

    szenario_id: str
    inhalt_hash: str
    knoten: str
    optionen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Satz:
    """`text` stands in „…“. The Szenario may be gone from the Katalog."""

    text: str
    thema: str
    szenario_id: str
    szenario_titel: str


@dataclass(frozen=True, slots=True)
class Satzvorrat:
    """What a version of a Szenario has to give: its sentences by Knoten and option."""

    szenario_id: str
    titel: str
    thema: str
    saetze: Mapping[tuple[str, str], str]

    def satz(self, knoten: str, option: str) -> Satz | None:
        text = self.saetze.get((knoten, option))
        return Satz(text, self.thema, self.szenario_id, self.titel) if text else None


def satzvorrat(inhalt: SzenarioInhalt) -> Satzvorrat:
    saetze = {
        (knoten.id, option.id): option.satz
        for knoten in inhalt.szenario.knoten.values()
        for option in (knoten.frage.optionen if knoten.frage else ())
        if option.satz
    }
    return Satzvorrat(inhalt.id, inhalt.titel, inhalt.thema, saetze)


def ungedeckte_fassungen(katalog: Katalog, wahlen: Iterable[Wahl]) -> frozenset[str]:
    """Versions that must be asked, because the live one has no sentence for a choice."""
    live = _Live(katalog)
    return frozenset(
        wahl.inhalt_hash
        for wahl in wahlen
        if not live.ist(wahl) and not all(live.satz(wahl, option) for option in wahl.optionen)
    )


def verdiente_saetze(
    katalog: Katalog, wahlen: Iterable[Wahl], frueher: Mapping[str, Satzvorrat]
) -> tuple[Satz, ...]:
    """Of each option the sentence as it is now, else as it was in the version that was played.

    In the order in which they were earned, by theme; the same words only once.
    """
    live = _Live(katalog)
    saetze: dict[str, Satz] = {}
    for wahl in wahlen:
        for satz in _saetze(wahl, live, frueher.get(wahl.inhalt_hash)):
            saetze.setdefault(satz.text, satz)
    return tuple(sorted(saetze.values(), key=_thema_rang))


def nach_thema(saetze: Iterable[Satz]) -> dict[str, tuple[Satz, ...]]:
    """Themes without a sentence are left out."""
    alle = tuple(saetze)
    gruppen = {thema: tuple(s for s in alle if s.thema == thema) for thema in THEMEN}
    return {thema: gruppe for thema, gruppe in gruppen.items() if gruppe}


class _Live:
    """The sentences of the live Katalog, gathered per Szenario when first asked for."""

    def __init__(self, katalog: Katalog) -> None:
        self._katalog = katalog
        self._vorraete: dict[str, Satzvorrat | None] = {}

    def ist(self, wahl: Wahl) -> bool:
        inhalt = self._katalog.szenario(wahl.szenario_id)
        return inhalt is not None and inhalt.hash == wahl.inhalt_hash

    def satz(self, wahl: Wahl, option: str) -> Satz | None:
        if wahl.szenario_id not in self._vorraete:
            inhalt = self._katalog.szenario(wahl.szenario_id)
            self._vorraete[wahl.szenario_id] = satzvorrat(inhalt) if inhalt else None
        vorrat = self._vorraete[wahl.szenario_id]
        return vorrat.satz(wahl.knoten, option) if vorrat else None


def _saetze(wahl: Wahl, live: _Live, damals: Satzvorrat | None) -> Iterator[Satz]:
    for option in wahl.optionen:
        satz = live.satz(wahl, option)
        if satz is None and damals is not None:
            satz = damals.satz(wahl.knoten, option)
        if satz is not None:
            yield satz


def _thema_rang(satz: Satz) -> int:
    return THEMEN.index(satz.thema)
