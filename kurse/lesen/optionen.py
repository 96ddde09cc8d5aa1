"""What the loader refuses in the questions of a Szenario, beyond form and graph."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument, Pfad
from kurse.lesen.rahmen import Rahmen
from quiz.fragen import Frage, Option, Wertung
from quiz.szenario import Szenario

_URSACHE_FEHLT = (
    "Diese Option ist nicht gut. Ergänzen Sie „fehlvorstellung“ oder „impuls“: "
    "Was glaubt die Person, oder was zieht sie?"
)
_ZWEI_URSACHEN = "Nennen Sie nur eine Ursache: „fehlvorstellung“ oder „impuls“."
_URSACHE_ZU_VIEL = "Eine gute Option hat keine Ursache. Streichen Sie sie."
_BESSER_FEHLT = (
    "Die Option ist nicht gut. Ergänzen Sie in der Rückmeldung einen Satz mit „Besser:“."
)
_SATZ_OHNE_GUT = "Einen „satz“ verdient nur eine Option mit „wertung: gut“. Streichen Sie ihn."
_SATZ_OHNE_ZEICHEN = (
    "„satz“ wird gesagt. Er beginnt mit „ und endet mit “. Dazwischen steht keines davon."
)
SATZ_WOERTER = 25
_GESPROCHEN = re.compile("„[^„“\n]+“")
Befund = tuple[Pfad, str]


def pruefe_fragen(szenario: Szenario, dokument: Dokument, rahmen: Rahmen, sammler: Sammler) -> None:
    for knoten in szenario.knoten.values():
        if knoten.frage is not None:
            for pfad, meldung in _befunde(knoten.frage, ("knoten", knoten.id), rahmen):
                sammler.fehler(dokument.datei, dokument.zeile(pfad), meldung)


def unbekannt(was: str, wort: str, bekannt: Mapping[str, object], datei: str) -> str:
    aehnlich = get_close_matches(wort, bekannt, n=1)
    rat = f" Meinten Sie „{aehnlich[0]}“?" if aehnlich else f" Tragen Sie es in {datei} ein."
    return f"{was} „{wort}“ gibt es nicht.{rat}"


def _befunde(frage: Frage, hier: Pfad, rahmen: Rahmen) -> Iterator[Befund]:
    for nr, element in enumerate(frage.profilelemente):
        if not rahmen.kennt("kernprofil.yaml", element):
            meldung = unbekannt(
                "Das Profilelement", element, rahmen.profilelemente, "kernprofil.yaml"
            )
            yield (*hier, "profilelemente", nr), meldung
    yield from _ursachen(frage.fehlvorstellung, frage.impuls, hier, rahmen)
    yield from _doppelte(frage, hier)
    for nr, option in enumerate(frage.optionen):
        yield from _option(option, (*hier, "optionen", nr), rahmen)
    for seite in frage.paare:
        yield from _nur_text((*hier, "paare", seite[0]), *seite)
    for nr, ablenker in enumerate(frage.ablenker):
        yield from _nur_text((*hier, "ablenker", nr), ablenker)


def _option(option: Option, hier: Pfad, rahmen: Rahmen) -> Iterator[Befund]:
    hat_ursache = bool(option.fehlvorstellung or option.impuls)
    if option.wertung is Wertung.GUT and hat_ursache:
        yield (*hier, "fehlvorstellung" if option.fehlvorstellung else "impuls"), _URSACHE_ZU_VIEL
    if option.wertung is not Wertung.GUT and not hat_ursache:
        yield hier, _URSACHE_FEHLT
    if option.wertung is not Wertung.GUT and "Besser:" not in option.rueckmeldung:
        yield (*hier, "rueckmeldung"), _BESSER_FEHLT
    yield from _ursachen(option.fehlvorstellung, option.impuls, hier, rahmen)
    if option.satz is not None:
        yield from _satz(option, option.satz, (*hier, "satz"))


def _satz(option: Option, satz: str, hier: Pfad) -> Iterator[Befund]:
    """It is lifted out of the story and said aloud: one plain piece of speech, soon over."""
    if option.wertung is not Wertung.GUT:
        yield hier, _SATZ_OHNE_GUT
    if not _GESPROCHEN.fullmatch(satz):
        yield hier, _SATZ_OHNE_ZEICHEN
    if (anzahl := len(satz.split())) > SATZ_WOERTER:
        yield hier, f"„satz“ hat {anzahl} Wörter. Es sind höchstens {SATZ_WOERTER}."
    yield from _nur_text(hier, satz)


def _ursachen(
    fehlvorstellung: str | None, impuls: str | None, hier: Pfad, rahmen: Rahmen
) -> Iterator[Befund]:
    if fehlvorstellung and impuls:
        yield (*hier, "impuls"), _ZWEI_URSACHEN
    if fehlvorstellung and not rahmen.kennt("fehlvorstellungen.yaml", fehlvorstellung):
        bekannt, datei = rahmen.fehlvorstellungen, "fehlvorstellungen.yaml"
        meldung = unbekannt("Die Fehlvorstellung", fehlvorstellung, bekannt, datei)
        yield (*hier, "fehlvorstellung"), meldung
    if impuls and not rahmen.kennt("impulse.yaml", impuls):
        meldung = unbekannt("Den Impuls", impuls, rahmen.impulse, "impulse.yaml")
        yield (*hier, "impuls"), meldung


def _doppelte(frage: Frage, hier: Pfad) -> Iterator[Befund]:
    ids = [option.id for option in frage.optionen]
    for nr, option_id in enumerate(ids):
        if option_id in ids[:nr]:
            yield (*hier, "optionen", nr, "id"), f"Die Option „{option_id}“ gibt es hier schon."
    for nr, schritt in enumerate(frage.schritte):
        if schritt in frage.schritte[:nr]:
            yield (*hier, "schritte", nr), "Diesen Schritt gibt es schon."


def _nur_text(pfad: Pfad, *texte: str) -> Iterator[Befund]:
    """These stand where nothing shows links or emphasis: in select boxes, or said aloud."""
    if any(zeichen in text for text in texte for zeichen in ("[[", "](", "**", "<")):
        yield pfad, "Hier ist nur einfacher Text möglich, ohne Fachwort, Verweis oder Fettschrift."
