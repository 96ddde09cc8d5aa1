"""Evenings in presence in Berglinden, where they count, and who was there.

Rows are written directly: recording attendance has no service yet.
"""

from datetime import datetime, time

from lernplattform.cli.demo.lage import Lage
from lernplattform.cli.demo.menschen import LOTSEN, Gruppe
from lernplattform.core.db import db
from lernplattform.models.kursgruppe import Kursgruppe, Praesenztermin, Teilnahme

# Days ago (negative: still to come), title, UE.
TERMINE = (
    (70, "Kennenlernen und erste Schritte", 3),
    (42, "Rolle und Auftrag", 3),
    (21, "Grenzen und Selbstfürsorge", 3),
    (-12, "Abschluss und Ausblick", 3),
)
FEHLEN = frozenset({"ursula.ollinger", "berhane.kidane"})


def trage_praesenz_ein(lage: Lage) -> None:
    gruppe_id = db.session.query(Kursgruppe.id).filter_by(name=Gruppe.BERGLINDEN.value).scalar()
    for tage, titel, ue in TERMINE:
        am = lage.am(-tage, time(18, 0))
        termin = Praesenztermin(kursgruppe_id=gruppe_id, datum=am.date(), titel=titel, ue=ue)
        db.session.add(termin)
        db.session.flush()  # attendance refers to its id
        if tage > 0:
            _vermerke_teilnahmen(lage, termin, am)


def _vermerke_teilnahmen(lage: Lage, termin: Praesenztermin, am: datetime) -> None:
    trainer_id = lage.personen["trainer.b"].person_id
    for lotse in LOTSEN:
        if lotse.gruppe is not Gruppe.BERGLINDEN or lotse.kennung in FEHLEN:
            continue
        db.session.add(
            Teilnahme(
                praesenztermin_id=termin.id,
                person_id=lage.id_von(lotse),
                ue=termin.ue,
                erfasst_von_id=trainer_id,
                erfasst_am=am,
            )
        )
