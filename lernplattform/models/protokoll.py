"""Who did what, without names: entries hold pseudonyms, a table of its own resolves them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from lernplattform.core.datenschutz import EXPORT, INTERN, LOESCHEN, Schicksal, Umgang
from lernplattform.core.db import Model, Zeitpunkt

PROTOKOLL = Umgang(
    Schicksal.BEHALTEN,
    grund="Nachvollziehbarkeit von Entscheidungen, ohne Personenbezug nach der Löschung",
    frist="bis zum Ende der Protokollfrist, die der Träger festlegt",
)


class Pseudonym(Model):
    """Person and pseudonym belong together until erasure deletes the row."""

    __tablename__ = "pseudonym"
    __datenschutz__ = LOESCHEN

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, info=INTERN
    )
    pseudonym: Mapped[str] = mapped_column(String(32), unique=True, info=INTERN)


class Protokolleintrag(Model):
    """One act, append-only (triggers). `daten` holds codes and ids, never names or texts."""

    __tablename__ = "protokolleintrag"
    __datenschutz__ = PROTOKOLL

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
    akteur: Mapped[str] = mapped_column(String(32), info=INTERN)
    akt: Mapped[str] = mapped_column(String(60), info=INTERN)
    betroffen: Mapped[str | None] = mapped_column(String(32), index=True, info=INTERN)
    daten: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=INTERN)


class Einsichtnahme(Model):
    """Staff looked at a person's data: who, whose, what, when."""

    __tablename__ = "einsichtnahme"
    __datenschutz__ = LOESCHEN
    __table_args__ = (Index("ix_einsichtnahme_person_am", "person_id", "am"),)

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), info=INTERN)
    wer_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), info=EXPORT)
    was: Mapped[str] = mapped_column(String(60), info=EXPORT)
    am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
