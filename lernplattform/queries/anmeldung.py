"""Who takes part in a Seminar or waits, and what a person needs before signing up."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Row, and_, exists, or_, select

from kurse.katalog import Katalog
from kurse.regeln.qualifizierung import Qualifizierungsstatus
from kurse.regeln.seminarzugang import Zugangshuerde, fehlt_zum_seminar
from kurse.regeln.warteliste import AnmeldungStatus as Regelstatus
from kurse.regeln.warteliste import Platzanspruch
from lernplattform.core.db import db
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung
from lernplattform.models.seminar import (
    Anmeldung,
    AnmeldungStatus,
    Seminar,
    SeminarBedingung,
    SeminarStatus,
)
from lernplattform.models.standort import Standort
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
class Teilnehmer:
    """Somebody who takes part or waits, for the Koordination that runs the Seminar.

    Of people from elsewhere it learns name and Standort and nothing else: `person_id` and
    `seit` are None.
    """

    name: str
    standorte: str
    status: AnmeldungStatus
    person_id: int | None
    seit: datetime | None


def list_teilnehmende(
    angemeldet: Angemeldet, seminar_id: int
) -> tuple[list[Teilnehmer], list[Teilnehmer]]:
    """Who has a place, in German order of names, and the waiting list in its own order."""
    zeilen = db.session.execute(
        select(Person, Anmeldung.status, Anmeldung.angemeldet_am)
        .join(Anmeldung, Anmeldung.person_id == Person.id)
        .where(Anmeldung.seminar_id == seminar_id, Anmeldung.status.in_(AKTIVE))
        .order_by(Anmeldung.rang)
    ).all()
    herkunft = _standorte_der_lotsen(seminar_id)
    eigene = angemeldet.standorte(Rolle.KOORDINATION)
    fest = sorted(zeilen, key=lambda zeile: zeile[0].sortierschluessel)
    return (
        [_teilnehmer(z, herkunft, eigene) for z in fest if z.status is AnmeldungStatus.BESTAETIGT],
        [
            _teilnehmer(z, herkunft, eigene)
            for z in zeilen
            if z.status is AnmeldungStatus.WARTELISTE
        ],
    )


def _teilnehmer(
    zeile: Row[Person, AnmeldungStatus, datetime],
    herkunft: Mapping[int, Mapping[int, str]],
    eigene: frozenset[int],
) -> Teilnehmer:
    person, status, seit = zeile
    standorte = herkunft.get(person.id, {})
    bekannt = not eigene.isdisjoint(standorte)
    return Teilnehmer(
        name=person.name,
        standorte=", ".join(sorted(standorte.values())),
        status=status,
        person_id=person.id if bekannt else None,
        seit=seit if bekannt else None,
    )


def _standorte_der_lotsen(seminar_id: int) -> dict[int, dict[int, str]]:
    """By person: the Standorte (id and name) at which those who signed up are Lotsen."""
    zeilen = db.session.execute(
        select(Zustaendigkeit.person_id, Standort.id, Standort.name)
        .join(Standort, Standort.id == Zustaendigkeit.standort_id)
        .join(Anmeldung, Anmeldung.person_id == Zustaendigkeit.person_id)
        .where(
            Zustaendigkeit.rolle == Rolle.LOTSE,
            Anmeldung.seminar_id == seminar_id,
            Anmeldung.status.in_(AKTIVE),
        )
    )
    herkunft: dict[int, dict[int, str]] = defaultdict(dict)
    for person_id, standort_id, name in zeilen:
        herkunft[person_id][standort_id] = name
    return herkunft


@dataclass(frozen=True, slots=True)
class Zugangsstand:
    """What a person has, as far as Seminare ask for it."""

    staende: frozenset[Qualifizierungsstatus]
    geschaffte_module: frozenset[str]

    def fehlt(
        self, bedingung: SeminarBedingung, verlangte_module: Sequence[str], katalog: Katalog
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
