"""What a person has done (facts that only grow) and the summaries derived from it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lernplattform.core.datenschutz import EXPORT, INTERN, LOESCHEN
from lernplattform.core.db import Model, Zeitpunkt, aufzaehlung


class Abschlussart(StrEnum):
    LEKTION = "lektion"
    SZENARIO = "szenario"
    MODUL = "modul"
    KURS = "kurs"


class Abschluss(Model):
    """Done: append-only (triggers). One row per thing and Fassung; the Fassung of a Modul and
    of a Kurs is always 1, its hash the version of the whole catalogue."""

    __tablename__ = "abschluss"
    __datenschutz__ = LOESCHEN
    __table_args__ = (UniqueConstraint("person_id", "art", "inhalt_id", "fassung"),)

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), info=INTERN)
    art: Mapped[Abschlussart] = mapped_column(aufzaehlung(Abschlussart), info=EXPORT)
    inhalt_id: Mapped[str] = mapped_column(String(100), info=EXPORT)
    fassung: Mapped[int] = mapped_column(info=EXPORT)
    hash: Mapped[str] = mapped_column(String(64), info=EXPORT)
    am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)


class Modulfortschritt(Model):
    """Summary per person and Modul, written with the fact that changes it."""

    __tablename__ = "modulfortschritt"
    __datenschutz__ = LOESCHEN

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, info=INTERN
    )
    modul_id: Mapped[str] = mapped_column(String(100), primary_key=True, info=EXPORT)
    erledigt: Mapped[int] = mapped_column(default=0, info=EXPORT)
    zuletzt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    geschafft_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)


class Reflexion(Model):
    """A thought on an open question. Private unless shared; then the trainer may answer.

    `stelle`: the number of the Reflexion in a Lektion, or the Knoten of a Szenario.
    """

    __tablename__ = "reflexion"
    __datenschutz__ = LOESCHEN
    __table_args__ = (UniqueConstraint("person_id", "inhalt_id", "stelle"),)

    id: Mapped[int] = mapped_column(primary_key=True, info=EXPORT)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), info=INTERN)
    inhalt_id: Mapped[str] = mapped_column(String(100), info=EXPORT)
    stelle: Mapped[str] = mapped_column(String(100), info=EXPORT)
    text: Mapped[str] = mapped_column(Text, info=EXPORT)
    geaendert_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    geteilt_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, index=True, info=EXPORT)
    antwort: Mapped[str] = mapped_column(Text, default="", info=EXPORT)
    beantwortet_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
    beantwortet_von_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), info=INTERN)


class Durchsicht(Model):
    """A trainer reviewed a person's progress; the note is for the Lotse to read."""

    __tablename__ = "durchsicht"
    __datenschutz__ = LOESCHEN
    __table_args__ = (Index("ix_durchsicht_person_am", "person_id", "am"),)

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), info=INTERN)
    trainer_id: Mapped[int] = mapped_column(ForeignKey("person.id"), info=INTERN)
    notiz: Mapped[str] = mapped_column(Text, default="", info=EXPORT)
    am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
