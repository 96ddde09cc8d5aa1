"""The area of the Lotsen: Mein Lernweg, Lektionen, Szenarien."""

from lernplattform.web.lernen import (
    durchlauf,
    lektion,
    lesart,
    oertliches,
    offline,
    saetze,
    szenario,
    weg,
)
from lernplattform.web.lernen.blueprint import bp

__all__ = [
    "bp",
    "durchlauf",
    "lektion",
    "lesart",
    "oertliches",
    "offline",
    "saetze",
    "szenario",
    "weg",
]
