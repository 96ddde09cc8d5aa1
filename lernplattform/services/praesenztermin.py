"""Präsenztermine of a Kursgruppe: planning one, changing it, taking it back."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, Konflikt, NichtGefunden
from lernplattform.models.kursgruppe import Kursgruppe, Praesenztermin
from lernplattform.rechte import Angemeldet, kursgruppen_der_begleitung
from lernplattform.services.protokoll import protokolliere
from lernplattform.services.teilnahme import lies_teilnahmen, sperre_termin

FRUEHESTENS = date(2000, 1, 1)
VORAUS = timedelta(days=731)


def lege_termin_an(
    angemeldet: Angemeldet, gruppe_id: int, datum: date, titel: str, ue: int, jetzt: datetime
) -> Praesenztermin:
    """Raises NichtGefunden for a Kursgruppe of somebody else, EingabeUngueltig("datum", …) and,
    where the Termin is there already, as after a double click, EingabeUngueltig("titel", …)."""
    _pruefe_tag(datum, jetzt)
    _sperre_gruppe(angemeldet, gruppe_id)
    _pruefe_doppelt(gruppe_id, datum, titel)
    termin = Praesenztermin(kursgruppe_id=gruppe_id, datum=datum, titel=titel, ue=ue)
    db.session.add(termin)
    db.session.flush()  # the audit entry names its id
    protokolliere("termin_angelegt", angemeldet.person_id, jetzt, praesenztermin_id=termin.id)
    return termin


def aendere_termin(
    angemeldet: Angemeldet, termin_id: int, datum: date, titel: str, ue: int, jetzt: datetime
) -> None:
    """As long as nobody's UE are recorded: afterwards the day and its UE are evidence."""
    _pruefe_tag(datum, jetzt)
    termin = sperre_termin(angemeldet, termin_id)
    if lies_teilnahmen(termin):
        raise Konflikt("termin_erfasst")
    if (termin.datum, termin.titel, termin.ue) == (datum, titel, ue):
        return
    _sperre_gruppe(angemeldet, termin.kursgruppe_id)
    if (termin.datum, _wortlaut(termin.titel)) != (datum, _wortlaut(titel)):
        _pruefe_doppelt(termin.kursgruppe_id, datum, titel, ausser=termin_id)
    termin.datum, termin.titel, termin.ue = datum, titel, ue
    protokolliere("termin_geaendert", angemeldet.person_id, jetzt, praesenztermin_id=termin_id)


def loesche_termin(angemeldet: Angemeldet, termin_id: int, jetzt: datetime) -> int:
    """The id of its Kursgruppe. Only before anybody's UE are recorded."""
    termin = sperre_termin(angemeldet, termin_id)
    if lies_teilnahmen(termin):
        raise Konflikt("termin_bleibt")
    db.session.delete(termin)
    protokolliere("termin_geloescht", angemeldet.person_id, jetzt, praesenztermin_id=termin_id)
    return termin.kursgruppe_id


def _pruefe_tag(datum: date, jetzt: datetime) -> None:
    """A year that was mistyped would stand on a Nachweis."""
    if not FRUEHESTENS <= datum <= jetzt.astimezone(ORTSZEIT).date() + VORAUS:
        raise EingabeUngueltig("datum", "jahr_unwahrscheinlich")


def _sperre_gruppe(angemeldet: Angemeldet, gruppe_id: int) -> None:
    """Termine of one Kursgruppe are planned one after the other, so none comes in twice.

    Who joins the Kursgruppe meanwhile need not wait.
    """
    eigene = (
        select(Kursgruppe.id)
        .where(Kursgruppe.id == gruppe_id, kursgruppen_der_begleitung(angemeldet))
        .with_for_update(key_share=True, of=Kursgruppe)
    )
    if db.session.scalar(eigene) is None:
        raise NichtGefunden


def _pruefe_doppelt(gruppe_id: int, datum: date, titel: str, ausser: int | None = None) -> None:
    """Two of one day differ in what they are about."""
    am_tag = select(Praesenztermin.id, Praesenztermin.titel).where(
        Praesenztermin.kursgruppe_id == gruppe_id, Praesenztermin.datum == datum
    )
    for termin_id, vorhanden in db.session.execute(am_tag):
        if termin_id != ausser and _wortlaut(vorhanden) == _wortlaut(titel):
            raise EingabeUngueltig("titel", "termin_doppelt")


def _wortlaut(titel: str) -> str:
    """Case and spaces make no other Termin."""
    return " ".join(titel.split()).casefold()
