"""Warnings on the texts of a Szenario: too long to read on a phone, or too easy to guess."""

import re
from collections.abc import Iterator

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument, Pfad
from quiz.fragen import Frage
from quiz.szenario import Szenario
from quiz.wege import entscheidungen

SITUATION, FRAGE, OPTION, FOLGE, RUECKMELDUNG = 70, 8, 20, 40, 45
LAENGENVERHAELTNIS = 1.35
ENTSCHEIDUNGEN = 6
_ANREDE_MIT_NAMEN = re.compile(r"\b(Frau|Herrn?) [A-ZÄÖÜ]")
Befund = tuple[Pfad, str]


def warne_szenario(szenario: Szenario, dokument: Dokument, sammler: Sammler) -> None:
    for pfad, meldung in _befunde(szenario):
        sammler.warnung(dokument.datei, dokument.zeile(pfad), meldung)


def _befunde(szenario: Szenario) -> Iterator[Befund]:
    anzahl = entscheidungen(szenario).hoechstens
    if anzahl > ENTSCHEIDUNGEN:
        meldung = f"Der längste Weg hat {anzahl} Entscheidungen (höchstens {ENTSCHEIDUNGEN})."
        yield ("knoten",), meldung
    for knoten in szenario.knoten.values():
        hier = ("knoten", knoten.id)
        yield from _zu_lang((*hier, "text"), "Die Situation", knoten.text, SITUATION)
        if knoten.frage is not None:
            yield from _frage(hier, knoten.frage)


def _frage(hier: Pfad, frage: Frage) -> Iterator[Befund]:
    yield from _zu_lang((*hier, "frage"), "Die Frage", frage.text, FRAGE)
    yield from _zu_lang((*hier, "folge"), "Die Folge", frage.folge, FOLGE)
    for name in ("rueckmeldung_richtig", "rueckmeldung_falsch"):
        yield from _zu_lang((*hier, name), "Die Rückmeldung", getattr(frage, name), RUECKMELDUNG)
    for nr, option in enumerate(frage.optionen):
        dort = (*hier, "optionen", nr)
        yield from _zu_lang((*dort, "text"), "Die Option", option.text, OPTION)
        yield from _zu_lang((*dort, "folge"), "Die Folge", option.folge, FOLGE)
        text = option.rueckmeldung
        yield from _zu_lang((*dort, "rueckmeldung"), "Die Rückmeldung", text, RUECKMELDUNG)
        yield from _nur_in_dieser_geschichte((*dort, "satz"), option.satz or "")
    yield from _ungleich(hier, frage)


def _nur_in_dieser_geschichte(pfad: Pfad, satz: str) -> Iterator[Befund]:
    """A sentence to take along fits other people too, so it names nobody of the story."""
    if _ANREDE_MIT_NAMEN.search(satz):
        yield pfad, "„satz“ nennt einen Namen. Schreiben Sie ihn so, dass er immer passt."


def _zu_lang(pfad: Pfad, was: str, text: str, hoechstens: int) -> Iterator[Befund]:
    if (anzahl := len(text.split())) > hoechstens:
        yield pfad, f"{was} hat {anzahl} Wörter (höchstens {hoechstens})."


def _ungleich(hier: Pfad, frage: Frage) -> Iterator[Befund]:
    """By letters, as the eye sees it; a longest or shortest option is a hint to guess by."""
    laengen = [len(option.text) for option in frage.optionen]
    if laengen and max(laengen) > LAENGENVERHAELTNIS * min(laengen):
        verhaeltnis = f"{max(laengen) / min(laengen):.2f}".replace(".", ",")
        meldung = f"Die längste Option ist {verhaeltnis}-mal so lang wie die kürzeste"
        yield (*hier, "optionen"), f"{meldung} (höchstens 1,35)."
