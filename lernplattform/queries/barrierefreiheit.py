"""The accessibility statement as it stands, when it must be checked again, and the reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select

from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import db
from lernplattform.models.barrierefreiheit import (
    Ausnahmegrund,
    Barriereerklaerung,
    Barrieremeldung,
    Pruefart,
    Vereinbarkeit,
)

DIE_EINE = 1
OFFENE_HOECHSTENS = 200
ERLEDIGTE_HOECHSTENS = 50


@dataclass(frozen=True, slots=True)
class Ausnahme:
    """Something that is not accessible: what, in which sense of the law, why, and what instead."""

    inhalt: str
    art: Ausnahmegrund
    grund: str
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Erklaerung:
    """`ergaenzung`: what the Träger adds in its own words."""

    vereinbarkeit: Vereinbarkeit
    ausnahmen: tuple[Ausnahme, ...]
    erstellt_am: date
    geprueft_am: date
    pruefart: Pruefart
    pruefweise: str
    durchsetzungsstelle: str
    durchsetzung_telefon: str
    durchsetzung_email: str
    durchsetzung_url: str
    traeger: str = ""
    email: str = ""
    telefon: str = ""
    gebaerdensprache_url: str = ""
    ergaenzung: str = ""

    def pruefung_faellig(self, jetzt: datetime) -> bool:
        return ist_pruefung_faellig(self.geprueft_am, jetzt)


@dataclass(frozen=True, slots=True)
class Barrierelage:
    """What the Verwaltung is told at the door: `offen` reports wait for an answer."""

    offen: int
    pruefung_faellig: bool


def ist_pruefung_faellig(geprueft_am: date, jetzt: datetime) -> bool:
    return jetzt.astimezone(ORTSZEIT).date() >= naechste_pruefung(geprueft_am)


def naechste_pruefung(geprueft_am: date) -> date:
    """The same day of the next year; after 29 February the 1 March."""
    try:
        return geprueft_am.replace(year=geprueft_am.year + 1)
    except ValueError:
        return date(geprueft_am.year + 1, 3, 1)


def lies_erklaerung() -> Erklaerung | None:
    """None until the Verwaltung wrote it."""
    zeile = db.session.get(Barriereerklaerung, DIE_EINE)
    if zeile is None:
        return None
    felder = {name: getattr(zeile, name) for name in Erklaerung.__slots__ if name != "ausnahmen"}
    ausnahmen = tuple(
        Ausnahme(**{**a, "art": Ausnahmegrund(a["art"])})  # type: ignore[arg-type]
        for a in zeile.ausnahmen
    )
    return Erklaerung(ausnahmen=ausnahmen, **felder)


def lies_barrierelage(jetzt: datetime) -> Barrierelage:
    """One statement, for pages with many others. Nothing is due before there is a statement."""
    geprueft = select(Barriereerklaerung.geprueft_am).where(Barriereerklaerung.id == DIE_EINE)
    offene = select(func.count()).where(Barrieremeldung.erledigt_am.is_(None))
    anfrage = select(geprueft.scalar_subquery(), offene.scalar_subquery())
    geprueft_am, offen = db.session.execute(anfrage).one()
    faellig = geprueft_am is not None and ist_pruefung_faellig(geprueft_am, jetzt)
    return Barrierelage(offen, faellig)


def list_offene_meldungen() -> Sequence[Row[Any]]:
    """The oldest first: it has waited longest."""
    return db.session.execute(
        _meldungen()
        .where(Barrieremeldung.erledigt_am.is_(None))
        .order_by(Barrieremeldung.id)
        .limit(OFFENE_HOECHSTENS)
    ).all()


def list_erledigte_meldungen() -> Sequence[Row[Any]]:
    return db.session.execute(
        _meldungen()
        .where(Barrieremeldung.erledigt_am.is_not(None))
        .order_by(Barrieremeldung.id.desc())
        .limit(ERLEDIGTE_HOECHSTENS)
    ).all()


def _meldungen() -> Any:
    return select(
        Barrieremeldung.id,
        Barrieremeldung.text,
        Barrieremeldung.seite,
        Barrieremeldung.email,
        Barrieremeldung.eingegangen_am,
        Barrieremeldung.erledigt_am,
    )
