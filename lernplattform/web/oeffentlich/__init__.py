"""Pages for anyone: start, legal pages, health."""

from lernplattform.web.oeffentlich import darstellung, gesundheit, sprache, views
from lernplattform.web.oeffentlich.blueprint import bp

__all__ = ["bp", "darstellung", "gesundheit", "sprache", "views"]
