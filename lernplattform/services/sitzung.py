"""Beginning, keeping and ending a session."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update

from lernplattform.core.db import db
from lernplattform.core.token import neues_token, token_hash
from lernplattform.models.sitzung import Sitzung

# How exactly "last seen" is known; a write on every GET would cost too much.
GENAUIGKEIT = timedelta(minutes=5)
# Longer than any session lives.
AUFBEWAHRUNG = timedelta(days=2)


def beginne_sitzung(person_id: int, jetzt: datetime) -> str:
    """A new session; the token goes into the cookie and is stored nowhere.

    Sessions of this person that are long over go with it, so that none is kept for ever.
    """
    token = neues_token()
    vorbei = jetzt - AUFBEWAHRUNG
    db.session.execute(
        delete(Sitzung).where(Sitzung.person_id == person_id, Sitzung.zuletzt_am < vorbei)
    )
    db.session.add(
        Sitzung(
            token_hash=token_hash(token), person_id=person_id, begonnen_am=jetzt, zuletzt_am=jetzt
        )
    )
    return token


def halte_sitzung(sitzung_id: int, jetzt: datetime) -> None:
    db.session.execute(update(Sitzung).where(Sitzung.id == sitzung_id).values(zuletzt_am=jetzt))


def beende_sitzung(sitzung_id: int) -> None:
    db.session.execute(delete(Sitzung).where(Sitzung.id == sitzung_id))


def beende_alle_sitzungen(person_id: int) -> None:
    """After a changed password or a deactivation, no old cookie is worth anything."""
    db.session.execute(delete(Sitzung).where(Sitzung.person_id == person_id))
