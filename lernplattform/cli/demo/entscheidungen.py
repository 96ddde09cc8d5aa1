"""What trainers and Koordination did: answer, review, confirm, return, revoke."""

from datetime import datetime, time, timedelta

from sqlalchemy import select

from lernplattform.cli.demo.lage import Lage
from lernplattform.cli.demo.menschen import LOTSEN, ORT_VON, Ausgang, Lotse, Ort
from lernplattform.cli.demo.standorte import KOORDINATION
from lernplattform.core.db import db
from lernplattform.models.fortschritt import Reflexion
from lernplattform.models.qualifizierung import Qualifizierung
from lernplattform.services.durchsicht import beantworte_reflexion, sieh_durch
from lernplattform.services.qualifizierung import bestaetige, gib_zurueck, widerrufe

TRAINER = {Ort.MUSTERAU: "trainer", Ort.BERGLINDEN: "trainer.b"}
NOTIZ = "Sie haben sich viel erarbeitet. Nehmen Sie die Sätze zum Neinsagen gern mit in die Praxis."
RUECKGABE = "Bitte sprechen Sie mit mir noch einmal über die Erklärung zur Verschwiegenheit."
WIDERRUF = "Die Tätigkeit wurde auf eigenen Wunsch beendet, bevor die Bescheinigung galt."
ANTWORTEN = {
    "nour.ibrahim": "Das ist sehr klar gesagt. Probieren Sie die zwei Sätze beim nächsten Treffen.",
    "dilek.aydin": "Ein starker Satz. Sie können ihn auch freundlich lächelnd sagen.",
    "lotse2": "Gut, dass Sie das wissen. Sagen Sie Ihrer Schwester, dass sie es ansprechen darf.",
}


def entscheide(lage: Lage) -> None:
    _beantworte(lage)
    for lotse in LOTSEN:
        if lotse.ausgang is not Ausgang.OFFEN:
            _entscheide_ueber(lage, lotse)


def _beantworte(lage: Lage) -> None:
    for kennung, antwort in ANTWORTEN.items():
        reflexion = db.session.scalars(
            select(Reflexion)
            .where(Reflexion.person_id == lage.personen[kennung].person_id)
            .where(Reflexion.geteilt_am.is_not(None))
        ).first()
        if reflexion is not None:
            am = min(reflexion.geaendert_am + timedelta(days=1), lage.vor(0, time(9, 0)))
            beantworte_reflexion(lage.personen["trainer"], reflexion.id, antwort, am)


def _entscheide_ueber(lage: Lage, lotse: Lotse) -> None:
    """Some days after the last evening: first the Durchsicht, then the Koordination."""
    ort = ORT_VON[lotse.gruppe]
    person_id = lage.id_von(lotse)
    durchsicht_am = lage.vor(max(lotse.ruhe_tage - 2, 0), time(16, 30))
    sieh_durch(lage.personen[TRAINER[ort]], person_id, NOTIZ, durchsicht_am)
    if lotse.ausgang is not Ausgang.DURCHGESEHEN:
        _entscheidet_die_koordination(lage, lotse, lage.vor(lotse.ruhe_tage - 5, time(11, 15)))


def _entscheidet_die_koordination(lage: Lage, lotse: Lotse, am: datetime) -> None:
    koordination = lage.personen[KOORDINATION[ORT_VON[lotse.gruppe]]]
    qualifizierung_id = db.session.scalars(
        select(Qualifizierung.id).where(Qualifizierung.person_id == lage.id_von(lotse))
    ).one()
    if lotse.ausgang is Ausgang.ZURUECKGEGEBEN:
        gib_zurueck(koordination, qualifizierung_id, RUECKGABE, am)
        return
    bestaetige(koordination, qualifizierung_id, lage.katalog, am)
    if lotse.ausgang is Ausgang.WIDERRUFEN:
        widerrufe(koordination, qualifizierung_id, WIDERRUF, lage.vor(20, time(14, 0)))
