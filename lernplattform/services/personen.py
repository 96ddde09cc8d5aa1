"""People and what they are responsible for."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from lernplattform.core.db import db
from lernplattform.core.errors import Konflikt, NichtGefunden
from lernplattform.models.kursgruppe import Gruppenmitglied, Kursgruppe
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung
from lernplattform.services.nachrichten import lege_nachricht_an
from lernplattform.services.personenangaben import (
    Personenangaben,
    setze_angaben,
    verschlagworte,
)
from lernplattform.services.protokoll import protokolliere
from lernplattform.services.sitzung import beende_alle_sitzungen


@dataclass(frozen=True)
class NeuePerson(Personenangaben):
    """One who has no account yet."""

    sprache: str | None = None


def lege_person_an(neu: NeuePerson, jetzt: datetime) -> Person:
    """A new account that nobody can sign in to yet. Raises EingabeUngueltig if it is taken."""
    person = Person(angelegt_am=jetzt)
    setze_angaben(person, neu.normiert())
    verschlagworte(person)
    return person


def lade_ein(
    neu: NeuePerson, rolle: Rolle, standort_id: int | None, jetzt: datetime, *, von_id: int
) -> Person:
    """A new person with one Zuständigkeit; with an e-mail address the Einladung is sent."""
    person = lege_person_an(neu, jetzt)
    gib_zustaendigkeit(person.id, rolle, standort_id, jetzt, von_id=von_id)
    if person.email:
        lege_nachricht_an(person.id, "einladung", jetzt)
    return person


def gib_zustaendigkeit(
    person_id: int, rolle: Rolle, standort_id: int | None, jetzt: datetime, *, von_id: int
) -> None:
    """Once given, giving it again changes nothing. A Lotse gets a Qualifizierung that runs."""
    if _hat(person_id, rolle, standort_id):
        return
    db.session.add(Zustaendigkeit(person_id=person_id, rolle=rolle, standort_id=standort_id))
    if rolle is Rolle.LOTSE and standort_id is not None:
        _beginne_qualifizierung(person_id, standort_id)
    protokolliere(
        "zustaendigkeit_gegeben",
        von_id,
        jetzt,
        betroffen_id=person_id,
        rolle=rolle.value,
        standort_id=standort_id,
    )


def nimm_zustaendigkeit(zustaendigkeit: Zustaendigkeit, jetzt: datetime, *, von_id: int) -> None:
    """Raises Konflikt for the own Verwaltung, and for the last: nobody could ever give it again."""
    if zustaendigkeit.rolle is Rolle.VERWALTUNG:
        _verlange_andere(zustaendigkeit.person_id, von_id)
        _verlange_weitere_verwaltung(zustaendigkeit.person_id)
    protokolliere(
        "zustaendigkeit_genommen",
        von_id,
        jetzt,
        betroffen_id=zustaendigkeit.person_id,
        rolle=zustaendigkeit.rolle.value,
        standort_id=zustaendigkeit.standort_id,
    )
    if zustaendigkeit.rolle is Rolle.LOTSE:
        _nimm_aus_gruppen(zustaendigkeit.person_id, zustaendigkeit.standort_id)
    db.session.delete(zustaendigkeit)


def nimm_zustaendigkeit_von(
    person_id: int, zustaendigkeit_id: int, jetzt: datetime, *, von_id: int
) -> None:
    """The same by ids. Raises NichtGefunden if it is not, or no longer, one of that person."""
    zustaendigkeit = db.session.get(Zustaendigkeit, zustaendigkeit_id)
    if zustaendigkeit is None or zustaendigkeit.person_id != person_id:
        raise NichtGefunden
    nimm_zustaendigkeit(zustaendigkeit, jetzt, von_id=von_id)


def setze_aktiv(person_id: int, aktiv: bool, jetzt: datetime, *, von_id: int) -> None:
    """Deactivating ends every session at once; nothing learned is lost.

    Raises Konflikt for oneself, and for the last Verwaltung that can still sign in.
    """
    if not aktiv:
        _verlange_andere(person_id, von_id)
        _verlange_weitere_verwaltung(person_id)
    db.session.execute(update(Person).where(Person.id == person_id).values(aktiv=aktiv))
    if not aktiv:
        beende_alle_sitzungen(person_id)
    akt = "person_aktiviert" if aktiv else "person_deaktiviert"
    protokolliere(akt, von_id, jetzt, betroffen_id=person_id)


def _nimm_aus_gruppen(person_id: int, standort_id: int | None) -> None:
    """The trainers of a Standort do not go on seeing who is no longer a Lotse there."""
    gruppen = select(Kursgruppe.id).where(Kursgruppe.standort_id == standort_id)
    db.session.execute(
        delete(Gruppenmitglied).where(
            Gruppenmitglied.person_id == person_id, Gruppenmitglied.kursgruppe_id.in_(gruppen)
        )
    )


def _hat(person_id: int, rolle: Rolle, standort_id: int | None) -> bool:
    vorhanden = select(Zustaendigkeit.id).where(
        Zustaendigkeit.person_id == person_id,
        Zustaendigkeit.rolle == rolle,
        Zustaendigkeit.standort_id == standort_id
        if standort_id is not None
        else Zustaendigkeit.standort_id.is_(None),
    )
    return db.session.scalar(vorhanden) is not None


def _beginne_qualifizierung(person_id: int, standort_id: int) -> None:
    """One that was begun earlier at this Standort goes on."""
    vorhanden = db.session.scalar(
        select(Qualifizierung.id).where(
            Qualifizierung.person_id == person_id, Qualifizierung.standort_id == standort_id
        )
    )
    if vorhanden is None:
        db.session.add(Qualifizierung(person_id=person_id, standort_id=standort_id))


def _verlange_andere(person_id: int, von_id: int) -> None:
    """One wrong press, and who did it could not take it back."""
    if person_id == von_id:
        raise Konflikt("eigener_zugang")


def _verlange_weitere_verwaltung(person_id: int) -> None:
    """Locks all of them, so that two people cannot take it from each other at the same time."""
    aktive = db.session.scalars(
        select(Zustaendigkeit.person_id)
        .join(Person, Person.id == Zustaendigkeit.person_id)
        .where(Zustaendigkeit.rolle == Rolle.VERWALTUNG, Person.aktiv)
        .order_by(Zustaendigkeit.id)
        .with_for_update()
    ).all()
    if set(aktive) == {person_id}:
        raise Konflikt("letzte_verwaltung")
