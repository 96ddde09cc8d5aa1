"""The own Kursgruppen of a trainer, with what waits in them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, and_, exists, func, or_, select

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.fortschritt import Durchsicht, Reflexion
from lernplattform.models.kursgruppe import Gruppenmitglied, Kursgruppe, Praesenztermin
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet, kursgruppen_der_begleitung


@dataclass(frozen=True, slots=True)
class EigeneGruppe:
    """`wartende`: shared Reflexionen without an answer; `ohne_durchsicht`: complete, not yet
    reviewed."""

    id: int
    name: str
    standort: str
    personen: int
    wartende: int
    ohne_durchsicht: int


@dataclass(frozen=True, slots=True)
class Gruppenkopf:
    id: int
    name: str
    standort_id: int
    standort: str
    personen: int
    naechster_termin: date | None


def list_eigene_gruppen(angemeldet: Angemeldet) -> list[EigeneGruppe]:
    zeilen = db.session.execute(
        select(
            Kursgruppe.id,
            Kursgruppe.name,
            Standort.name,
            _anzahl_mitglieder(),
            _anzahl_wartende(),
            _anzahl_ohne_durchsicht(),
        )
        .join(Standort, Standort.id == Kursgruppe.standort_id)
        .where(kursgruppen_der_begleitung(angemeldet))
        .order_by(Kursgruppe.name, Kursgruppe.id)
    )
    return [EigeneGruppe(*zeile) for zeile in zeilen]


def lies_eigene_gruppe(angemeldet: Angemeldet, gruppe_id: int, heute: date) -> Gruppenkopf:
    """Raises NichtGefunden for a Kursgruppe of somebody else as well."""
    naechster = select(func.min(Praesenztermin.datum)).where(
        Praesenztermin.kursgruppe_id == Kursgruppe.id, Praesenztermin.datum >= heute
    )
    zeile = db.session.execute(
        select(
            Kursgruppe.id,
            Kursgruppe.name,
            Kursgruppe.standort_id,
            Standort.name,
            _anzahl_mitglieder(),
            naechster.scalar_subquery(),
        )
        .join(Standort, Standort.id == Kursgruppe.standort_id)
        .where(Kursgruppe.id == gruppe_id, kursgruppen_der_begleitung(angemeldet))
    ).one_or_none()
    if zeile is None:
        raise NichtGefunden
    return Gruppenkopf(*zeile)


def wartet_auf_antwort() -> ColumnElement[bool]:
    """Shared, and not answered or written anew after the answer."""
    return and_(
        Reflexion.geteilt_am.is_not(None),
        or_(
            Reflexion.beantwortet_am.is_(None),
            Reflexion.geaendert_am > Reflexion.beantwortet_am,
        ),
    )


def _anzahl_mitglieder() -> ScalarSelect[int]:
    return (
        select(func.count()).where(Gruppenmitglied.kursgruppe_id == Kursgruppe.id).scalar_subquery()
    )


def _anzahl_wartende() -> ScalarSelect[int]:
    return (
        select(func.count(Reflexion.id))
        .join(Gruppenmitglied, Gruppenmitglied.person_id == Reflexion.person_id)
        .where(Gruppenmitglied.kursgruppe_id == Kursgruppe.id, wartet_auf_antwort())
        .scalar_subquery()
    )


def _anzahl_ohne_durchsicht() -> ScalarSelect[int]:
    durchgesehen = exists(
        select(Durchsicht.id).where(Durchsicht.person_id == Gruppenmitglied.person_id)
    )
    return (
        select(func.count(Qualifizierung.id))
        .join(Gruppenmitglied, Gruppenmitglied.person_id == Qualifizierung.person_id)
        .where(
            Gruppenmitglied.kursgruppe_id == Kursgruppe.id,
            Qualifizierung.standort_id == Kursgruppe.standort_id,
            Qualifizierung.stand == QualifizierungStand.VOLLSTAENDIG,
            ~durchgesehen,
        )
        .scalar_subquery()
    )
