"""Putting mail into the outbox: a row, in the same transaction as the act that causes it."""

from datetime import datetime
from uuid import uuid4

from lernplattform.core.db import db
from lernplattform.models.nachricht import Nachricht


def lege_nachricht_an(person_id: int, vorlage: str, jetzt: datetime, **daten: object) -> None:
    """`vorlage` names a folder in adapters/vorlagen; `daten` must be JSON and hold no secret."""
    db.session.add(
        Nachricht(
            person_id=person_id,
            vorlage=vorlage,
            daten=daten,
            message_id=f"<{uuid4().hex}@lernplattform>",
            erstellt_am=jetzt,
            naechster_versuch_am=jetzt,
        )
    )
