"""The area of the Verwaltung."""

from lernplattform.web.verwaltung import (
    barrierefreiheit,
    personen,
    rechtstexte,
    standorte,
    zustaendigkeiten,
)
from lernplattform.web.verwaltung.blueprint import bp

__all__ = ["barrierefreiheit", "bp", "personen", "rechtstexte", "standorte", "zustaendigkeiten"]
