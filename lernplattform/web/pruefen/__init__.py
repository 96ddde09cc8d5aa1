"""The public check of a Bescheinigung."""

from lernplattform.web.pruefen import views
from lernplattform.web.pruefen.blueprint import bp

__all__ = ["bp", "views"]
