"""Pages for anyone: start, legal pages, health."""

from lernplattform.web.oeffentlich import gesundheit, views
from lernplattform.web.oeffentlich.blueprint import bp

__all__ = ["bp", "gesundheit", "views"]
