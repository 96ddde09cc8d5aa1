"""Warnings on sentences that are hard to read."""

import re
from collections.abc import Iterable, Iterator

from kurse.fundstelle import Sammler
from kurse.markdown import Absatz

SCHNITT_HOECHSTENS = 14
SCHNITT_EINFACH_HOECHSTENS = 9
SATZ_HOECHSTENS = 25
# A point after one letter (z. B.) or after one or two digits (am 3. Mai) ends no sentence.
_SATZENDE = re.compile(
    r"(?<![\s.][A-Za-z])(?<!\b\d)(?<!\b\d\d)[.!?…:]+[“\")]*(?=\s|$)|[!?]+[“\")]*(?=\s|$)"
)


def warne_lektion(
    datei: str, beginn: int, absaetze: Iterable[Absatz], sammler: Sammler, *, ist_einfach: bool
) -> None:
    laengen = []
    for absatz in absaetze:
        for satz in saetze(absatz.text) if absatz.ist_prosa else ():
            laengen.append(laenge := len(satz.split()))
            if laenge > SATZ_HOECHSTENS:
                meldung = f"Dieser Satz hat {laenge} Wörter. Teilen Sie ihn (höchstens 25)."
                sammler.warnung(datei, beginn + absatz.zeile, meldung)
    grenze = SCHNITT_EINFACH_HOECHSTENS if ist_einfach else SCHNITT_HOECHSTENS
    if laengen and sum(laengen) > grenze * len(laengen):
        schnitt = f"{sum(laengen) / len(laengen):.1f}".replace(".", ",")
        meldung = f"Die Sätze haben im Schnitt {schnitt} Wörter. Ziel: höchstens {grenze}."
        sammler.warnung(datei, beginn, meldung)


def saetze(text: str) -> Iterator[str]:
    stelle = 0
    for ende in _SATZENDE.finditer(text):
        if text[stelle : ende.end()].strip():
            yield text[stelle : ende.end()].strip()
        stelle = ende.end()
    if text[stelle:].strip():
        yield text[stelle:].strip()
