"""Folders of courses and Module: which files belong where, and which are missing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument
from kurse.lesen.form import S
from kurse.lesen.ordner import Ordner
from kurse.lesen.quelle import Bruchstueck, Quelle, lies_geprueft, lies_lektion, lies_szenario
from kurse.lesen.rahmen import RAHMENDATEIEN
from kurse.schema.kurs import KursSchema, ModulSchema

VORRANG = "basisqualifizierung"
"""The folder of the course that comes first; others follow by name."""
_VERIRRT = "Diese Datei wird nicht gelesen. Prüfen Sie Ort und Endung (.yaml, .md, .svg)."
_ID = re.compile(r"^id:\s*(\S+)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ModulQuelle:
    ordner: str
    dokument: Dokument
    schema: ModulSchema
    inhalte: tuple[Quelle, ...]


@dataclass(frozen=True, slots=True)
class KursQuelle:
    ordner: str
    dokument: Dokument
    schema: KursSchema
    module: tuple[ModulQuelle, ...]


@dataclass(slots=True)
class Sammlung:
    """All courses as read.

    `quellen`: every Lektion and Szenario, also of a Modul that is broken or not listed.
    `verdorben`: ids of files with faults, so that nobody calls them missing.
    """

    kurse: list[KursQuelle] = field(default_factory=list)
    quellen: list[Quelle] = field(default_factory=list)
    bruchstuecke: list[Bruchstueck] = field(default_factory=list)
    verdorben: set[str] = field(default_factory=set)


def lies_kurse(ordner: Ordner, sammler: Sammler) -> Sammlung:
    leser = _Kursleser(ordner, sammler, Sammlung())
    for name in sorted(ordner.unterordner(""), key=lambda n: (n != VORRANG, n)):
        leser.lies_kurs(name)
    if not ordner.unterordner(""):
        sammler.fehler(ordner.anzeige(""), 1, "Hier ist kein Kurs. Legen Sie einen Ordner an.")
    leser.melde_verirrte("", RAHMENDATEIEN)
    return leser.sammlung


@dataclass(slots=True)
class _Kursleser:
    ordner: Ordner
    sammler: Sammler
    sammlung: Sammlung

    def lies_kurs(self, name: str) -> None:
        module = [self._lies_modul(f"{name}/{unter}") for unter in self.ordner.unterordner(name)]
        self.melde_verirrte(name, ("kurs.yaml",))
        if gelesen := self._pflichtdatei(f"{name}/kurs.yaml", KursSchema):
            kurs = KursQuelle(name, *gelesen, tuple(m for m in module if m))
            self.sammlung.kurse.append(kurs)

    def melde_verirrte(self, pfad: str, erwartet: Iterable[str]) -> None:
        for name in sorted(set(self.ordner.in_ordner(pfad)) - set(erwartet)):
            datei = f"{pfad}/{name}" if pfad else name
            self.sammler.warnung(self.ordner.anzeige(datei), 1, _VERIRRT)

    def _lies_modul(self, pfad: str) -> ModulQuelle | None:
        gelesen = self._pflichtdatei(f"{pfad}/modul.yaml", ModulSchema)
        inhalte = self._lies_inhalte(pfad)
        if gelesen is None:
            self.sammlung.verdorben.add(self._vermutete_id(f"{pfad}/modul.yaml"))
            return None
        return ModulQuelle(pfad, *gelesen, inhalte)

    def _lies_inhalte(self, pfad: str) -> tuple[Quelle, ...]:
        quellen: list[Quelle] = []
        namen = self.ordner.in_ordner(pfad)
        lektionen = [n for n in namen if n.endswith(".md") and not n.endswith(".einfach.md")]
        szenarien = [n for n in namen if n.endswith(".yaml") and n != "modul.yaml"]
        for name in lektionen + szenarien:
            lies = lies_lektion if name in lektionen else lies_szenario
            datei = f"{pfad}/{name}"
            quelle = lies(self.ordner, self.sammler, datei)
            if isinstance(quelle, Bruchstueck):
                self.sammlung.bruchstuecke.append(quelle)
                self.sammlung.verdorben.add(self._vermutete_id(datei))
            else:
                quellen.append(quelle)
        self._melde_uebrige(pfad, {*lektionen, *szenarien, "modul.yaml"})
        self.sammlung.quellen += quellen
        return tuple(quellen)

    def _melde_uebrige(self, pfad: str, gelesen: set[str]) -> None:
        namen = self.ordner.in_ordner(pfad)
        zwillinge = {n for n in namen if n.endswith(".einfach.md")}
        for name in sorted(zwillinge):
            if f"{name.removesuffix('.einfach.md')}.md" not in gelesen:
                meldung = "Zu dieser Fassung in einfacher Sprache fehlt die Lektion."
                self.sammler.fehler(self.ordner.anzeige(f"{pfad}/{name}"), 1, meldung)
        bilder = {n for n in namen if n.endswith(".svg")}
        self.melde_verirrte(pfad, gelesen | zwillinge | bilder)

    def _pflichtdatei(self, datei: str, schema: type[S]) -> tuple[Dokument, S] | None:
        if not self.ordner.hat(datei):
            meldung = "Diese Datei fehlt. Legen Sie sie an."
            self.sammler.fehler(self.ordner.anzeige(datei), 1, meldung)
            return None
        return lies_geprueft(self.ordner, self.sammler, datei, schema)

    def _vermutete_id(self, datei: str) -> str:
        """The id of a file that cannot be read as a whole."""
        stamm = datei.rpartition("/")[2].partition(".")[0]
        roh = self.ordner.bytes(datei, Sammler()) if self.ordner.hat(datei) else None
        treffer = _ID.search((roh or b"").decode("utf-8", "replace"))
        return treffer[1] if treffer else stamm
