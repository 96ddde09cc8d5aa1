"""The area of the trainers."""

from lernplattform.web.begleitung import gruppen, personen, reflexionen, termine
from lernplattform.web.begleitung.blueprint import bp

__all__ = ["bp", "gruppen", "personen", "reflexionen", "termine"]
