"""The area of the Koordination."""

from lernplattform.web.koordination import (
    dossier,
    entscheidung,
    gruppen,
    personen,
    seminare,
    seminare_planen,
    zugaenge,
)
from lernplattform.web.koordination.blueprint import bp

__all__ = [
    "bp",
    "dossier",
    "entscheidung",
    "gruppen",
    "personen",
    "seminare",
    "seminare_planen",
    "zugaenge",
]
