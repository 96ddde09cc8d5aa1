"""The check of a content folder as a command: one text for every way to call it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from kurse.laden import MITGELIEFERT, Ladeergebnis, load_katalog
from kurse.pruefung.bericht import erstelle_bericht
from kurse.pruefung.druck import drucke


def pruefe_ordner(ordner: Path | None, schreibe: Callable[[str], object]) -> int:
    """Writes warnings, faults and, without faults, the report; returns the exit code."""
    ergebnis = load_katalog(ordner or _mitgeliefert())
    for zeile in _zeilen(ergebnis):
        schreibe(zeile)
    return 1 if ergebnis.fehler else 0


def _zeilen(ergebnis: Ladeergebnis) -> Iterator[str]:
    yield from (f"{w.fundstelle}: Warnung: {w.meldung}" for w in ergebnis.warnungen)
    yield from (str(fehler) for fehler in ergebnis.fehler)
    if ergebnis.katalog is not None:
        yield drucke(erstelle_bericht(ergebnis.katalog))
    yield f"{len(ergebnis.fehler)} Fehler, {len(ergebnis.warnungen)} Warnungen."


def _mitgeliefert() -> Path:
    """Short where we stand above it, so that an author reads `kurse/inhalte/…`."""
    hier = Path.cwd()
    return Path(os.path.relpath(MITGELIEFERT)) if hier in MITGELIEFERT.parents else MITGELIEFERT
