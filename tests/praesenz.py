"""Präsenztermine for tests, on the day of the fabric."""

from datetime import date

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.kursgruppe import Kursgruppe, Praesenztermin
from tests.fabrik import JETZT

HEUTE = JETZT.astimezone(clock.ORTSZEIT).date()


def mache_termin(gruppe: Kursgruppe, datum: date = HEUTE, ue: int = 4) -> Praesenztermin:
    with transaktion():
        termin = Praesenztermin(kursgruppe_id=gruppe.id, datum=datum, titel="Abend 3", ue=ue)
        db.session.add(termin)
    return termin
