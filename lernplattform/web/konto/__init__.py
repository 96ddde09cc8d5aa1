"""The own account."""

from lernplattform.web.konto import hinweise, sprachen, views
from lernplattform.web.konto.blueprint import bp

__all__ = ["bp", "hinweise", "sprachen", "views"]
