"""First-visit hints: shown until the person closes them."""

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.person import Person
from lernplattform.rechte import Angemeldet


def schliesse_hinweis(angemeldet: Angemeldet, name: str) -> None:
    """Twice is as good as once. Locked, since the list is written as a whole."""
    person = db.session.get(Person, angemeldet.person_id, with_for_update=True)
    if person is None:
        raise NichtGefunden
    if name not in person.gesehene_hinweise:
        person.gesehene_hinweise = [*person.gesehene_hinweise, name]
