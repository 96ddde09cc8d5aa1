"""Vertiefungsseminare as a Lotse sees them."""

from lernplattform.web.seminare import anmeldung, views
from lernplattform.web.seminare.blueprint import bp

__all__ = ["anmeldung", "bp", "views"]
