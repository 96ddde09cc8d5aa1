"""Shared Reflexionen as a trainer reads them. Private ones never come out of here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, case, literal, select, tuple_
from sqlalchemy.orm import aliased

from kurse.katalog import Katalog
from kurse.kurs import Lektion
from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.kennung import GROESSTE
from lernplattform.models.fortschritt import Reflexion
from lernplattform.models.person import Person
from lernplattform.queries.begleitung import wartet_auf_antwort
from lernplattform.queries.seite import Seite, entpacke, verpacke
from lernplattform.rechte import Angemeldet, lotsen_der_begleitung

SEITENLAENGE = 30


@dataclass(frozen=True, slots=True)
class GeteilteReflexion:
    """`wo`: title of the Lektion or Szenario; `frage`: its question as safe HTML. Both are empty
    where the content has left the Katalog."""

    id: int
    person_id: int
    person: str
    wo: str
    frage: str
    text: str
    geteilt_am: datetime
    antwort: str
    beantwortet_am: datetime | None
    beantwortet_von: str
    wartet: bool


def list_geteilte(
    angemeldet: Angemeldet, katalog: Katalog, nach: str | None
) -> Seite[GeteilteReflexion]:
    """Of all own Kursgruppen: what waits for an answer first, the oldest on top, then what is
    answered, the latest on top."""
    ort = tuple_(*_reihenfolge())
    anfrage = _grundlage(angemeldet).order_by(*_reihenfolge()).limit(SEITENLAENGE + 1)
    if (marke := entpacke(nach)) is not None:
        anfrage = anfrage.where(ort > tuple_(*marke))
    gelesen = db.session.execute(anfrage).all()
    sichtbar = gelesen[:SEITENLAENGE]
    letzte = sichtbar[-1] if len(gelesen) > SEITENLAENGE else None
    weiter = verpacke((letzte.fach, letzte.stelle_im_fach)) if letzte else None
    return Seite(_werte(sichtbar, katalog), weiter)


def list_geteilte_von(
    angemeldet: Angemeldet, katalog: Katalog, person_id: int
) -> list[GeteilteReflexion]:
    """Those of one Lotse of the own Kursgruppen."""
    anfrage = _grundlage(angemeldet).where(Person.id == person_id)
    zeilen = db.session.execute(anfrage.order_by(*_reihenfolge())).all()
    return _werte(zeilen, katalog)


def lies_geteilte(angemeldet: Angemeldet, katalog: Katalog, reflexion_id: int) -> GeteilteReflexion:
    """Raises NichtGefunden for a private one and for one of a foreign Kursgruppe."""
    zeile = db.session.execute(
        _grundlage(angemeldet).where(Reflexion.id == reflexion_id)
    ).one_or_none()
    if zeile is None:
        raise NichtGefunden
    return _werte([zeile], katalog)[0]


def _reihenfolge() -> tuple[Any, Any]:
    """Both rise, so that one comparison finds the next page."""
    wartet = wartet_auf_antwort()
    fach = case((wartet, literal("0")), else_=literal("1"))
    return fach, case((wartet, Reflexion.id), else_=GROESSTE - Reflexion.id)


def _grundlage(angemeldet: Angemeldet) -> Select[*tuple[Any, ...]]:
    trainer = aliased(Person)
    fach, stelle_im_fach = _reihenfolge()
    spalten: Select[*tuple[Any, ...]] = select(
        Reflexion.id,
        Reflexion.inhalt_id,
        Reflexion.stelle,
        Reflexion.text,
        Reflexion.geteilt_am,
        Reflexion.antwort,
        Reflexion.beantwortet_am,
        wartet_auf_antwort().label("wartet"),
        fach.label("fach"),
        stelle_im_fach.label("stelle_im_fach"),
        Person.id.label("person_id"),
        Person.vorname,
        Person.nachname,
        trainer.vorname.label("trainer_vorname"),
        trainer.nachname.label("trainer_nachname"),
    )
    return (
        spalten.join(Person, Person.id == Reflexion.person_id)
        .outerjoin(trainer, trainer.id == Reflexion.beantwortet_von_id)
        .where(Reflexion.geteilt_am.is_not(None), lotsen_der_begleitung(angemeldet))
    )


def _werte(zeilen: Iterable[Row[Any]], katalog: Katalog) -> list[GeteilteReflexion]:
    return [_wert(zeile, katalog) for zeile in zeilen]


def _wert(zeile: Row[Any], katalog: Katalog) -> GeteilteReflexion:
    inhalt = katalog.inhalte.get(zeile.inhalt_id)
    return GeteilteReflexion(
        id=zeile.id,
        person_id=zeile.person_id,
        person=f"{zeile.vorname} {zeile.nachname}".strip(),
        wo=inhalt.titel if inhalt else "",
        frage=_frage(katalog, zeile.inhalt_id, zeile.stelle),
        text=zeile.text,
        geteilt_am=zeile.geteilt_am,
        antwort=zeile.antwort,
        beantwortet_am=zeile.beantwortet_am,
        beantwortet_von=f"{zeile.trainer_vorname or ''} {zeile.trainer_nachname or ''}".strip(),
        wartet=bool(zeile.wartet),
    )


def _frage(katalog: Katalog, inhalt_id: str, stelle: str) -> str:
    inhalt = katalog.inhalte.get(inhalt_id)
    if isinstance(inhalt, Lektion):
        return next((frage.html for frage in inhalt.reflexionen if str(frage.nr) == stelle), "")
    return inhalt.html.get(f"{stelle}.frage", "") if inhalt else ""
