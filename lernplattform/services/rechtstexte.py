"""The legal pages, written by the Verwaltung."""

from datetime import datetime

from lernplattform.core.db import db
from lernplattform.models.standort import Rechtsseite, Rechtstext
from lernplattform.services.protokoll import protokolliere


def setze_rechtstext(art: Rechtsseite, text: str, jetzt: datetime, *, von_id: int) -> None:
    db.session.merge(Rechtstext(art=art, text=text.strip(), geaendert_am=jetzt))
    protokolliere("rechtstext_gesetzt", von_id, jetzt, seite=art.value)
