"""Putting mail into the outbox: a row, in the same transaction as the act that causes it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import insert

from lernplattform.core.db import db
from lernplattform.models.nachricht import Nachricht


def lege_nachricht_an(person_id: int, vorlage: str, jetzt: datetime, **daten: object) -> None:
    """`vorlage` names a folder in adapters/vorlagen; `daten` must be JSON and hold no secret."""
    db.session.add(Nachricht(**_zeile(person_id, vorlage, jetzt, daten)))


def lege_nachrichten_an(
    nachrichten: Iterable[tuple[int, str, dict[str, object]]], jetzt: datetime
) -> None:
    """Many at once (person_id, vorlage, daten) in one statement: on SQLite the ORM would send
    one for each."""
    zeilen = [_zeile(person, vorlage, jetzt, daten) for person, vorlage, daten in nachrichten]
    if zeilen:
        db.session.execute(insert(Nachricht).execution_options(autoflush=False), zeilen)


def _zeile(
    person_id: int, vorlage: str, jetzt: datetime, daten: dict[str, object]
) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "vorlage": vorlage,
        "daten": daten,
        "message_id": f"<{uuid4().hex}@lernplattform>",
        "erstellt_am": jetzt,
        "naechster_versuch_am": jetzt,
    }
