"""What the texts of one Modul may point to: Fachwörter, its own pictures, its own Lektionen."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kurse.fundstelle import Sammler
from kurse.lesen.ordner import Ordner
from kurse.lesen.quelle import LektionQuelle, Quellen
from kurse.rahmen import Fachwort

_AKTIV = re.compile(
    rb"<\s*(script|foreignobject|iframe|!entity|!doctype)|\son\w+\s*=|"
    rb"""(href|src)\s*=\s*["']?\s*(?!["']?#)\S|@import|url\(\s*["']?(?!#)""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Modulbezug:
    """Names are looked up in the list of known files, so a path cannot lead anywhere else."""

    ordner: Ordner
    sammler: Sammler
    modulordner: str
    glossar: Mapping[str, Fachwort]
    quellen: Quellen
    mit_verweisen: bool

    def fachwort(self, fachwort_id: str) -> str | None:
        fachwort = self.glossar.get(fachwort_id)
        return fachwort.begriff if fachwort else None

    def bild(self, ziel: str) -> str | None:
        """The picture itself as an address: no second request, no path to serve."""
        datei = f"{self.modulordner}/{ziel}"
        if not ziel.endswith(".svg") or not self.ordner.hat(datei):
            return None
        roh = self.ordner.bytes(datei, self.sammler)
        if roh is None or b"<svg" not in roh or _AKTIV.search(roh):
            return None
        return f"data:image/svg+xml;base64,{base64.b64encode(roh).decode('ascii')}"

    def verweis(self, ziel: str) -> str | None:
        """Relative, so that it also holds where the site does not stand at the root."""
        if not self.mit_verweisen:
            return None
        datei = f"{self.modulordner}/{ziel}"
        for quelle_id, quelle in self.quellen.items():
            if isinstance(quelle, LektionQuelle) and quelle.datei == datei:
                return f"../../lektion/{quelle_id}/"
        return None
