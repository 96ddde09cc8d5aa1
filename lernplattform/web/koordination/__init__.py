"""The area of the Koordination."""

from lernplattform.web.koordination import (
    angaben,
    dossier,
    entscheidung,
    export,
    gruppen,
    oertliches,
    personen,
    seminare,
    seminare_planen,
    zugaenge,
)
from lernplattform.web.koordination.blueprint import bp

__all__ = [
    "angaben",
    "bp",
    "dossier",
    "entscheidung",
    "export",
    "gruppen",
    "oertliches",
    "personen",
    "seminare",
    "seminare_planen",
    "zugaenge",
]
