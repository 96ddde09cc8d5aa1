"""The area of the Verwaltung."""

from lernplattform.web.verwaltung import personen, rechtstexte, standorte, zustaendigkeiten
from lernplattform.web.verwaltung.blueprint import bp

__all__ = ["bp", "personen", "rechtstexte", "standorte", "zustaendigkeiten"]
