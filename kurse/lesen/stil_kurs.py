"""Warnings that only the whole course shows: what is trained or used too rarely."""

from collections.abc import Collection, Iterator

from kurse.fundstelle import Sammler
from kurse.lesen.ordner import Ordner
from kurse.lesen.rahmen import Rahmen
from kurse.pruefung.zaehlung import Haeufigkeit, zaehle_elemente, zaehle_ursachen
from kurse.rahmen import Profilart
from quiz.szenario import Szenario

ELEMENT = Haeufigkeit(anzahl=8, szenarien=3)
URSACHE = Haeufigkeit(anzahl=3, szenarien=2)
"""At least so often."""
Befund = tuple[str, str, str]
"""File, id of the entry, message."""


def warne_kurs(
    szenarien: Collection[Szenario], rahmen: Rahmen, ordner: Ordner, sammler: Sammler
) -> None:
    for datei, kennung, meldung in (*_elemente(szenarien, rahmen), *_ursachen(szenarien, rahmen)):
        sammler.warnung(ordner.anzeige(datei), rahmen.zeilen[datei, kennung], meldung)


def _elemente(szenarien: Collection[Szenario], rahmen: Rahmen) -> Iterator[Befund]:
    gezaehlt = zaehle_elemente(szenarien)
    for element in rahmen.profilelemente.values():
        haeufig = gezaehlt.get(element.id, Haeufigkeit())
        if element.art is Profilart.KOENNEN and _zu_selten(haeufig, ELEMENT):
            meldung = f"„{element.id}“ kommt in {_wie_oft(haeufig, 'Entscheidungen', ELEMENT)}"
            yield "kernprofil.yaml", element.id, meldung


def _ursachen(szenarien: Collection[Szenario], rahmen: Rahmen) -> Iterator[Befund]:
    gezaehlt = zaehle_ursachen(szenarien)
    herkunft = dict.fromkeys(rahmen.fehlvorstellungen, "fehlvorstellungen.yaml")
    herkunft |= dict.fromkeys(rahmen.impulse, "impulse.yaml")
    for kennung, datei in herkunft.items():
        haeufig = gezaehlt.get(kennung, Haeufigkeit())
        if _zu_selten(haeufig, URSACHE):
            meldung = f"„{kennung}“ kommt in {_wie_oft(haeufig, 'Optionen', URSACHE)}"
            yield datei, kennung, meldung


def _zu_selten(haeufig: Haeufigkeit, mindestens: Haeufigkeit) -> bool:
    return haeufig.anzahl < mindestens.anzahl or haeufig.szenarien < mindestens.szenarien


def _wie_oft(haeufig: Haeufigkeit, was: str, mindestens: Haeufigkeit) -> str:
    ist = f"{haeufig.anzahl} {was} aus {haeufig.szenarien} Szenarien vor"
    return f"{ist} (mindestens {mindestens.anzahl} aus {mindestens.szenarien})."
