"""The area of the Verwaltung."""

from lernplattform.web.verwaltung.blueprint import bp

__all__ = ["bp"]
