"""The area of the Koordination."""

from lernplattform.web.koordination.blueprint import bp

__all__ = ["bp"]
