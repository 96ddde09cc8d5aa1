"""Attempts at Szenarien: the run, its answers, and anonymous counters beside them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from lernplattform.core.datenschutz import EXPORT, INTERN, OHNE_PERSON, Schicksal, Umgang
from lernplattform.core.db import Model, Zeitpunkt, aufzaehlung


class DurchlaufStatus(StrEnum):
    OFFEN = "offen"
    BEENDET = "beendet"
    ABGEBROCHEN = "abgebrochen"


class Durchlauf(Model):
    """One attempt, pinned to the version it began with (`inhalt_hash`).

    `knoten`, `merker`, `schritt` are the present state; `punkte_*` is S as a fraction, None
    for a story without scored decision and while open. `person_id` is None after erasure.
    """

    __tablename__ = "durchlauf"
    __datenschutz__ = Umgang(Schicksal.ANONYMISIEREN)
    __table_args__ = (
        Index(
            "uq_durchlauf_offen",
            "person_id",
            "szenario_id",
            unique=True,
            sqlite_where=text("status = 'offen'"),
            postgresql_where=text("status = 'offen'"),
        ),
        Index("ix_durchlauf_person_szenario", "person_id", "szenario_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=EXPORT)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), info=INTERN)
    szenario_id: Mapped[str] = mapped_column(String(100), info=EXPORT)
    inhalt_hash: Mapped[str] = mapped_column(ForeignKey("inhaltsfassung.hash"), info=INTERN)
    fassung: Mapped[int] = mapped_column(info=EXPORT)
    status: Mapped[DurchlaufStatus] = mapped_column(aufzaehlung(DurchlaufStatus), info=EXPORT)
    ist_erster: Mapped[bool] = mapped_column(info=INTERN)
    knoten: Mapped[str] = mapped_column(String(100), info=EXPORT)
    merker: Mapped[list[str]] = mapped_column(JSON, info=EXPORT)
    schritt: Mapped[int] = mapped_column(default=0, info=EXPORT)
    begonnen_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    zuletzt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    beendet_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
    punkte_zaehler: Mapped[int | None] = mapped_column(info=EXPORT)
    punkte_nenner: Mapped[int | None] = mapped_column(info=EXPORT)
    bestanden: Mapped[bool | None] = mapped_column(info=EXPORT)


class Antwort(Model):
    """One answer, append-only (triggers). One row per step, whatever is sent how often.

    `eingabe` is the raw answer without free text. `wert_*` is v as a fraction, None if the
    question is not scored. `folgeknoten` is where the story went on.
    """

    __tablename__ = "antwort"
    __datenschutz__ = Umgang(Schicksal.ANONYMISIEREN)
    __table_args__ = (
        UniqueConstraint("durchlauf_id", "schritt"),
        CheckConstraint("sicherheit BETWEEN 1 AND 3", name="sicherheit"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=EXPORT)
    durchlauf_id: Mapped[int] = mapped_column(ForeignKey("durchlauf.id"), info=EXPORT)
    schritt: Mapped[int] = mapped_column(info=EXPORT)
    knoten: Mapped[str] = mapped_column(String(100), info=EXPORT)
    folgeknoten: Mapped[str] = mapped_column(String(100), info=EXPORT)
    eingabe: Mapped[dict[str, Any]] = mapped_column(JSON, info=EXPORT)
    wert_zaehler: Mapped[int | None] = mapped_column(info=EXPORT)
    wert_nenner: Mapped[int | None] = mapped_column(info=EXPORT)
    gefaehrlich: Mapped[bool] = mapped_column(default=False, info=EXPORT)
    sicherheit: Mapped[int | None] = mapped_column(info=EXPORT)
    ist_erstbegegnung: Mapped[bool] = mapped_column(info=EXPORT)
    schnell: Mapped[bool] = mapped_column(default=False, info=INTERN)
    am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)


class Auswahlzaehler(Model):
    """How often an option was chosen in first Durchläufe, not counting `schnell`.

    Additive, so item statistics stay flat. `scheibe` spreads the writers over several rows on
    PostgreSQL; sum over it. `option` is empty for the whole Knoten.
    """

    __tablename__ = "auswahlzaehler"
    __datenschutz__ = OHNE_PERSON

    szenario_id: Mapped[str] = mapped_column(String(100), primary_key=True, info=INTERN)
    fassung: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=INTERN)
    knoten: Mapped[str] = mapped_column(String(100), primary_key=True, info=INTERN)
    option: Mapped[str] = mapped_column(String(100), primary_key=True, info=INTERN)
    scheibe: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=INTERN)
    anzahl: Mapped[int] = mapped_column(default=0, info=INTERN)
