"""Name and Kennung of a person: writing them, finding by them, correcting them."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Self

from sqlalchemy import delete, insert, or_, select
from sqlalchemy.exc import IntegrityError

from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.sortierung import sortierschluessel, suchworte
from lernplattform.models.person import Person, Suchwort
from lernplattform.queries.dossier import sperre_person_mit_zugang
from lernplattform.queries.konto import normiere_kennung
from lernplattform.rechte import Angemeldet
from lernplattform.services.konto import beende_links
from lernplattform.services.protokoll import protokolliere

KENNUNGEN = ("email", "benutzername")


@dataclass(frozen=True)
class Personenangaben:
    """Without e-mail there must be a user name; then links are handed over on paper."""

    vorname: str
    nachname: str
    email: str | None = None
    benutzername: str | None = None

    def normiert(self) -> Self:
        """As they are stored: whoever signs in need not mind capitals."""
        return replace(
            self,
            email=normiere_kennung(self.email) if self.email else None,
            benutzername=normiere_kennung(self.benutzername) if self.benutzername else None,
        )


def setze_angaben(person: Person, angaben: Personenangaben) -> set[str]:
    """Write normalised Angaben, and say which fields are new. Raises EingabeUngueltig if an
    e-mail address or a user name is taken."""
    neu = {feld: wert for feld, wert in asdict(angaben).items() if getattr(person, feld) != wert}
    kennungen = {feld: neu[feld] for feld in KENNUNGEN if neu.get(feld)}
    with db.session.no_autoflush:
        _verlange_frei(person.id, kennungen)
    _speichere(person, neu, kennungen)
    return set(neu)


def verschlagworte(person: Person) -> None:
    """Store the words that find a person who has none yet."""
    worte = suchworte(
        person.vorname, person.nachname, person.email or "", person.benutzername or ""
    )
    zeilen = [{"wort": wort, "person_id": person.id} for wort in sorted(worte)]
    if zeilen:
        db.session.execute(insert(Suchwort), zeilen)


def aendere_angaben(
    angemeldet: Angemeldet, person_id: int, angaben: Personenangaben, jetzt: datetime
) -> set[str]:
    """Correct the name or Kennung of one of the own people; which fields are new.

    A new e-mail address ends the open links: they lie in the old letter box.
    Raises NichtGefunden, Konflikt for somebody with tasks elsewhere, EingabeUngueltig.
    """
    person = sperre_person_mit_zugang(angemeldet, person_id)
    felder = setze_angaben(person, angaben.normiert())
    if not felder:
        return felder
    db.session.execute(delete(Suchwort).where(Suchwort.person_id == person.id))
    verschlagworte(person)
    if "email" in felder:
        beende_links(person.id, jetzt)
    protokolliere(
        "angaben_geaendert",
        angemeldet.person_id,
        jetzt,
        betroffen_id=person.id,
        felder=sorted(felder),
    )
    return felder


def _speichere(person: Person, neu: dict[str, str | None], kennungen: dict[str, str]) -> None:
    """What follows needs the person's id. Somebody else may just have taken the Kennung."""
    try:
        with db.session.begin_nested():
            for feld, wert in neu.items():
                setattr(person, feld, wert)
            person.sortierschluessel = sortierschluessel(person.nachname, person.vorname)
            db.session.add(person)
    except IntegrityError:
        _verlange_frei(person.id, kennungen)
        raise


def _verlange_frei(person_id: int | None, kennungen: dict[str, str]) -> None:
    """E-mail addresses and user names share one space: both sign in through the same field."""
    if not kennungen:
        return
    werte = kennungen.values()
    belegt = select(Person.email, Person.benutzername).where(
        or_(Person.email.in_(werte), Person.benutzername.in_(werte))
    )
    if person_id is not None:
        belegt = belegt.where(Person.id != person_id)
    vergeben = {wert for zeile in db.session.execute(belegt) for wert in zeile}
    for feld, wert in kennungen.items():
        if wert in vergeben:
            raise EingabeUngueltig(feld, "belegt")
