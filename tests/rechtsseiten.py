"""Everything the law asks for, written: only then may everybody sign in."""

from dataclasses import replace
from datetime import datetime

from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person
from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.barrierefreiheit import Erklaerung
from lernplattform.queries.barrierevorgabe import VORGABE
from lernplattform.services.barrierefreiheit import setze_erklaerung
from lernplattform.services.rechtstexte import setze_rechtstext
from tests.angemeldet import als
from tests.fabrik import JETZT

ERKLAERUNG = replace(VORGABE, traeger="Verein für alle e. V.", email="barrieren@test.example")


def geprueft_am(jetzt: datetime) -> Erklaerung:
    tag = jetzt.astimezone(ORTSZEIT).date()
    return replace(ERKLAERUNG, erstellt_am=tag, geprueft_am=tag)


def fuelle_rechtsseiten(verwaltung: Person, jetzt: datetime = JETZT) -> None:
    with transaktion():
        for art in (Rechtsseite.DATENSCHUTZ, Rechtsseite.IMPRESSUM):
            setze_rechtstext(art, "Stand: heute.", jetzt, von_id=verwaltung.id)
        setze_erklaerung(als(verwaltung), geprueft_am(jetzt), jetzt)
