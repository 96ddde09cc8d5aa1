"""Ways in and out: login, logout, Einladung, password reset."""

from lernplattform.web.zugaenge import passwort, views
from lernplattform.web.zugaenge.blueprint import bp

__all__ = ["bp", "passwort", "views"]
