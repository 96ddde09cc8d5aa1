"""Ways in and out: login, logout, Einladung, password reset."""

from lernplattform.web.zugaenge import passwort, sitzung, views
from lernplattform.web.zugaenge.blueprint import bp

__all__ = ["bp", "passwort", "sitzung", "views"]
