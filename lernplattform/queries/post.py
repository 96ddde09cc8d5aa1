"""Reading for the sender of mail, and the mailbox of the demo."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.models.nachricht import Postfacheintrag
from lernplattform.models.person import Person, Zustaendigkeit
from lernplattform.models.standort import Standort, Traeger

HOECHSTENS = 200


@dataclass(frozen=True, slots=True)
class Empfaenger:
    """`standort` and `traeger` are empty for somebody who belongs to none."""

    person_id: int
    name: str
    email: str | None
    sprache: str | None
    aktiv: bool
    standort: str
    traeger: str


def lies_empfaenger(person_id: int) -> Empfaenger:
    """With the Standort that the person has belonged to for the longest time."""
    person = db.session.execute(
        select(Person.vorname, Person.nachname, Person.email, Person.sprache, Person.aktiv).where(
            Person.id == person_id
        )
    ).one()
    zeile = db.session.execute(
        select(Standort.name, Traeger.name)
        .join(Traeger, Traeger.id == Standort.traeger_id)
        .join(Zustaendigkeit, Zustaendigkeit.standort_id == Standort.id)
        .where(Zustaendigkeit.person_id == person_id)
        .order_by(Zustaendigkeit.id)
    ).first()
    standort, traeger = (zeile[0], zeile[1]) if zeile else ("", "")
    name = f"{person.vorname} {person.nachname}".strip()
    return Empfaenger(
        person_id, name, person.email, person.sprache, person.aktiv, standort, traeger
    )


def list_postfach() -> Sequence[Postfacheintrag]:
    """The mails of the demo, newest first."""
    return db.session.scalars(
        select(Postfacheintrag).order_by(Postfacheintrag.id.desc()).limit(HOECHSTENS)
    ).all()


def lies_postfacheintrag(eintrag_id: int) -> Postfacheintrag | None:
    return db.session.get(Postfacheintrag, eintrag_id)
