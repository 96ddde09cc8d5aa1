"""Pages for anyone: start, legal pages, accessibility, health."""

from lernplattform.web.oeffentlich import (
    barrierefreiheit,
    darstellung,
    gesundheit,
    hilfe,
    notfall,
    sprache,
    views,
)
from lernplattform.web.oeffentlich.blueprint import bp

__all__ = [
    "barrierefreiheit",
    "bp",
    "darstellung",
    "gesundheit",
    "hilfe",
    "notfall",
    "sprache",
    "views",
]
