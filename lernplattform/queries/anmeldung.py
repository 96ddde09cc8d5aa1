"""Who takes part in a Seminar or waits, and what a person needs before signing up."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, or_, select

from kurse.katalog import Katalog
from kurse.regeln.qualifizierung import Qualifizierungsstatus
from kurse.regeln.seminarzugang import Zugangshuerde, fehlt_zum_seminar
from kurse.regeln.warteliste import AnmeldungStatus as Regelstatus
from kurse.regeln.warteliste import Platzanspruch
from lernplattform.core.db import db
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.qualifizierung import Qualifizierung
from lernplattform.models.seminar import (
    Anmeldung,
    AnmeldungStatus,
    Seminar,
    SeminarBedingung,
    SeminarStatus,
)
from lernplattform.rechte import Angemeldet, seminare_der_lotsen

AKTIVE = (AnmeldungStatus.BESTAETIGT, AnmeldungStatus.WARTELISTE)


@dataclass(frozen=True, slots=True)
class Beteiligt:
    """An active Anmeldung of a Seminar."""

    anmeldung_id: int
    person_id: int
    status: AnmeldungStatus
    rang: int

    @property
    def anspruch(self) -> Platzanspruch:
        return Platzanspruch(self.rang, Regelstatus(self.status.value))


def sichtbar_fuer_lotsen(angemeldet: Angemeldet) -> ColumnElement[bool]:
    """Seminar rows that a Lotse may open: no drafts, but always those once booked, also after
    a change of Standort."""
    gebucht = exists(
        select(Anmeldung.id).where(
            Anmeldung.seminar_id == Seminar.id, Anmeldung.person_id == angemeldet.person_id
        )
    )
    return and_(
        Seminar.status != SeminarStatus.ENTWURF, or_(seminare_der_lotsen(angemeldet), gebucht)
    )


def list_beteiligte(seminar_id: int) -> list[Beteiligt]:
    """The active Anmeldungen, in the order of `rang`."""
    zeilen = db.session.execute(
        select(Anmeldung.id, Anmeldung.person_id, Anmeldung.status, Anmeldung.rang)
        .where(Anmeldung.seminar_id == seminar_id, Anmeldung.status.in_(AKTIVE))
        .order_by(Anmeldung.rang)
    )
    return [Beteiligt(*zeile) for zeile in zeilen]


@dataclass(frozen=True, slots=True)
class Zugangsstand:
    """What a person has, as far as Seminare ask for it."""

    staende: frozenset[Qualifizierungsstatus]
    geschaffte_module: frozenset[str]

    def fehlt(
        self, bedingung: SeminarBedingung, verlangte_module: list[str], katalog: Katalog
    ) -> tuple[Zugangshuerde, ...]:
        return fehlt_zum_seminar(
            self.staende,
            braucht_bestaetigung=bedingung is SeminarBedingung.BESTAETIGT,
            verlangte_module={m: modultitel(m, katalog) for m in verlangte_module},
            geschaffte_module=self.geschaffte_module,
        )


def lies_zugangsstand(person_id: int, *, mit_modulen: bool) -> Zugangsstand:
    """`mit_modulen`: whether Module are asked for at all; otherwise they are not read."""
    staende = db.session.scalars(
        select(Qualifizierung.stand).where(Qualifizierung.person_id == person_id)
    )
    return Zugangsstand(
        staende=frozenset(Qualifizierungsstatus(stand.value) for stand in staende),
        geschaffte_module=_geschaffte_module(person_id) if mit_modulen else frozenset(),
    )


def modultitel(modul_id: str, katalog: Katalog) -> str:
    """A Modul may have left the catalogue since the Seminar was planned."""
    modul = katalog.module.get(modul_id)
    return modul.titel if modul else modul_id


def _geschaffte_module(person_id: int) -> frozenset[str]:
    return frozenset(
        db.session.scalars(
            select(Abschluss.inhalt_id).where(
                Abschluss.person_id == person_id, Abschluss.art == Abschlussart.MODUL
            )
        )
    )
