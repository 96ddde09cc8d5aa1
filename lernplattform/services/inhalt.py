"""Storing content: new versions in, then one switch for all workers."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from kurse.katalog import Katalog
from kurse.kurs import Inhalt
from kurse.speichern import inhalt_zu_json, struktur_zu_json
from lernplattform.core.db import db
from lernplattform.models.inhalt import Inhaltsfassung, Katalogstand


def spiele_ein(katalog: Katalog, jetzt: datetime) -> int:
    """Store what is new and make the Katalog live; the id of the live Katalogstand.

    The same content again changes nothing.
    """
    letzter = db.session.scalars(select(Katalogstand).order_by(Katalogstand.id.desc())).first()
    struktur = struktur_zu_json(katalog)
    if letzter is not None and letzter.struktur == struktur:
        return letzter.id
    _lege_fassungen_ab(katalog, jetzt)
    stand = Katalogstand(
        inhalt_version=katalog.inhalt_version, struktur=struktur, erstellt_am=jetzt
    )
    db.session.add(stand)
    db.session.flush()  # the id is the answer
    return stand.id


def _lege_fassungen_ab(katalog: Katalog, jetzt: datetime) -> None:
    hashes = [inhalt.hash for inhalt in katalog.inhalte.values()]
    bekannt = set(
        db.session.scalars(select(Inhaltsfassung.hash).where(Inhaltsfassung.hash.in_(hashes)))
    )
    db.session.add_all(
        Inhaltsfassung(**_zeile(inhalt), erstellt_am=jetzt)
        for inhalt in katalog.inhalte.values()
        if inhalt.hash not in bekannt
    )


def _zeile(inhalt: Inhalt) -> dict[str, Any]:
    return {
        "hash": inhalt.hash,
        "inhalt_id": inhalt.id,
        "art": inhalt.art.value,
        "fassung": inhalt.fassung,
        "daten": inhalt_zu_json(inhalt),
    }
