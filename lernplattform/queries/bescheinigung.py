"""The public check of a Bescheinigung: valid, revoked or unknown, and no name by itself."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.sortierung import sortierschluessel
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung
from lernplattform.models.standort import Standort


class Pruefstand(StrEnum):
    GUELTIG = "gueltig"
    WIDERRUFEN = "widerrufen"
    UNBEKANNT = "unbekannt"


@dataclass(frozen=True)
class Pruefergebnis:
    """`kurs` is None for an unknown number, and after the person's data were erased.

    `name` only if the surname was typed right; `name_falsch` says that it was not.
    """

    nummer: str
    stand: Pruefstand
    kurs: str | None = None
    ausgestellt_am: datetime | None = None
    widerrufen_am: datetime | None = None
    name: str | None = None
    name_falsch: bool = False


@dataclass(frozen=True)
class EigeneBescheinigung:
    id: int
    nummer: str
    standort: str
    ausgestellt_am: datetime
    widerrufen_am: datetime | None


def list_eigene(person_id: int) -> list[EigeneBescheinigung]:
    """The Bescheinigungen of a person, the latest first."""
    zeilen = db.session.execute(
        select(
            Bescheinigung.id,
            Bescheinigung.nummer,
            Standort.name,
            Bescheinigung.ausgestellt_am,
            Bescheinigung.widerrufen_am,
        )
        .join(Qualifizierung, Qualifizierung.id == Bescheinigung.qualifizierung_id)
        .join(Standort, Standort.id == Qualifizierung.standort_id)
        .where(Qualifizierung.person_id == person_id)
        .order_by(Bescheinigung.id.desc())
    )
    return [EigeneBescheinigung(*zeile) for zeile in zeilen]


def lies_eigene(person_id: int, bescheinigung_id: int) -> Bescheinigung:
    """One to download. Raises NichtGefunden if it is not the person's own, or revoked."""
    gefunden = db.session.scalars(
        select(Bescheinigung)
        .join(Qualifizierung, Qualifizierung.id == Bescheinigung.qualifizierung_id)
        .where(
            Bescheinigung.id == bescheinigung_id,
            Qualifizierung.person_id == person_id,
            Bescheinigung.widerrufen_am.is_(None),
        )
    ).one_or_none()
    if gefunden is None:
        raise NichtGefunden
    return gefunden


def normiere_nummer(nummer: str) -> str:
    """As printed: capitals in groups; blanks and missing hyphens are forgiven."""
    roh = "".join(zeichen for zeichen in nummer.upper() if zeichen.isalnum())
    return "-".join(roh[i : i + 4] for i in range(0, len(roh), 4))


def pruefe_nummer(nummer: str, nachname: str | None = None) -> Pruefergebnis:
    gesucht = normiere_nummer(nummer)
    zeile = db.session.scalars(
        select(Bescheinigung).where(Bescheinigung.nummer == gesucht)
    ).one_or_none()
    if zeile is None:
        return Pruefergebnis(gesucht, Pruefstand.UNBEKANNT)
    schnappschuss = zeile.schnappschuss or {}
    name = _name(schnappschuss, nachname)
    return Pruefergebnis(
        nummer=gesucht,
        stand=Pruefstand.WIDERRUFEN if zeile.widerrufen_am else Pruefstand.GUELTIG,
        kurs=schnappschuss.get("kurs"),
        ausgestellt_am=zeile.ausgestellt_am,
        widerrufen_am=zeile.widerrufen_am,
        name=name,
        name_falsch=bool(nachname) and name is None,
    )


def _name(schnappschuss: dict[str, Any], nachname: str | None) -> str | None:
    if not nachname or "nachname" not in schnappschuss:
        return None
    richtig = sortierschluessel(schnappschuss["nachname"]).encode()
    if not secrets.compare_digest(richtig, sortierschluessel(nachname).encode()):
        return None
    return f"{schnappschuss['vorname']} {schnappschuss['nachname']}".strip()
