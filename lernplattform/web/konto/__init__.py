"""The own account."""

from lernplattform.web.konto import views
from lernplattform.web.konto.blueprint import bp

__all__ = ["bp", "views"]
