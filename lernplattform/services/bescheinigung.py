"""Issuing a Bescheinigung: a random number, and a snapshot of what was confirmed."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.qualifizierung import Bescheinigung
from lernplattform.queries.qualifizierung import Vorgang
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


def stelle_aus(vorgang: Vorgang, von: Angemeldet, katalog: Katalog, jetzt: datetime) -> str:
    """Issue one; the answer is its number."""
    nummer = neue_nummer()
    db.session.add(
        Bescheinigung(
            qualifizierung_id=vorgang.qualifizierung.id,
            nummer=nummer,
            vorlage=VORLAGE,
            schnappschuss=_schnappschuss(vorgang, von, katalog, jetzt),
            ausgestellt_am=jetzt,
        )
    )
    return nummer


def _schnappschuss(
    vorgang: Vorgang, von: Angemeldet, katalog: Katalog, jetzt: datetime
) -> dict[str, Any]:
    """Everything that the paper shows, as it was on this day; no score."""
    return {
        "vorname": vorgang.person.vorname,
        "nachname": vorgang.person.nachname,
        "kurs": katalog.basis.titel,
        "standort": vorgang.standort.name,
        "traeger": vorgang.traeger.name,
        "module": _module(vorgang.person.id, katalog),
        "ue": vorgang.besuchte_ue,
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
