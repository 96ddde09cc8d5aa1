"""Signed-in sessions and failed tries, kept in the database so that all workers share them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from lernplattform.core.datenschutz import EXPORT, INTERN, LOESCHEN, OHNE_PERSON
from lernplattform.core.db import Model, Zeitpunkt


class Sitzung(Model):
    """One sign-in. The cookie holds the token, this row its hash."""

    __tablename__ = "sitzung"
    __datenschutz__ = LOESCHEN

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info=INTERN
    )
    begonnen_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    zuletzt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)


class Fehlversuch(Model):
    """A failed try that counts against a limit. `schluessel` is a hash: no name, no address."""

    __tablename__ = "fehlversuch"
    __datenschutz__ = OHNE_PERSON
    __table_args__ = (Index("ix_fehlversuch_schluessel_am", "schluessel", "am"),)

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    schluessel: Mapped[str] = mapped_column(String(64), info=INTERN)
    am: Mapped[datetime] = mapped_column(Zeitpunkt, index=True, info=INTERN)
