"""The small course of the tests: a folder of valid content with every kind of question."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from kurse.katalog import Katalog
from kurse.kurs import Inhalt, Modul
from kurse.laden import load_katalog
from kurse.speichern import mit_version
from lernplattform.core.transaction import transaktion
from lernplattform.services.inhalt import spiele_ein
from tests.fabrik import JETZT

ORDNER = Path(__file__).parent / "kursbeispiel"


@cache
def beispiel_katalog() -> Katalog:
    """Module `ankommen` (willkommen, gut-zuhoeren, erster-besuch) and `vertrauen`
    (verschwiegen-sein, schwere-themen, brief-weg, fuenf-fragen)."""
    ergebnis = load_katalog(ORDNER)
    assert ergebnis.katalog, ergebnis.fehler
    return ergebnis.katalog


def spiele_beispiel_ein(katalog: Katalog | None = None, jetzt: datetime = JETZT) -> Katalog:
    """Make a Katalog live (default: the small course) and give it back."""
    katalog = katalog or beispiel_katalog()
    with transaktion():
        spiele_ein(katalog, jetzt)
    return katalog


def ersetze_inhalt(katalog: Katalog, neu: Inhalt) -> Katalog:
    """The same Katalog with another version of one Lektion or Szenario."""
    kurse = tuple(
        replace(kurs, module=tuple(_mit(modul, neu) for modul in kurs.module))
        for kurs in katalog.kurse
    )
    return mit_version(replace(katalog, kurse=kurse))


def _mit(modul: Modul, neu: Inhalt) -> Modul:
    bausteine = tuple(
        replace(b, inhalt=neu) if b.inhalt.id == neu.id else b for b in modul.bausteine
    )
    return replace(modul, bausteine=bausteine)
