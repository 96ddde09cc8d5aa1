"""The outbox: a mail is a row, written with the act that causes it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from lernplattform.core.datenschutz import EXPORT, INTERN, LOESCHEN
from lernplattform.core.db import Model, Zeitpunkt


class Nachricht(Model):
    """`daten` feeds the Vorlage and never holds a secret: links are made at sending.

    Waiting: neither sent nor given up. `gemietet_bis` is the lease of the sender at work.
    """

    __tablename__ = "nachricht"
    __datenschutz__ = LOESCHEN
    __table_args__ = (
        Index("ix_nachricht_faellig", "gesendet_am", "aufgegeben_am", "naechster_versuch_am"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info=INTERN
    )
    vorlage: Mapped[str] = mapped_column(String(60), info=EXPORT)
    daten: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=EXPORT)
    message_id: Mapped[str] = mapped_column(String(255), unique=True, info=INTERN)
    erstellt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    naechster_versuch_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
    gemietet_bis: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=INTERN)
    versuche: Mapped[int] = mapped_column(default=0, info=INTERN)
    letzter_fehler: Mapped[str] = mapped_column(Text, default="", info=INTERN)
    gesendet_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
    aufgegeben_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=INTERN)


class Postfacheintrag(Model):
    """A mail as it would have left: only the demo delivers here, for its mailbox page."""

    __tablename__ = "postfacheintrag"
    __datenschutz__ = LOESCHEN

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), info=INTERN)
    an: Mapped[str] = mapped_column(String(254), info=INTERN)
    betreff: Mapped[str] = mapped_column(String(255), info=INTERN)
    text: Mapped[str] = mapped_column(Text, info=INTERN)
    html: Mapped[str] = mapped_column(Text, info=INTERN)
    am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
