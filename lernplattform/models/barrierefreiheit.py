"""The accessibility statement of this platform, and the barriers that people report."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from lernplattform.core.datenschutz import INTERN, OHNE_PERSON, Schicksal, Umgang
from lernplattform.core.db import Model, Zeitpunkt, aufzaehlung

MELDUNG = Umgang(
    Schicksal.BEHALTEN,
    grund="Die Verordnung verlangt eine Antwort auf jede Meldung; ohne Bezug zu einem Konto",
    frist="ein Jahr nach dem Erledigen",
)


class Vereinbarkeit(StrEnum):
    VOLLSTAENDIG = "vollstaendig"
    TEILWEISE = "teilweise"
    NICHT = "nicht"


class Pruefart(StrEnum):
    """How the statement was arrived at: by ourselves, or by somebody paid to look."""

    SELBSTBEWERTUNG = "selbstbewertung"
    DRITTE = "dritte"


class Ausnahmegrund(StrEnum):
    UNVEREINBAR = "unvereinbar"
    UNVERHAELTNISMAESSIG = "unverhaeltnismaessig"
    AUSSERHALB = "ausserhalb"


class Barriereerklaerung(Model):
    """One row, or none until the Verwaltung wrote it. Without a contact it cannot be stored.

    `ausnahmen`: a list of {inhalt, art, grund, alternative}, always replaced as a whole.
    """

    __tablename__ = "barriereerklaerung"
    __datenschutz__ = OHNE_PERSON
    __table_args__ = (
        CheckConstraint("id = 1", name="eine"),
        CheckConstraint("traeger <> ''", name="traeger"),
        CheckConstraint("email <> '' OR telefon <> ''", name="kontakt"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=INTERN)
    vereinbarkeit: Mapped[Vereinbarkeit] = mapped_column(aufzaehlung(Vereinbarkeit), info=INTERN)
    ausnahmen: Mapped[list[dict[str, str]]] = mapped_column(JSON, info=INTERN)
    erstellt_am: Mapped[date] = mapped_column(info=INTERN)
    geprueft_am: Mapped[date] = mapped_column(info=INTERN)
    pruefart: Mapped[Pruefart] = mapped_column(aufzaehlung(Pruefart), info=INTERN)
    pruefweise: Mapped[str] = mapped_column(Text, info=INTERN)
    traeger: Mapped[str] = mapped_column(String(200), info=INTERN)
    email: Mapped[str] = mapped_column(String(254), info=INTERN)
    telefon: Mapped[str] = mapped_column(String(40), info=INTERN)
    durchsetzungsstelle: Mapped[str] = mapped_column(Text, info=INTERN)
    durchsetzung_telefon: Mapped[str] = mapped_column(String(40), info=INTERN)
    durchsetzung_email: Mapped[str] = mapped_column(String(254), info=INTERN)
    durchsetzung_url: Mapped[str] = mapped_column(String(500), info=INTERN)
    gebaerdensprache_url: Mapped[str] = mapped_column(String(500), info=INTERN)
    ergaenzung: Mapped[str] = mapped_column(Text, info=INTERN)
    geaendert_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)


class Barrieremeldung(Model):
    """What somebody could not use. Anybody may report; the address is there only for an answer."""

    __tablename__ = "barrieremeldung"
    __datenschutz__ = MELDUNG

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERN)
    text: Mapped[str] = mapped_column(Text, info=INTERN)
    seite: Mapped[str] = mapped_column(String(300), info=INTERN)
    email: Mapped[str] = mapped_column(String(254), info=INTERN)
    eingegangen_am: Mapped[datetime] = mapped_column(Zeitpunkt, info=INTERN)
    erledigt_am: Mapped[datetime | None] = mapped_column(Zeitpunkt, index=True, info=INTERN)
