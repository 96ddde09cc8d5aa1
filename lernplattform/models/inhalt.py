"""Content with a memory: immutable versions, and which of them are live."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from lernplattform.core.datenschutz import INTERN, OHNE_PERSON
from lernplattform.core.db import Model, Zeitpunkt


class Inhaltsfassung(Model):
    """One Lektion or Szenario exactly as it was, rendered. Never changed, never deleted."""

    __tablename__ = "inhaltsfassung"
    __datenschutz__ = OHNE_PERSON

    hash: Mapped[str] = mapped_column(String(64), primary_key=True, info=INTERN)
    inhalt_id: Mapped[str] = mapped_column(String(100), index=True, info=INTERN)
    art: Mapped[str] = mapped_column(String(16), info=INTERN)
    fassung: Mapped[int] = mapped_column(info=INTERN)
    daten: Mapped[dict[str, Any]] = mapped_column(JSON, info=INTERN)
    erstellt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)


class Katalogstand(Model):
    """A whole catalogue by reference to its Inhaltsfassungen. The newest is live."""

    __tablename__ = "katalogstand"
    __datenschutz__ = OHNE_PERSON

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    inhalt_version: Mapped[str] = mapped_column(String(64), info=INTERN)
    struktur: Mapped[dict[str, Any]] = mapped_column(JSON, info=INTERN)
    erstellt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
