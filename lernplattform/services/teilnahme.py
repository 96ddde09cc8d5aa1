"""Recording who attended a Präsenztermin, and how many UE."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import exists, or_, select

from kurse.katalog import Katalog
from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, Konflikt, NichtGefunden
from lernplattform.models.kursgruppe import (
    Gruppenmitglied,
    Kursgruppe,
    Praesenztermin,
    Teilnahme,
)
from lernplattform.models.person import Person
from lernplattform.queries.teilnahme import lies_ue_staende
from lernplattform.rechte import Angemeldet, kursgruppen_der_begleitung
from lernplattform.services.fortschritt import pruefe_vollstaendigkeit
from lernplattform.services.protokoll import protokolliere


def erfasse_teilnahme(
    angemeldet: Angemeldet,
    katalog: Katalog,
    termin_id: int,
    eintraege: Mapping[int, int | None],
    grund: str,
    jetzt: datetime,
) -> int:
    """Record UE by person id (None: nothing typed); how many records are new or different.

    What is recorded once is changed only with a reason and never taken away. Raises Konflikt
    before the day, EingabeUngueltig("ue_<person id>" or "grund", …).
    """
    termin = sperre_termin(angemeldet, termin_id)
    if termin.datum > jetzt.astimezone(ORTSZEIT).date():
        raise Konflikt("termin_spaeter")
    bisher = lies_teilnahmen(termin)
    neu = _neue_werte(termin, eintraege, bisher)
    if not grund and neu.keys() & bisher.keys():
        raise EingabeUngueltig("grund", "grund_fehlt")
    if not neu:
        return 0
    _sperre_mitglieder(termin, neu, bisher)
    mehr = {person_id: ue - _ue(bisher, person_id) for person_id, ue in neu.items()}
    _schreibe(angemeldet, termin, bisher, neu, grund, jetzt)
    _pruefe_betroffene(katalog, mehr, jetzt)
    return len(neu)


def sperre_termin(angemeldet: Angemeldet, termin_id: int) -> Praesenztermin:
    """Two trainers who record the same evening do it one after the other."""
    termin = db.session.scalars(
        select(Praesenztermin)
        .join(Kursgruppe, Kursgruppe.id == Praesenztermin.kursgruppe_id)
        .where(Praesenztermin.id == termin_id, kursgruppen_der_begleitung(angemeldet))
        .with_for_update(of=Praesenztermin)
    ).one_or_none()
    if termin is None:
        raise NichtGefunden
    return termin


def lies_teilnahmen(termin: Praesenztermin) -> dict[int, Teilnahme]:
    """By person id."""
    zeilen = db.session.scalars(select(Teilnahme).where(Teilnahme.praesenztermin_id == termin.id))
    return {zeile.person_id: zeile for zeile in zeilen}


def _neue_werte(
    termin: Praesenztermin, eintraege: Mapping[int, int | None], bisher: Mapping[int, Teilnahme]
) -> dict[int, int]:
    neu: dict[int, int] = {}
    for person_id, ue in eintraege.items():
        if ue is None:
            if person_id in bisher:
                raise EingabeUngueltig(f"ue_{person_id}", "ue_geleert")
        elif not 0 <= ue <= termin.ue:
            raise EingabeUngueltig(f"ue_{person_id}", "ue_ausserhalb")
        elif person_id not in bisher or bisher[person_id].ue != ue:
            neu[person_id] = ue
    return neu


def _sperre_mitglieder(
    termin: Praesenztermin, person_ids: Iterable[int], bisher: Iterable[int]
) -> None:
    """Before anything about them is written, so that the sums read later are complete: two
    evenings recorded at once could otherwise each miss the other's UE.

    Raises NichtGefunden for whoever neither belongs to the Kursgruppe nor attended before.
    """
    verlangt = set(person_ids)
    mitglied = exists(
        select(Gruppenmitglied.person_id).where(
            Gruppenmitglied.person_id == Person.id,
            Gruppenmitglied.kursgruppe_id == termin.kursgruppe_id,
        )
    )
    gesperrt = db.session.scalars(
        select(Person.id)
        .where(Person.id.in_(sorted(verlangt)), or_(mitglied, Person.id.in_(sorted(bisher))))
        .order_by(Person.id)
        .with_for_update(key_share=True, of=Person)
    )
    if verlangt - set(gesperrt):
        raise NichtGefunden


def _ue(bisher: Mapping[int, Teilnahme], person_id: int) -> int:
    return bisher[person_id].ue if person_id in bisher else 0


def _schreibe(
    angemeldet: Angemeldet,
    termin: Praesenztermin,
    bisher: Mapping[int, Teilnahme],
    neu: Mapping[int, int],
    grund: str,
    jetzt: datetime,
) -> None:
    wer = angemeldet.person_id
    for person_id, ue in neu.items():
        if (zeile := bisher.get(person_id)) is None:
            zeile = Teilnahme(praesenztermin_id=termin.id, person_id=person_id)
            db.session.add(zeile)
        else:
            zeile.korrektur_grund = "\n".join(filter(None, (zeile.korrektur_grund, grund)))
            _protokolliere_korrektur(wer, zeile, ue, jetzt)
        zeile.ue, zeile.erfasst_von_id, zeile.erfasst_am = ue, wer, jetzt
    if erste := len(neu.keys() - bisher.keys()):
        protokolliere("teilnahme_erfasst", wer, jetzt, praesenztermin_id=termin.id, personen=erste)


def _protokolliere_korrektur(wer: int, zeile: Teilnahme, ue: int, jetzt: datetime) -> None:
    protokolliere(
        "teilnahme_korrigiert",
        wer,
        jetzt,
        betroffen_id=zeile.person_id,
        praesenztermin_id=zeile.praesenztermin_id,
        vorher=zeile.ue,
        nachher=ue,
    )


def _pruefe_betroffene(katalog: Katalog, mehr: Mapping[int, int], jetzt: datetime) -> None:
    """Only who has enough UE now and had not before can have become vollstaendig."""
    for stand in lies_ue_staende(mehr):
        if stand.besucht - mehr[stand.person_id] < stand.noetig <= stand.besucht:
            pruefe_vollstaendigkeit(katalog, stand.person_id, jetzt)
