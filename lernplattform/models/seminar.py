"""Vertiefungsseminare, their dates, and who takes part or waits."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lernplattform.core.datenschutz import EXPORT, INTERN, OHNE_PERSON
from lernplattform.core.db import Model, Zeitpunkt, aufzaehlung
from lernplattform.models.kursgruppe import NACHWEIS
from lernplattform.models.standort import Standort


class SeminarStatus(StrEnum):
    ENTWURF = "entwurf"
    VEROEFFENTLICHT = "veroeffentlicht"
    ABGESAGT = "abgesagt"


class SeminarBedingung(StrEnum):
    """What opens the sign-up: the Basisqualifizierung complete, or also confirmed."""

    VOLLSTAENDIG = "vollstaendig"
    BESTAETIGT = "bestaetigt"


class AnmeldungStatus(StrEnum):
    BESTAETIGT = "bestaetigt"
    WARTELISTE = "warteliste"
    ABGEMELDET = "abgemeldet"
    ABGESAGT = "abgesagt"


AKTIV = "status IN ('bestaetigt', 'warteliste')"


class Seminar(Model):
    """`letzter_rang` is the last `rang` given; it is read and raised under the row's lock."""

    __tablename__ = "seminar"
    __datenschutz__ = OHNE_PERSON
    __table_args__ = (
        CheckConstraint("plaetze > 0", name="plaetze"),
        Index("ix_seminar_beginn", "beginn", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    standort_id: Mapped[int] = mapped_column(ForeignKey("standort.id"), index=True, info=INTERN)
    titel: Mapped[str] = mapped_column(String(200), info=INTERN)
    beschreibung: Mapped[str] = mapped_column(Text, default="", info=INTERN)
    ort: Mapped[str] = mapped_column(String(300), info=INTERN)
    hessenweit: Mapped[bool] = mapped_column(default=False, info=INTERN)
    plaetze: Mapped[int] = mapped_column(info=INTERN)
    status: Mapped[SeminarStatus] = mapped_column(
        aufzaehlung(SeminarStatus), default=SeminarStatus.ENTWURF, info=INTERN
    )
    absage_grund: Mapped[str] = mapped_column(Text, default="", info=INTERN)
    bedingung: Mapped[SeminarBedingung] = mapped_column(
        aufzaehlung(SeminarBedingung), default=SeminarBedingung.VOLLSTAENDIG, info=INTERN
    )
    verlangte_module: Mapped[list[str]] = mapped_column(JSON, default=list, info=INTERN)
    beginn: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
    anmeldung_bis: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
    abmeldung_bis: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
    nachruecken_bis: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
    letzter_rang: Mapped[int] = mapped_column(default=0, info=INTERN)

    standort: Mapped[Standort] = relationship()
    termine: Mapped[list["Termin"]] = relationship(
        order_by="Termin.beginn", cascade="all, delete-orphan"
    )


class Termin(Model):
    """A date of a Seminar; `Seminar.beginn` is the beginning of the first."""

    __tablename__ = "termin"
    __datenschutz__ = OHNE_PERSON
    __table_args__ = (CheckConstraint("ende > beginn", name="ende"),)

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    seminar_id: Mapped[int] = mapped_column(
        ForeignKey("seminar.id", ondelete="CASCADE"), index=True, info=INTERN
    )
    beginn: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
    ende: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)


class Anmeldung(Model):
    """A booking. `rang` orders the waiting list and is never taken from a time."""

    __tablename__ = "anmeldung"
    __datenschutz__ = NACHWEIS
    __table_args__ = (
        UniqueConstraint("seminar_id", "rang"),
        Index(
            "uq_anmeldung_aktiv",
            "person_id",
            "seminar_id",
            unique=True,
            sqlite_where=text(AKTIV),
            postgresql_where=text(AKTIV),
        ),
        Index("ix_anmeldung_seminar_status_rang", "seminar_id", "status", "rang"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    seminar_id: Mapped[int] = mapped_column(ForeignKey("seminar.id"), info=EXPORT)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), info=INTERN)
    status: Mapped[AnmeldungStatus] = mapped_column(aufzaehlung(AnmeldungStatus), info=EXPORT)
    rang: Mapped[int] = mapped_column(info=EXPORT)
    grund: Mapped[str] = mapped_column(String(40), info=EXPORT)
    angemeldet_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    geaendert_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)


class Platzwechsel(Model):
    """Each move of an Anmeldung with its reason code, which pages show as a sentence."""

    __tablename__ = "platzwechsel"
    __datenschutz__ = NACHWEIS

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    anmeldung_id: Mapped[int] = mapped_column(ForeignKey("anmeldung.id"), index=True, info=INTERN)
    status: Mapped[AnmeldungStatus] = mapped_column(aufzaehlung(AnmeldungStatus), info=EXPORT)
    grund: Mapped[str] = mapped_column(String(40), info=EXPORT)
    am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
