"""Evenings in presence in Berglinden, where they count, and who was there."""

from datetime import time

from sqlalchemy import select

from lernplattform.cli.demo.lage import Lage
from lernplattform.cli.demo.menschen import LOTSEN, Gruppe
from lernplattform.core.db import db
from lernplattform.models.kursgruppe import Kursgruppe
from lernplattform.services.praesenztermin import lege_termin_an
from lernplattform.services.teilnahme import erfasse_teilnahme

# Days ago (negative: still to come), title, UE.
TERMINE = (
    (70, "Kennenlernen und erste Schritte", 3),
    (42, "Rolle und Auftrag", 3),
    (21, "Grenzen und Selbstfürsorge", 3),
    (-12, "Abschluss und Ausblick", 3),
)
FEHLEN = frozenset({"ursula.ollinger", "berhane.kidane"})


def trage_praesenz_ein(lage: Lage) -> None:
    trainer = lage.personen["trainer.b"]
    gruppe_id = db.session.scalars(
        select(Kursgruppe.id).where(Kursgruppe.name == Gruppe.BERGLINDEN.value)
    ).one()
    da = [
        lage.id_von(lotse)
        for lotse in LOTSEN
        if lotse.gruppe is Gruppe.BERGLINDEN and lotse.kennung not in FEHLEN
    ]
    for tage, titel, ue in TERMINE:
        am = lage.vor(max(tage, 1), time(21, 0))
        tag = lage.am(-tage, time(18, 0)).date()
        termin = lege_termin_an(trainer, gruppe_id, tag, titel, ue, am)
        if tage > 0:
            erfasse_teilnahme(trainer, lage.katalog, termin.id, dict.fromkeys(da, ue), "", am)
