"""Who may do what: for each right the check and the query filter, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from lernplattform.core.errors import KeinRecht
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied, Kursgruppe
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung
from lernplattform.models.seminar import Seminar


@dataclass(frozen=True, slots=True)
class Angemeldet:
    """Who is signed in, with which Zuständigkeiten; never an ORM object.

    `zustaendigkeiten`: pairs of Rolle and Standort id (None for Verwaltung). `katalogstand_id`
    is the live catalogue at the time of the request, None before any content was stored.
    `sprache` and what follows it are the person's own choices, see `Person`.
    """

    person_id: int
    sitzung_id: int
    vorname: str
    nachname: str
    sprache: str | None
    zustaendigkeiten: frozenset[tuple[Rolle, int | None]]
    katalogstand_id: int | None = None
    fachwortsprache: str | None = None
    einfach_lesen: bool = False
    gesehene_hinweise: frozenset[str] = frozenset()

    # What Flask-Login asks of a user; `get_id` is answered by the session in web/zugang.py.
    is_authenticated = True
    is_active = True
    is_anonymous = False

    @property
    def name(self) -> str:
        return f"{self.vorname} {self.nachname}".strip()

    @property
    def rollen(self) -> frozenset[Rolle]:
        return frozenset(rolle for rolle, _ in self.zustaendigkeiten)

    def hat(self, *rollen: Rolle) -> bool:
        return not self.rollen.isdisjoint(rollen)

    def standorte(self, *rollen: Rolle) -> frozenset[int]:
        """The Standorte at which one of the Rollen is held."""
        return frozenset(
            standort for rolle, standort in self.zustaendigkeiten if rolle in rollen and standort
        )

    def get_id(self) -> str:
        return str(self.sitzung_id)


def verlange(angemeldet: Angemeldet, *rollen: Rolle) -> None:
    """Raise KeinRecht unless one of the Rollen is held."""
    if not angemeldet.hat(*rollen):
        raise KeinRecht


def darf_standort_koordinieren(angemeldet: Angemeldet, standort_id: int) -> bool:
    return standort_id in angemeldet.standorte(Rolle.KOORDINATION)


def personen_der_koordination(angemeldet: Angemeldet) -> ColumnElement[bool]:
    """Person rows that the Koordination may see: everybody of its Standorte, nobody else."""
    standorte = angemeldet.standorte(Rolle.KOORDINATION)
    return _person_an(standorte)


def hat_aufgaben_anderswo(angemeldet: Angemeldet) -> ColumnElement[bool]:
    """Person rows with duties beyond the own Standorte, Verwaltung above all: whoever could let
    themselves in as one of them would hold rights that they were never given."""
    eigene = _in(Zustaendigkeit.standort_id, angemeldet.standorte(Rolle.KOORDINATION))
    return exists(
        select(Zustaendigkeit.id).where(
            Zustaendigkeit.person_id == Person.id,
            Zustaendigkeit.rolle != Rolle.LOTSE,
            or_(Zustaendigkeit.standort_id.is_(None), ~eigene),
        )
    )


def qualifizierungen_der_koordination(angemeldet: Angemeldet) -> ColumnElement[bool]:
    """Qualifizierung rows that the Koordination decides on: of the own Standorte."""
    return _in(Qualifizierung.standort_id, angemeldet.standorte(Rolle.KOORDINATION))


def lotsen_der_begleitung(angemeldet: Angemeldet) -> ColumnElement[bool]:
    """Person rows that a Trainer may see: the Lotsen of the own Kursgruppen."""
    return exists(
        select(Gruppenmitglied.person_id)
        .join(Kursgruppe, Kursgruppe.id == Gruppenmitglied.kursgruppe_id)
        .where(Gruppenmitglied.person_id == Person.id, kursgruppen_der_begleitung(angemeldet))
    )


def kursgruppen_der_begleitung(angemeldet: Angemeldet) -> ColumnElement[bool]:
    """Kursgruppe rows that a Trainer leads, as long as the Zuständigkeit at the Standort lasts."""
    leitet = exists(
        select(Gruppenleitung.kursgruppe_id).where(
            Gruppenleitung.kursgruppe_id == Kursgruppe.id,
            Gruppenleitung.person_id == angemeldet.person_id,
        )
    )
    return and_(leitet, _in(Kursgruppe.standort_id, angemeldet.standorte(Rolle.TRAINER)))


def seminare_der_lotsen(angemeldet: Angemeldet) -> ColumnElement[bool]:
    """Seminar rows that a Lotse may see: of the own Standorte, and hessenweite."""
    eigene = angemeldet.standorte(Rolle.LOTSE)
    return or_(Seminar.hessenweit, _in(Seminar.standort_id, eigene))


def seminare_der_koordination(angemeldet: Angemeldet) -> ColumnElement[bool]:
    """Seminar rows that the Koordination runs: of the own Standorte."""
    return _in(Seminar.standort_id, angemeldet.standorte(Rolle.KOORDINATION))


def _person_an(standorte: Iterable[int]) -> ColumnElement[bool]:
    return exists(
        select(Zustaendigkeit.id).where(
            Zustaendigkeit.person_id == Person.id, _in(Zustaendigkeit.standort_id, standorte)
        )
    )


def _in(spalte: InstrumentedAttribute[Any], werte: Iterable[int]) -> ColumnElement[bool]:
    liste = sorted(werte)
    return spalte.in_(liste) if liste else false()
