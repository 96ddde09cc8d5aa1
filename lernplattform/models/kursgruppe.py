"""Kursgruppen: people who take the Basisqualifizierung together, and their evenings."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lernplattform.core.datenschutz import EXPORT, INTERN, LOESCHEN, OHNE_PERSON, Schicksal, Umgang
from lernplattform.core.db import Model, Zeitpunkt
from lernplattform.models.standort import Standort

NACHWEIS = Umgang(
    Schicksal.BEHALTEN,
    grund="Nachweis gegenüber dem Fördergeber",
    frist="bis zum Ende der Aufbewahrung, die der Träger festlegt",
)


class Kursgruppe(Model):
    __tablename__ = "kursgruppe"
    __datenschutz__ = OHNE_PERSON

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    standort_id: Mapped[int] = mapped_column(ForeignKey("standort.id"), index=True, info=INTERN)
    name: Mapped[str] = mapped_column(String(200), info=INTERN)
    hessenweit: Mapped[bool] = mapped_column(default=False, info=INTERN)

    standort: Mapped[Standort] = relationship()


class Gruppenmitglied(Model):
    """A Lotse in a Kursgruppe."""

    __tablename__ = "gruppenmitglied"
    __datenschutz__ = LOESCHEN

    kursgruppe_id: Mapped[int] = mapped_column(
        ForeignKey("kursgruppe.id", ondelete="CASCADE"), primary_key=True, info=EXPORT
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True, info=INTERN
    )


class Gruppenleitung(Model):
    """A Trainer of a Kursgruppe."""

    __tablename__ = "gruppenleitung"
    __datenschutz__ = LOESCHEN

    kursgruppe_id: Mapped[int] = mapped_column(
        ForeignKey("kursgruppe.id", ondelete="CASCADE"), primary_key=True, info=EXPORT
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True, info=INTERN
    )


class Praesenztermin(Model):
    """A presence date of a Kursgruppe, worth `ue` Unterrichtseinheiten of 45 minutes."""

    __tablename__ = "praesenztermin"
    __datenschutz__ = OHNE_PERSON
    __table_args__ = (CheckConstraint("ue > 0", name="ue"),)

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    kursgruppe_id: Mapped[int] = mapped_column(
        ForeignKey("kursgruppe.id", ondelete="CASCADE"), index=True, info=INTERN
    )
    datum: Mapped[date] = mapped_column(Date, info=INTERN)
    titel: Mapped[str] = mapped_column(String(200), info=INTERN)
    ue: Mapped[int] = mapped_column(info=INTERN)


class Teilnahme(Model):
    """How many UE of a Praesenztermin a person attended: 0 to all of them.

    `korrektur_grund`: why the number was changed after it was first recorded, one line for each
    time; empty before.
    """

    __tablename__ = "teilnahme"
    __datenschutz__ = NACHWEIS
    __table_args__ = (CheckConstraint("ue >= 0", name="ue"),)

    praesenztermin_id: Mapped[int] = mapped_column(
        ForeignKey("praesenztermin.id"), primary_key=True, info=EXPORT
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, index=True, info=INTERN
    )
    ue: Mapped[int] = mapped_column(info=EXPORT)
    erfasst_von_id: Mapped[int] = mapped_column(ForeignKey("person.id"), info=INTERN)
    erfasst_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=EXPORT)
    korrektur_grund: Mapped[str] = mapped_column(Text, default="", info=EXPORT)
