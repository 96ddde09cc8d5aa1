"""Issuing a Bescheinigung: a random number, and a snapshot of what was confirmed."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.kursgruppe import Teilnahme
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet

# 32 signs that are not mistaken for each other: no I, O, 0, 1. 20 of them are 100 random bits.
ZEICHEN = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LAENGE = 20
GRUPPE = 4
VORLAGE = 1


def neue_nummer() -> str:
    """`ABCD-EFGH-JKLM-NPQR-STUV`"""
    zeichen = [secrets.choice(ZEICHEN) for _ in range(LAENGE)]
    gruppen = ["".join(zeichen[i : i + GRUPPE]) for i in range(0, LAENGE, GRUPPE)]
    return "-".join(gruppen)


def stelle_aus(
    qualifizierung: Qualifizierung, von: Angemeldet, katalog: Katalog, jetzt: datetime
) -> str:
    """Issue one; the answer is its number."""
    nummer = neue_nummer()
    db.session.add(
        Bescheinigung(
            qualifizierung_id=qualifizierung.id,
            nummer=nummer,
            vorlage=VORLAGE,
            schnappschuss=_schnappschuss(qualifizierung, von, katalog, jetzt),
            ausgestellt_am=jetzt,
        )
    )
    return nummer


def _schnappschuss(
    qualifizierung: Qualifizierung, von: Angemeldet, katalog: Katalog, jetzt: datetime
) -> dict[str, Any]:
    """Everything that the paper shows, as it was on this day; no score."""
    person = db.session.get_one(Person, qualifizierung.person_id)
    standort = db.session.get_one(Standort, qualifizierung.standort_id)
    return {
        "vorname": person.vorname,
        "nachname": person.nachname,
        "kurs": katalog.basis.titel,
        "standort": standort.name,
        "traeger": standort.traeger.name,
        "module": _module(person.id, katalog),
        "ue": _besuchte_ue(person.id),
        "bestaetigt_am": jetzt.isoformat(),
        "bestaetigt_von": von.name,
    }


def _module(person_id: int, katalog: Katalog) -> list[dict[str, str]]:
    """The done Module in the order of the course, with the day of completion."""
    zeilen = db.session.execute(
        select(Abschluss.inhalt_id, func.min(Abschluss.am).label("am"))
        .where(Abschluss.person_id == person_id, Abschluss.art == Abschlussart.MODUL)
        .group_by(Abschluss.inhalt_id)
    )
    am = {zeile.inhalt_id: zeile.am.isoformat() for zeile in zeilen}
    return [{"titel": m.titel, "am": am[m.id]} for m in katalog.basis.module if m.id in am]


def _besuchte_ue(person_id: int) -> int:
    summe = select(func.coalesce(func.sum(Teilnahme.ue), 0)).where(Teilnahme.person_id == person_id)
    return db.session.scalars(summe).one()
