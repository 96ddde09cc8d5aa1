"""People, what they are responsible for, and the one-use links that let them in."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lernplattform.core.datenschutz import EXPORT, INTERN, LOESCHEN
from lernplattform.core.db import Model, Zeitpunkt, aufzaehlung


class Rolle(StrEnum):
    LOTSE = "lotse"
    TRAINER = "trainer"
    KOORDINATION = "koordination"
    VERWALTUNG = "verwaltung"


class Linkart(StrEnum):
    EINLADUNG = "einladung"
    RUECKSETZEN = "ruecksetzen"


class Person(Model):
    """A login account, whatever the Rolle. Without `passwort_hash` nobody can sign in to it.

    `sprache` (of the interface) and `fachwortsprache` (of explained words) are None until they
    are chosen. `einfach_lesen` prefers the plain-language twin of a Lektion. `gesehene_hinweise`
    names the first-visit hints that were closed.
    """

    __tablename__ = "person"
    __datenschutz__ = LOESCHEN
    __table_args__ = (
        CheckConstraint("email IS NOT NULL OR benutzername IS NOT NULL", name="kennung"),
        Index("ix_person_sortierung", "sortierschluessel", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=EXPORT)
    vorname: Mapped[str] = mapped_column(String(100), info=EXPORT)
    nachname: Mapped[str] = mapped_column(String(100), info=EXPORT)
    email: Mapped[str | None] = mapped_column(String(254), unique=True, info=EXPORT)
    benutzername: Mapped[str | None] = mapped_column(String(60), unique=True, info=EXPORT)
    sprache: Mapped[str | None] = mapped_column(String(8), info=EXPORT)
    fachwortsprache: Mapped[str | None] = mapped_column(String(8), info=EXPORT)
    einfach_lesen: Mapped[bool] = mapped_column(default=False, info=EXPORT)
    gesehene_hinweise: Mapped[list[str]] = mapped_column(JSON, default=list, info=EXPORT)
    passwort_hash: Mapped[str | None] = mapped_column(String(255), info=INTERN)
    aktiv: Mapped[bool] = mapped_column(default=True, info=EXPORT)
    angelegt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    sortierschluessel: Mapped[str] = mapped_column(
        String(255, collation="C").with_variant(String(255, collation="BINARY"), "sqlite"),
        info=INTERN,
    )

    zustaendigkeiten: Mapped[list["Zustaendigkeit"]] = relationship(
        back_populates="person", cascade="all, delete-orphan"
    )

    @property
    def name(self) -> str:
        return f"{self.vorname} {self.nachname}".strip()


class Zustaendigkeit(Model):
    """A person holds a Rolle at a Standort; only Verwaltung has none."""

    __tablename__ = "zustaendigkeit"
    __datenschutz__ = LOESCHEN
    __table_args__ = (
        CheckConstraint("(rolle = 'verwaltung') = (standort_id IS NULL)", name="standort"),
        UniqueConstraint("person_id", "rolle", "standort_id"),
        Index("ix_zustaendigkeit_standort", "standort_id", "rolle", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), info=INTERN)
    rolle: Mapped[Rolle] = mapped_column(aufzaehlung(Rolle), info=EXPORT)
    standort_id: Mapped[int | None] = mapped_column(ForeignKey("standort.id"), info=EXPORT)

    person: Mapped[Person] = relationship(back_populates="zustaendigkeiten")


class Suchwort(Model):
    """One folded word of a person's name or address; search is by prefix of it."""

    __tablename__ = "suchwort"
    __datenschutz__ = LOESCHEN

    wort: Mapped[str] = mapped_column(
        String(255, collation="C").with_variant(String(255, collation="BINARY"), "sqlite"),
        primary_key=True,
        info=INTERN,
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True, info=INTERN
    )


class Zugangslink(Model):
    """Einladung or password reset. Made when its mail is sent; only the hash is kept."""

    __tablename__ = "zugangslink"
    __datenschutz__ = LOESCHEN

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info=INTERN
    )
    art: Mapped[Linkart] = mapped_column(aufzaehlung(Linkart), info=EXPORT)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True, info=INTERN)
    erstellt_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    gueltig_bis: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    benutzt_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, info=EXPORT)
