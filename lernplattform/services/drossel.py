"""Throttles in the database, shared by all workers and kept over a restart."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from lernplattform.core.db import db
from lernplattform.core.errors import ZuVieleVersuche
from lernplattform.models.sitzung import Fehlversuch


@dataclass(frozen=True)
class Grenze:
    """So many tries in so long a time, per key."""

    name: str
    anzahl: int
    zeitraum: timedelta

    def schluessel(self, wert: str) -> str:
        return hashlib.sha256(f"{self.name}:{wert}".encode()).hexdigest()


LOGIN_KENNUNG = Grenze("login-kennung", 10, timedelta(minutes=5))
# A class of 25 behind one address signs in together and mistypes.
LOGIN_ADRESSE = Grenze("login-adresse", 100, timedelta(minutes=5))
RUECKSETZEN_KENNUNG = Grenze("ruecksetzen-kennung", 5, timedelta(days=1))
RUECKSETZEN_ADRESSE = Grenze("ruecksetzen-adresse", 50, timedelta(days=1))
# A group that finds the same barrier in a course evening reports it together.
MELDEN_ADRESSE = Grenze("melden-adresse", 20, timedelta(hours=1))
PRUEFEN_ADRESSE = Grenze("pruefen-adresse", 60, timedelta(minutes=5))


def pruefe_grenze(grenze: Grenze, wert: str, jetzt: datetime) -> None:
    """Raise ZuVieleVersuche if the key has used up its tries."""
    beginn = jetzt - grenze.zeitraum
    anzahl, erster = db.session.execute(
        select(func.count(), func.min(Fehlversuch.am)).where(
            Fehlversuch.schluessel == grenze.schluessel(wert), Fehlversuch.am > beginn
        )
    ).one()
    if anzahl >= grenze.anzahl:
        raise ZuVieleVersuche(max(1, int((erster - beginn).total_seconds())))


def zaehle(grenze: Grenze, wert: str, jetzt: datetime) -> None:
    db.session.add(Fehlversuch(schluessel=grenze.schluessel(wert), am=jetzt))


def vergiss_alte(jetzt: datetime) -> None:
    """Tries older than every limit are of no use any more."""
    db.session.execute(delete(Fehlversuch).where(Fehlversuch.am < jetzt - timedelta(days=2)))
