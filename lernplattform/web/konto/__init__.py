"""The own account."""

from lernplattform.web.konto.blueprint import bp

__all__ = ["bp"]
