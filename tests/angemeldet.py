"""A person as services know them, without a request."""

from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.models.person import Person, Zustaendigkeit
from lernplattform.rechte import Angemeldet


def als(person: Person) -> Angemeldet:
    """The Angemeldet of this person with the Zuständigkeiten that are stored."""
    zeilen = db.session.execute(
        select(Zustaendigkeit.rolle, Zustaendigkeit.standort_id).where(
            Zustaendigkeit.person_id == person.id
        )
    )
    return Angemeldet(
        person_id=person.id,
        sitzung_id=0,
        vorname=person.vorname,
        nachname=person.nachname,
        sprache=person.sprache,
        zustaendigkeiten=frozenset((zeile.rolle, zeile.standort_id) for zeile in zeilen),
    )
