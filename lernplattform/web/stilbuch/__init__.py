"""Every component in every state, on one page: for development and demo, never in production."""

from lernplattform.web.stilbuch import views
from lernplattform.web.stilbuch.blueprint import bp

__all__ = ["bp", "views"]
