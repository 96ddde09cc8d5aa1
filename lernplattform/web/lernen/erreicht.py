"""What somebody has achieved so far, in calm words."""

from collections.abc import Iterable

from flask_babel import ngettext

from kurse.kurs import Lektion
from kurse.regeln.fortschritt import BausteinStand, ModulStand, ModulZustand


def geschaffte_module(staende: Iterable[ModulStand]) -> list[str]:
    return [s.modul.id for s in staende if s.zustand is ModulZustand.GESCHAFFT]


def online_minuten(staende: Iterable[ModulStand]) -> int:
    """Minutes of what was done online; never added to the UE in presence."""
    return sum(baustein.inhalt.minuten for baustein in _erledigte(staende))


def erreicht(staende: tuple[ModulStand, ...]) -> str:
    """`4 Module · 31 Lektionen · 1 Szenario`; empty before the first step."""
    inhalte = [baustein.inhalt for baustein in _erledigte(staende)]
    lektionen = sum(isinstance(inhalt, Lektion) for inhalt in inhalte)
    szenarien = len(inhalte) - lektionen
    module = len(geschaffte_module(staende))
    gezaehlt = [
        ngettext("%(num)s Modul", "%(num)s Module", module) if module else "",
        ngettext("%(num)s Lektion", "%(num)s Lektionen", lektionen) if lektionen else "",
        ngettext("%(num)s Szenario", "%(num)s Szenarien", szenarien) if szenarien else "",
    ]
    return " · ".join(text for text in gezaehlt if text)


def _erledigte(staende: Iterable[ModulStand]) -> list[BausteinStand]:
    return [b for stand in staende for b in stand.bausteine if b.erledigt_am is not None]
