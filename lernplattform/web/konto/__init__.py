"""The own account."""

from lernplattform.web.konto import sprachen, views
from lernplattform.web.konto.blueprint import bp

__all__ = ["bp", "sprachen", "views"]
