"""What the texts of one Modul may point to: Fachwörter, its own pictures, its own Lektionen."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kurse.fundstelle import Sammler
from kurse.lesen.ordner import Ordner
from kurse.lesen.rahmen import Rahmen

_AKTIV = re.compile(
    rb"<\s*(script|foreignobject|iframe|!entity|!doctype)|\son\w+\s*=|@import|"
    rb"""(href|src)\s*=(?!\s*["']?#)|url\((?!\s*["']?#)""",
    re.IGNORECASE,
)
"""What a picture must not hold: script, and anything it would fetch from elsewhere."""


@dataclass(frozen=True, slots=True)
class Modulbezug:
    """Names are looked up in the list of known files, so a path cannot lead anywhere else."""

    ordner: Ordner
    sammler: Sammler
    modulordner: str
    rahmen: Rahmen
    lektionen: Mapping[str, str]
    """Lektionen that a text may link to: file to id; none for a Szenario."""

    def fachwort(self, fachwort_id: str) -> str | None:
        if fachwort := self.rahmen.glossar.get(fachwort_id):
            return fachwort.begriff
        return fachwort_id if self.rahmen.kennt("glossar.yaml", fachwort_id) else None

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
        lektion_id = self.lektionen.get(f"{self.modulordner}/{ziel}")
        return f"../../lektion/{lektion_id}/" if lektion_id else None
