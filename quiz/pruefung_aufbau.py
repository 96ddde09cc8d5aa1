"""Faults that show in one Knoten, without following a way."""

from collections.abc import Iterator

from quiz.fragen import Frage, Fragetyp, Option, Uebergang
from quiz.fragetypen import FRAGETYPEN
from quiz.graph import wege_je_option
from quiz.mangel import Mangel, MangelCode
from quiz.szenario import Knoten, Szenario


def aufbau(szenario: Szenario) -> Iterator[Mangel]:
    if szenario.start not in szenario.knoten:
        yield Mangel(MangelCode.START_UNBEKANNT, ziel=szenario.start)
    if not any(knoten.ende for knoten in szenario.knoten.values()):
        yield Mangel(MangelCode.KEIN_ENDE)
    gesetzt = _gesetzt(szenario)
    for knoten in szenario.knoten.values():
        yield from _ende(knoten) if knoten.ende else _frage(knoten)
        for option, wege in _alle_wege(knoten):
            yield from _wege(szenario, knoten, option, wege)
            yield from _bedingungen(gesetzt, knoten, option, wege)


def merker_von(szenario: Szenario) -> frozenset[str]:
    """All Merker that the Szenario sets or asks for."""
    gefragt = {
        weg.wenn
        for knoten in szenario.knoten.values()
        for _, wege in _alle_wege(knoten)
        for weg in wege
        if weg.wenn is not None
    }
    return _gesetzt(szenario) | gefragt


def _optionen(knoten: Knoten) -> tuple[Option, ...]:
    return knoten.frage.optionen if knoten.frage else ()


def _gesetzt(szenario: Szenario) -> frozenset[str]:
    optionen = (option for knoten in szenario.knoten.values() for option in _optionen(knoten))
    return frozenset[str]().union(*(option.setzt for option in optionen))


def _alle_wege(knoten: Knoten) -> Iterator[tuple[Option | None, tuple[Uebergang, ...]]]:
    """Every list of ways that is written down, taken or not."""
    yield from ((option, option.weiter) for option in _optionen(knoten) if option.weiter)
    if knoten.weiter:
        yield None, knoten.weiter


def _ende(knoten: Knoten) -> Iterator[Mangel]:
    if knoten.frage is not None:
        yield Mangel(MangelCode.ENDE_MIT_FRAGE, knoten.id)
    if knoten.weiter:
        yield Mangel(MangelCode.ENDE_MIT_WEITER, knoten.id)


def _frage(knoten: Knoten) -> Iterator[Mangel]:
    if knoten.frage is None:
        yield Mangel(MangelCode.FRAGE_FEHLT, knoten.id)
        return
    yield from _sackgassen(knoten, knoten.frage)
    codes = FRAGETYPEN[knoten.frage.typ].maengel(knoten.frage)
    yield from (Mangel(code, knoten.id) for code in codes)
    if knoten.frage.typ is Fragetyp.MEHRFACHWAHL:
        for option in knoten.frage.optionen:
            if option.weiter:
                yield Mangel(MangelCode.MEHRFACHWAHL_MIT_WEITER, knoten.id, option.id)


def _sackgassen(knoten: Knoten, frage: Frage) -> Iterator[Mangel]:
    """No way on: of single options where others have their own, else of the Knoten."""
    wege = list(wege_je_option(knoten))
    if all(liste for _, liste in wege):
        return
    ohne_weg = [option for option in frage.optionen if not option.weiter]
    if len(wege) == 1 or not ohne_weg:
        yield Mangel(MangelCode.SACKGASSE, knoten.id)
    else:
        yield from (Mangel(MangelCode.SACKGASSE, knoten.id, option.id) for option in ohne_weg)


def _wege(
    szenario: Szenario, knoten: Knoten, option: Option | None, wege: tuple[Uebergang, ...]
) -> Iterator[Mangel]:
    option_id = option.id if option else None
    for weg in wege:
        if weg.zu not in szenario.knoten:
            yield Mangel(MangelCode.ZIEL_UNBEKANNT, knoten.id, option_id, ziel=weg.zu)
    erster_ohne = next((i for i, weg in enumerate(wege) if weg.wenn is None), len(wege))
    for weg in wege[erster_ohne + 1 :]:
        yield Mangel(MangelCode.WEG_VERDECKT, knoten.id, option_id, ziel=weg.zu)


def _bedingungen(
    gesetzt: frozenset[str], knoten: Knoten, option: Option | None, wege: tuple[Uebergang, ...]
) -> Iterator[Mangel]:
    option_id = option.id if option else None
    for weg in wege:
        if weg.wenn is not None and weg.wenn not in gesetzt:
            code = MangelCode.MERKER_NIE_GESETZT
            yield Mangel(code, knoten.id, option_id, merker=weg.wenn, ziel=weg.zu)
    if wege and all(weg.wenn is not None for weg in wege):
        letzter = wege[-1]
        code = MangelCode.LETZTER_WEG_BEDINGT
        yield Mangel(code, knoten.id, option_id, merker=letzter.wenn, ziel=letzter.zu)
