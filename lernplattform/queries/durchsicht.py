"""The progress of one Lotse as the trainer reviews it: what is done and when, nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, select
from sqlalchemy.orm import aliased

from kurse.katalog import Katalog
from kurse.kurs import Modul
from kurse.regeln.fortschritt import ModulStand, kurs_stand
from kurse.regeln.lernstand import OffenerDurchlauf
from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.fortschritt import Durchsicht
from lernplattform.models.kursgruppe import Gruppenmitglied, Kursgruppe, Teilnahme
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.queries.fortschritt import als_lernstand, lies_fakten
from lernplattform.queries.reflexion import GeteilteReflexion, list_geteilte_von
from lernplattform.queries.uebung import Uebungsstand, lies_uebungsstaende, module_mit_fest
from lernplattform.rechte import Angemeldet, kursgruppen_der_begleitung


@dataclass(frozen=True, slots=True)
class FruehereDurchsicht:
    trainer: str
    am: datetime
    notiz: str


@dataclass(frozen=True, slots=True)
class Lernblatt:
    """`module` without any number of tries: whether one is open is all that a trainer sees."""

    person_id: int
    name: str
    aktiv: bool
    gruppe_id: int
    gruppe: str
    stand: QualifizierungStand | None
    besuchte_ue: int
    module: tuple[ModulStand, ...]
    fest_in: tuple[Modul, ...]
    reflexionen: Sequence[GeteilteReflexion]
    durchsichten: tuple[FruehereDurchsicht, ...]


def lies_lernblatt(angemeldet: Angemeldet, katalog: Katalog, person_id: int) -> Lernblatt:
    """Raises NichtGefunden for people outside the own Kursgruppen as for unknown ones."""
    zeilen = _person_mit_durchsichten(angemeldet, person_id)
    if not zeilen:
        raise NichtGefunden
    erste = zeilen[0]
    uebung = lies_uebungsstaende([person_id]).get(person_id, [])
    return Lernblatt(
        person_id=person_id,
        name=f"{erste.vorname} {erste.nachname}".strip(),
        aktiv=erste.aktiv,
        gruppe_id=erste.gruppe_id,
        gruppe=erste.gruppe,
        stand=erste.stand,
        besuchte_ue=erste.ue,
        module=_modulstaende(katalog, person_id, uebung),
        fest_in=module_mit_fest(katalog, uebung),
        reflexionen=list_geteilte_von(angemeldet, katalog, person_id),
        durchsichten=_durchsichten(zeilen),
    )


def _person_mit_durchsichten(angemeldet: Angemeldet, person_id: int) -> Sequence[Row[Any]]:
    """One row per own Kursgruppe and Durchsicht, so that the page stays within its budget."""
    trainer = aliased(Person)
    ue = select(func.coalesce(func.sum(Teilnahme.ue), 0)).where(Teilnahme.person_id == person_id)
    anfrage = (
        select(
            Person.vorname,
            Person.nachname,
            Person.aktiv,
            Kursgruppe.id.label("gruppe_id"),
            Kursgruppe.name.label("gruppe"),
            Qualifizierung.stand,
            ue.scalar_subquery().label("ue"),
            Durchsicht.id.label("durchsicht_id"),
            Durchsicht.am,
            Durchsicht.notiz,
            trainer.vorname.label("trainer_vorname"),
            trainer.nachname.label("trainer_nachname"),
        )
        .join(Gruppenmitglied, Gruppenmitglied.person_id == Person.id)
        .join(Kursgruppe, Kursgruppe.id == Gruppenmitglied.kursgruppe_id)
        .outerjoin(
            Qualifizierung,
            and_(
                Qualifizierung.person_id == Person.id,
                Qualifizierung.standort_id == Kursgruppe.standort_id,
            ),
        )
        .outerjoin(Durchsicht, Durchsicht.person_id == Person.id)
        .outerjoin(trainer, trainer.id == Durchsicht.trainer_id)
        .where(Person.id == person_id, kursgruppen_der_begleitung(angemeldet))
        .order_by(Kursgruppe.id, Durchsicht.id.desc())
    )
    return db.session.execute(anfrage).all()


def _modulstaende(
    katalog: Katalog, person_id: int, uebung: Sequence[Uebungsstand]
) -> tuple[ModulStand, ...]:
    """The open Durchläufe carry no id here: a trainer has no way into them."""
    offene = tuple(OffenerDurchlauf(0, stand.szenario_id) for stand in uebung if stand.offen)
    return kurs_stand(katalog.basis, als_lernstand(lies_fakten(person_id), offene=offene))


def _durchsichten(zeilen: Sequence[Row[Any]]) -> tuple[FruehereDurchsicht, ...]:
    je_id = {zeile.durchsicht_id: zeile for zeile in zeilen if zeile.durchsicht_id is not None}
    return tuple(
        FruehereDurchsicht(
            f"{z.trainer_vorname} {z.trainer_nachname}".strip(),
            z.am,
            z.notiz,
        )
        for z in je_id.values()
    )
