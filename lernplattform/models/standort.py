"""Träger and their Standorte, with the rules that a Standort decides; the legal pages."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lernplattform.core.datenschutz import INTERN, OHNE_PERSON
from lernplattform.core.db import Model, Zeitpunkt, aufzaehlung


class Rechtsseite(StrEnum):
    DATENSCHUTZ = "datenschutz"
    IMPRESSUM = "impressum"
    BARRIEREFREIHEIT = "barrierefreiheit"


class Traeger(Model):
    __tablename__ = "traeger"
    __datenschutz__ = OHNE_PERSON

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    name: Mapped[str] = mapped_column(String(200), unique=True, info=INTERN)


class Standort(Model):
    """`mindest_ue_praesenz` is set when it is created: 0 means online only, nothing is assumed.

    Four eyes may be switched off only with a reason.
    """

    __tablename__ = "standort"
    __datenschutz__ = OHNE_PERSON
    __table_args__ = (
        CheckConstraint("mindest_ue_praesenz >= 0", name="mindest_ue_praesenz"),
        CheckConstraint("vier_augen OR vier_augen_grund <> ''", name="vier_augen_grund"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    traeger_id: Mapped[int] = mapped_column(ForeignKey("traeger.id"), index=True, info=INTERN)
    name: Mapped[str] = mapped_column(String(200), unique=True, info=INTERN)
    mindest_ue_praesenz: Mapped[int] = mapped_column(info=INTERN)
    durchsicht_noetig: Mapped[bool] = mapped_column(default=True, info=INTERN)
    vier_augen: Mapped[bool] = mapped_column(default=True, info=INTERN)
    vier_augen_grund: Mapped[str] = mapped_column(Text, default="", info=INTERN)

    traeger: Mapped[Traeger] = relationship()


class OertlicherEintrag(Model):
    """What a Standort wrote for one entry of `oertlich.yaml`: a number to call, a text, or both."""

    __tablename__ = "oertlicher_eintrag"
    __datenschutz__ = OHNE_PERSON

    standort_id: Mapped[int] = mapped_column(
        ForeignKey("standort.id"), primary_key=True, info=INTERN
    )
    angabe_id: Mapped[str] = mapped_column(String(100), primary_key=True, info=INTERN)
    telefon: Mapped[str] = mapped_column(String(40), default="", info=INTERN)
    text: Mapped[str] = mapped_column(Text, default="", info=INTERN)
    geaendert_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)


class Rechtstext(Model):
    """A legal page of this platform. While one is missing, only staff that can mend it gets in."""

    __tablename__ = "rechtstext"
    __datenschutz__ = OHNE_PERSON

    art: Mapped[Rechtsseite] = mapped_column(
        aufzaehlung(Rechtsseite), primary_key=True, info=INTERN
    )
    text: Mapped[str] = mapped_column(Text, info=INTERN)
    geaendert_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
