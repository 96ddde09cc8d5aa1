"""Letting people in: one-use links, passwords, the own account."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, update

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.token import neues_token, token_hash
from lernplattform.models.person import Linkart, Person, Zugangslink
from lernplattform.queries.konto import Einlass
from lernplattform.services.nachrichten import lege_nachricht_an
from lernplattform.services.protokoll import protokolliere
from lernplattform.services.sitzung import beende_alle_sitzungen

GUELTIGKEIT = {
    Linkart.EINLADUNG: timedelta(days=7),
    Linkart.RUECKSETZEN: timedelta(minutes=60),
}


def erzeuge_zugangslink(person_id: int, art: Linkart, jetzt: datetime) -> str:
    """A new link; the token is the answer and is stored nowhere. Older ones of the kind end."""
    token = neues_token()
    beende_links(person_id, jetzt, Zugangslink.art == art)
    db.session.add(
        Zugangslink(
            person_id=person_id,
            art=art,
            token_hash=token_hash(token),
            erstellt_am=jetzt,
            gueltig_bis=jetzt + GUELTIGKEIT[art],
        )
    )
    return token


def bitte_um_ruecksetzen(person_id: int, jetzt: datetime) -> None:
    """Put the mail with the link into the outbox; the link itself is made at sending."""
    lege_nachricht_an(person_id, "passwort", jetzt)
    protokolliere("ruecksetzen_erbeten", person_id, jetzt)


def loese_link_ein(
    einlass: Einlass, passwort_hash: str, jetzt: datetime, sprache: str | None = None
) -> None:
    """Set the password by a link, once. Raises NichtGefunden if somebody was faster.

    `sprache` is kept where the account has none yet.
    """
    benutzt = db.session.execute(
        update(Zugangslink)
        .where(Zugangslink.id == einlass.link_id, Zugangslink.benutzt_am.is_(None))
        .values(benutzt_am=jetzt)
        .returning(Zugangslink.id)
    ).first()
    if benutzt is None:
        raise NichtGefunden
    setze_passwort(einlass.person_id, passwort_hash, jetzt)
    if sprache:
        db.session.execute(
            update(Person)
            .where(Person.id == einlass.person_id, Person.sprache.is_(None))
            .values(sprache=sprache)
        )


def setze_passwort(person_id: int, passwort_hash: str, jetzt: datetime) -> None:
    """A new password ends every session and every open link: whoever had one is out."""
    db.session.execute(
        update(Person).where(Person.id == person_id).values(passwort_hash=passwort_hash)
    )
    beende_alle_sitzungen(person_id)
    beende_links(person_id, jetzt)
    protokolliere("passwort_gesetzt", person_id, jetzt)


def waehle_sprache(person_id: int, sprache: str) -> None:
    """Of the interface, and of every mail from now on."""
    db.session.execute(update(Person).where(Person.id == person_id).values(sprache=sprache))


def waehle_fachwortsprache(person_id: int, sprache: str | None) -> None:
    """None: as the interface."""
    db.session.execute(update(Person).where(Person.id == person_id).values(fachwortsprache=sprache))


def beende_links(person_id: int, jetzt: datetime, *welche: ColumnElement[bool]) -> None:
    """Whoever holds an unused one can no longer get in by it."""
    db.session.execute(
        update(Zugangslink)
        .where(
            Zugangslink.person_id == person_id,
            Zugangslink.benutzt_am.is_(None),
            Zugangslink.gueltig_bis > jetzt,
            *welche,
        )
        .values(gueltig_bis=jetzt)
    )


def erneuere_hash(person_id: int, passwort_hash: str) -> None:
    """Same password, present parameters; sessions go on."""
    db.session.execute(
        update(Person).where(Person.id == person_id).values(passwort_hash=passwort_hash)
    )
