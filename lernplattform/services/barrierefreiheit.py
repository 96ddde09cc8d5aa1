"""Writing the accessibility statement; taking in reports of barriers and settling them."""

from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import delete

from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, NichtGefunden
from lernplattform.models.barrierefreiheit import Barriereerklaerung, Barrieremeldung
from lernplattform.models.person import Rolle
from lernplattform.models.standort import Rechtsseite, Rechtstext
from lernplattform.queries.barrierefreiheit import DIE_EINE, Erklaerung
from lernplattform.rechte import Angemeldet, verlange
from lernplattform.services.protokoll import protokolliere

# As the model says: a settled report is kept for a year.
AUFBEWAHRUNG = timedelta(days=365)


def setze_erklaerung(angemeldet: Angemeldet, neu: Erklaerung, jetzt: datetime) -> None:
    """Raises EingabeUngueltig without a contact, or with a check before the statement was made.

    The free text of earlier versions goes: the form offered it as the additional notes.
    """
    verlange(angemeldet, Rolle.VERWALTUNG)
    _pruefe(neu, jetzt)
    werte = {**asdict(neu), "ausnahmen": [_zeile(asdict(a)) for a in neu.ausnahmen]}
    db.session.merge(Barriereerklaerung(id=DIE_EINE, geaendert_am=jetzt, **werte))
    db.session.execute(delete(Rechtstext).where(Rechtstext.art == Rechtsseite.BARRIEREFREIHEIT))
    protokolliere("barriereerklaerung_gesetzt", angemeldet.person_id, jetzt)


def melde_barriere(text: str, seite: str, email: str, jetzt: datetime) -> None:
    """From anybody; whoever wants an answer leaves an address."""
    vergiss_erledigte(jetzt)
    db.session.add(Barrieremeldung(text=text, seite=seite, email=email, eingegangen_am=jetzt))


def erledige_meldung(angemeldet: Angemeldet, meldung_id: int, jetzt: datetime) -> None:
    """A second press changes nothing."""
    verlange(angemeldet, Rolle.VERWALTUNG)
    meldung = db.session.get(Barrieremeldung, meldung_id, with_for_update=True)
    if meldung is None:
        raise NichtGefunden
    if meldung.erledigt_am is None:
        meldung.erledigt_am = jetzt
        protokolliere("barriere_erledigt", angemeldet.person_id, jetzt, meldung_id=meldung_id)
    vergiss_erledigte(jetzt)


def vergiss_erledigte(jetzt: datetime) -> None:
    """Also by the clock, once a day: see cli/post.py."""
    db.session.execute(
        delete(Barrieremeldung).where(Barrieremeldung.erledigt_am < jetzt - AUFBEWAHRUNG)
    )


def _pruefe(neu: Erklaerung, jetzt: datetime) -> None:
    if not neu.traeger:
        raise EingabeUngueltig("traeger", "fehlt")
    if not (neu.email or neu.telefon):
        raise EingabeUngueltig("email", "kontakt_fehlt")
    if neu.geprueft_am < neu.erstellt_am:
        raise EingabeUngueltig("geprueft_am", "pruefung_vor_erstellung")
    if neu.geprueft_am > jetzt.astimezone(ORTSZEIT).date():
        raise EingabeUngueltig("geprueft_am", "tag_in_zukunft")


def _zeile(ausnahme: dict[str, str]) -> dict[str, str]:
    return {name: str(wert) for name, wert in ausnahme.items()}
