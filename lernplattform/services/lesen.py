"""How somebody likes to read."""

from sqlalchemy import update

from lernplattform.core.db import db
from lernplattform.models.person import Person


def setze_einfach_lesen(person_id: int, *, einfach: bool) -> None:
    """From now on Lektionen open in plain language, where they have a twin."""
    db.session.execute(update(Person).where(Person.id == person_id).values(einfach_lesen=einfach))
