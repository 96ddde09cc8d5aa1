"""The state of a Qualifizierung, and the Bescheinigung that proves it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lernplattform.core.datenschutz import EXPORT, INTERN
from lernplattform.core.db import Model, Zeitpunkt, aufzaehlung
from lernplattform.models.kursgruppe import NACHWEIS


class QualifizierungStand(StrEnum):
    """`laeuft` and `vollstaendig` are derived from facts; the others are acts of people."""

    LAEUFT = "laeuft"
    VOLLSTAENDIG = "vollstaendig"
    BESTAETIGT = "bestaetigt"
    WIDERRUFEN = "widerrufen"


class Qualifizierung(Model):
    """One Lotse at one Standort on the way through the Basisqualifizierung."""

    __tablename__ = "qualifizierung"
    __datenschutz__ = NACHWEIS
    __table_args__ = (
        UniqueConstraint("person_id", "standort_id"),
        Index("ix_qualifizierung_standort_stand", "standort_id", "stand", "person_id"),
        CheckConstraint(
            "stand NOT IN ('bestaetigt', 'widerrufen') OR bestaetigt_am IS NOT NULL",
            name="bestaetigt",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), info=INTERN)
    standort_id: Mapped[int] = mapped_column(ForeignKey("standort.id"), info=EXPORT)
    stand: Mapped[QualifizierungStand] = mapped_column(
        aufzaehlung(QualifizierungStand), default=QualifizierungStand.LAEUFT, info=EXPORT
    )
    vollstaendig_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
    bestaetigt_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
    bestaetigt_von_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), info=INTERN)
    zurueckgegeben_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
    rueckgabe_grund: Mapped[str] = mapped_column(Text, default="", info=EXPORT)
    widerrufen_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
    widerruf_grund: Mapped[str] = mapped_column(Text, default="", info=EXPORT)


class Bescheinigung(Model):
    """Number and snapshot of what was confirmed. The PDF is made from the snapshot on download.

    `schnappschuss` is None after erasure; number, date and the revoked bit live on.
    """

    __tablename__ = "bescheinigung"
    __datenschutz__ = NACHWEIS

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    qualifizierung_id: Mapped[int | None] = mapped_column(
        ForeignKey("qualifizierung.id"), index=True, info=INTERN
    )
    nummer: Mapped[str] = mapped_column(String(40), unique=True, info=EXPORT)
    vorlage: Mapped[int] = mapped_column(default=1, info=INTERN)
    schnappschuss: Mapped[dict[str, Any] | None] = mapped_column(JSON, info=EXPORT)
    ausgestellt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    widerrufen_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
