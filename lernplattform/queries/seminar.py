"""Seminare with their places: for a Lotse, and for the Koordination that runs them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    ScalarSelect,
    Select,
    and_,
    false,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.seminar import (
    Anmeldung,
    AnmeldungStatus,
    Platzwechsel,
    Seminar,
    SeminarBedingung,
    SeminarStatus,
    Termin,
)
from lernplattform.models.standort import Standort
from lernplattform.queries.anmeldung import sichtbar_fuer_lotsen
from lernplattform.rechte import Angemeldet, seminare_der_koordination

VERGANGENE = 20
# A person's own booking of a Seminar, and what it can be; who has cancelled has none.
EIGENE = aliased(Anmeldung)
GEBUCHT = (AnmeldungStatus.BESTAETIGT, AnmeldungStatus.WARTELISTE, AnmeldungStatus.ABGESAGT)


@dataclass(frozen=True, slots=True)
class Seminarzeile:
    """A Seminar with its places. The last four tell of the person's own booking, if any;
    `position` counts the waiting list from 1."""

    id: int
    titel: str
    beschreibung: str
    ort: str
    standort_id: int
    standort: str
    hessenweit: bool
    plaetze: int
    status: SeminarStatus
    absage_grund: str
    bedingung: SeminarBedingung
    verlangte_module: tuple[str, ...]
    beginn: datetime
    ende: datetime
    anmeldung_bis: datetime
    abmeldung_bis: datetime
    nachruecken_bis: datetime
    bestaetigt: int
    wartend: int
    eigene: AnmeldungStatus | None = None
    grund: str | None = None
    angemeldet_am: datetime | None = None
    position: int | None = None

    @property
    def frei(self) -> int:
        """Places that a newcomer can have: while people wait, there is none."""
        return 0 if self.wartend else max(0, self.plaetze - self.bestaetigt)

    @property
    def abgesagt(self) -> bool:
        return self.status is SeminarStatus.ABGESAGT


@dataclass(frozen=True, slots=True)
class Wechsel:
    """A move of the own Anmeldung, to be told as a sentence."""

    status: AnmeldungStatus
    grund: str
    am: datetime


@dataclass(frozen=True, slots=True)
class Zeitraum:
    beginn: datetime
    ende: datetime


def list_seminare(angemeldet: Angemeldet, jetzt: datetime) -> list[Seminarzeile]:
    """What a Lotse may see and is not over, by date. Called off: only what was booked."""
    abfrage = _grundabfrage(angemeldet.person_id)
    return _lies(
        abfrage.where(_offen_fuer(angemeldet), _ende() > jetzt).order_by(Seminar.beginn, Seminar.id)
    )


def list_vergangene(angemeldet: Angemeldet, jetzt: datetime) -> list[Seminarzeile]:
    """The latest that are over, the youngest first."""
    abfrage = _grundabfrage(angemeldet.person_id)
    return _lies(
        abfrage.where(_offen_fuer(angemeldet), _ende() <= jetzt)
        .order_by(Seminar.beginn.desc(), Seminar.id.desc())
        .limit(VERGANGENE)
    )


def lies_seminar(angemeldet: Angemeldet, seminar_id: int) -> Seminarzeile:
    """As a Lotse sees it. Raises NichtGefunden."""
    abfrage = _grundabfrage(angemeldet.person_id)
    return _eines(abfrage.where(Seminar.id == seminar_id, sichtbar_fuer_lotsen(angemeldet)))


def lies_termine(seminar_id: int) -> tuple[Zeitraum, ...]:
    zeilen = db.session.execute(
        select(Termin.beginn, Termin.ende)
        .where(Termin.seminar_id == seminar_id)
        .order_by(Termin.beginn)
    )
    return tuple(Zeitraum(*zeile) for zeile in zeilen)


def lies_wechsel(person_id: int, seminar_id: int) -> tuple[Wechsel, ...]:
    """Everything that happened to a person's Anmeldungen for one Seminar, in order."""
    zeilen = db.session.execute(
        select(Platzwechsel.status, Platzwechsel.grund, Platzwechsel.am)
        .join(Anmeldung, Anmeldung.id == Platzwechsel.anmeldung_id)
        .where(Anmeldung.person_id == person_id, Anmeldung.seminar_id == seminar_id)
        .order_by(Platzwechsel.id)
    )
    return tuple(Wechsel(*zeile) for zeile in zeilen)


def list_geplante(angemeldet: Angemeldet, jetzt: datetime) -> list[Seminarzeile]:
    """What the Koordination runs and is not over: drafts, published, called off."""
    abfrage = _grundabfrage(None)
    return _lies(
        abfrage.where(seminare_der_koordination(angemeldet), _ende() > jetzt).order_by(
            Seminar.beginn, Seminar.id
        )
    )


def list_gehaltene(
    angemeldet: Angemeldet, jetzt: datetime, nach: int | None = None
) -> tuple[list[Seminarzeile], int | None]:
    """What is over, the youngest first: one page, and the id to ask for the next one with."""
    abfrage = _grundabfrage(None).where(
        seminare_der_koordination(angemeldet), _ende() <= jetzt, _aelter_als(nach)
    )
    zeilen = _lies(abfrage.order_by(Seminar.beginn.desc(), Seminar.id.desc()).limit(VERGANGENE + 1))
    seite = zeilen[:VERGANGENE]
    return seite, seite[-1].id if len(zeilen) > VERGANGENE else None


def lies_geplantes(angemeldet: Angemeldet, seminar_id: int) -> Seminarzeile:
    """As the Koordination that runs it sees it. Raises NichtGefunden."""
    return _eines(
        _grundabfrage(None).where(Seminar.id == seminar_id, seminare_der_koordination(angemeldet))
    )


def _offen_fuer(angemeldet: Angemeldet) -> ColumnElement[bool]:
    return and_(
        sichtbar_fuer_lotsen(angemeldet),
        or_(Seminar.status == SeminarStatus.VEROEFFENTLICHT, EIGENE.id.is_not(None)),
    )


def _aelter_als(seminar_id: int | None) -> ColumnElement[bool]:
    """Keyset on (beginn, id), going back in time."""
    if seminar_id is None:
        return true()
    marke = aliased(Seminar)
    beginn = select(marke.beginn).where(marke.id == seminar_id).scalar_subquery()
    return or_(Seminar.beginn < beginn, and_(Seminar.beginn == beginn, Seminar.id < seminar_id))


def _grundabfrage(person_id: int | None) -> Select[*tuple[Any, ...]]:
    """All columns of a Seminarzeile in its order; without a person nobody's own booking."""
    mein = and_(
        EIGENE.seminar_id == Seminar.id,
        EIGENE.person_id == person_id if person_id is not None else false(),
        EIGENE.status.in_(GEBUCHT),
    )
    return (
        select(
            Seminar.id,
            Seminar.titel,
            Seminar.beschreibung,
            Seminar.ort,
            Seminar.standort_id,
            Standort.name,
            Seminar.hessenweit,
            Seminar.plaetze,
            Seminar.status,
            Seminar.absage_grund,
            Seminar.bedingung,
            Seminar.verlangte_module,
            Seminar.beginn,
            _ende(),
            Seminar.anmeldung_bis,
            Seminar.abmeldung_bis,
            Seminar.nachruecken_bis,
            _anzahl(AnmeldungStatus.BESTAETIGT),
            _anzahl(AnmeldungStatus.WARTELISTE),
            EIGENE.status,
            EIGENE.grund,
            EIGENE.angemeldet_am,
            _davor(),
        )
        .join(Standort, Standort.id == Seminar.standort_id)
        .outerjoin(EIGENE, mein)
    )


def _ende() -> ScalarSelect[datetime]:
    """When the last Termin ends."""
    return (
        select(func.max(Termin.ende))
        .where(Termin.seminar_id == Seminar.id)
        .correlate(Seminar)
        .scalar_subquery()
    )


def _anzahl(status: AnmeldungStatus) -> ScalarSelect[int]:
    return (
        select(func.count())
        .where(Anmeldung.seminar_id == Seminar.id, Anmeldung.status == status)
        .correlate(Seminar)
        .scalar_subquery()
    )


def _davor() -> ScalarSelect[int]:
    """How many wait before the own Anmeldung."""
    return (
        select(func.count())
        .where(
            Anmeldung.seminar_id == EIGENE.seminar_id,
            Anmeldung.status == AnmeldungStatus.WARTELISTE,
            Anmeldung.rang < EIGENE.rang,
        )
        .correlate(EIGENE)
        .scalar_subquery()
    )


def _lies(abfrage: Select[*tuple[Any, ...]]) -> list[Seminarzeile]:
    return [_zeile(zeile) for zeile in db.session.execute(abfrage)]


def _eines(abfrage: Select[*tuple[Any, ...]]) -> Seminarzeile:
    zeile = db.session.execute(abfrage).one_or_none()
    if zeile is None:
        raise NichtGefunden
    return _zeile(zeile)


def _zeile(zeile: Row[*tuple[Any, ...]]) -> Seminarzeile:
    *werte, davor = zeile
    roh = Seminarzeile(*werte)
    wartet = roh.eigene is AnmeldungStatus.WARTELISTE
    return replace(
        roh,
        verlangte_module=tuple(roh.verlangte_module),
        position=davor + 1 if wartet else None,
    )
