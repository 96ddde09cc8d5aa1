"""The content folder as a closed list of plain files: nothing outside it is ever opened."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kurse.fundstelle import Sammler

GROESSTE_DATEI = 512 * 1024
_LINK = "Das ist eine Verknüpfung. Legen Sie die Datei selbst in den Inhaltsordner."


@dataclass(frozen=True, slots=True)
class Ordner:
    """`dateien`: path relative to the root, with slashes → the file on disk."""

    wurzel: Path
    dateien: Mapping[str, Path]

    def anzeige(self, datei: str) -> str:
        """The path as the author typed it, so that an editor can open it."""
        return _druckbar(self.wurzel / datei)

    def hat(self, datei: str) -> bool:
        return datei in self.dateien

    def in_ordner(self, ordner: str) -> tuple[str, ...]:
        """The files directly in one folder, without their folder, in order."""
        vorn = f"{ordner}/" if ordner else ""
        namen = (d.removeprefix(vorn) for d in self.dateien if d.startswith(vorn))
        return tuple(sorted(name for name in namen if "/" not in name))

    def unterordner(self, ordner: str) -> tuple[str, ...]:
        vorn = f"{ordner}/" if ordner else ""
        reste = (d.removeprefix(vorn) for d in self.dateien if d.startswith(vorn))
        return tuple(sorted({rest.split("/")[0] for rest in reste if "/" in rest}))

    def text(self, datei: str, sammler: Sammler) -> str | None:
        """The text of a file, or None with a fault when it is too big or not UTF-8."""
        roh = self.bytes(datei, sammler)
        if roh is None:
            return None
        try:
            return roh.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as fehler:
            zeile = roh[: fehler.start].count(b"\n") + 1
            meldung = "Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie sie als UTF-8."
            sammler.fehler(self.anzeige(datei), zeile, meldung)
            return None

    def bytes(self, datei: str, sammler: Sammler) -> bytes | None:
        with self.dateien[datei].open("rb") as strom:
            roh = strom.read(GROESSTE_DATEI + 1)
        if len(roh) <= GROESSTE_DATEI:
            return roh
        meldung = f"Die Datei ist größer als {GROESSTE_DATEI // 1024} KB. Teilen Sie sie auf."
        sammler.fehler(self.anzeige(datei), 1, meldung)
        return None


def lies_ordner(wurzel: Path, sammler: Sammler) -> Ordner | None:
    if not wurzel.is_dir():
        sammler.fehler(_druckbar(wurzel), 1, "Diesen Ordner gibt es nicht.")
        return None
    return Ordner(wurzel, {d: wurzel / d for d in sorted(_dateien(wurzel, "", sammler))})


def _dateien(wurzel: Path, ordner: str, sammler: Sammler) -> Iterator[str]:
    with os.scandir(wurzel / ordner) as eintraege:
        for eintrag in eintraege:
            if eintrag.name.startswith((".", "__")):
                continue
            pfad = f"{ordner}/{eintrag.name}" if ordner else eintrag.name
            if eintrag.is_symlink():
                sammler.fehler(_druckbar(wurzel / pfad), 1, _LINK)
            elif eintrag.is_dir(follow_symlinks=False):
                yield from _dateien(wurzel, pfad, sammler)
            elif eintrag.is_file(follow_symlinks=False):
                yield pfad
            else:
                sammler.fehler(_druckbar(wurzel / pfad), 1, "Das ist keine gewöhnliche Datei.")


def _druckbar(pfad: Path) -> str:
    return str(pfad).encode("utf-8", "backslashreplace").decode()
