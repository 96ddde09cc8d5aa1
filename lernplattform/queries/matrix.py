"""The matrix Lotsen × Module of one Kursgruppe. Only states: no choices, no scores, no hours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, and_, func, select, tuple_

from kurse.katalog import Katalog
from kurse.kurs import Modul, ModulStatus
from kurse.regeln.begleitung import Aktivitaet, Versuche, aktivitaet, haengt_fest
from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import db
from lernplattform.models.durchlauf import Durchlauf, DurchlaufStatus
from lernplattform.models.fortschritt import Durchsicht, Modulfortschritt
from lernplattform.models.kursgruppe import Gruppenmitglied
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.queries.begleitung import Gruppenkopf
from lernplattform.queries.seite import Seite, entpacke, verpacke

SEITENLAENGE = 100


class Zelle(StrEnum):
    """One cell of the matrix, worded as the template draws it."""

    FERTIG = "fertig"
    BEGONNEN = "begonnen"
    OFFEN = "offen"
    VORBEREITUNG = "vorbereitung"


@dataclass(frozen=True, slots=True)
class Matrixzeile:
    """One Lotse. `fest_in`: Module in which a Szenario does not come off; not which."""

    person_id: int
    name: str
    aktiv: bool
    zellen: tuple[Zelle, ...]
    aktivitaet: Aktivitaet
    fest_in: tuple[Modul, ...]
    durchsicht_am: datetime | None
    stand: QualifizierungStand | None

    @property
    def wartet_auf_durchsicht(self) -> bool:
        return self.stand is QualifizierungStand.VOLLSTAENDIG and self.durchsicht_am is None


@dataclass(frozen=True, slots=True)
class Uebungsstand:
    """What the Durchläufe of a person in one Szenario say to a trainer: no choice, no score."""

    szenario_id: str
    versuche: Versuche
    offen: int
    zuletzt_am: datetime


def lies_matrix(
    gruppe: Gruppenkopf, katalog: Katalog, heute: date, nach: str | None
) -> Seite[Matrixzeile]:
    """One page of the Lotsen of a Kursgruppe, in German order. `gruppe` is one's own."""
    gelesen = _mitglieder(gruppe, nach)
    mitglieder = gelesen[:SEITENLAENGE]
    ids = [zeile.id for zeile in mitglieder]
    module = _modulfortschritt(ids)
    uebung = lies_uebungsstaende(ids)
    letzte = mitglieder[-1] if len(gelesen) > SEITENLAENGE else None
    return Seite(
        [_zeile(m, katalog, module.get(m.id, {}), uebung.get(m.id, []), heute) for m in mitglieder],
        verpacke((letzte.sortierschluessel, letzte.id)) if letzte else None,
    )


def lies_uebungsstaende(person_ids: Sequence[int]) -> dict[int, list[Uebungsstand]]:
    """Per person, one value for each Szenario that was begun."""
    beendet = Durchlauf.status == DurchlaufStatus.BEENDET
    zeilen = db.session.execute(
        select(
            Durchlauf.person_id,
            Durchlauf.szenario_id,
            func.count().filter(beendet, Durchlauf.bestanden.is_(True)).label("bestanden"),
            func.count().filter(beendet, Durchlauf.bestanden.is_(False)).label("nicht"),
            func.count().filter(Durchlauf.status == DurchlaufStatus.OFFEN).label("offen"),
            func.max(Durchlauf.zuletzt_am, type_=Durchlauf.zuletzt_am.type).label("zuletzt_am"),
        )
        .where(Durchlauf.person_id.in_(person_ids))
        .group_by(Durchlauf.person_id, Durchlauf.szenario_id)
    )
    staende: dict[int, list[Uebungsstand]] = {}
    for z in zeilen:
        stand = Uebungsstand(z.szenario_id, Versuche(z.bestanden, z.nicht), z.offen, z.zuletzt_am)
        staende.setdefault(z.person_id, []).append(stand)
    return staende


def module_mit_fest(katalog: Katalog, uebung: Iterable[Uebungsstand]) -> tuple[Modul, ...]:
    """The Module of the basis in which the person is stuck, in their order."""
    fest = {u.szenario_id for u in uebung if haengt_fest(u.versuche)}
    ids = {katalog.modul_von[s].id for s in fest if s in katalog.modul_von}
    return tuple(modul for modul in katalog.basis.module if modul.id in ids)


def _mitglieder(gruppe: Gruppenkopf, nach: str | None) -> Sequence[Row[Any]]:
    durchsicht = select(func.max(Durchsicht.am, type_=Durchsicht.am.type)).where(
        Durchsicht.person_id == Person.id
    )
    spalten: Select[*tuple[Any, ...]] = select(
        Person.id,
        Person.vorname,
        Person.nachname,
        Person.aktiv,
        Person.sortierschluessel,
        Qualifizierung.stand,
        durchsicht.scalar_subquery().label("durchsicht_am"),
    )
    anfrage = (
        spalten.join(Gruppenmitglied, Gruppenmitglied.person_id == Person.id)
        .outerjoin(
            Qualifizierung,
            and_(
                Qualifizierung.person_id == Person.id,
                Qualifizierung.standort_id == gruppe.standort_id,
            ),
        )
        .where(Gruppenmitglied.kursgruppe_id == gruppe.id)
        .order_by(Person.sortierschluessel, Person.id)
        .limit(SEITENLAENGE + 1)
    )
    if (marke := entpacke(nach)) is not None:
        anfrage = anfrage.where(tuple_(Person.sortierschluessel, Person.id) > tuple_(*marke))
    return db.session.execute(anfrage).all()


def _modulfortschritt(person_ids: Sequence[int]) -> dict[int, dict[str, Row[Any]]]:
    spalten: Select[*tuple[Any, ...]] = select(
        Modulfortschritt.person_id,
        Modulfortschritt.modul_id,
        Modulfortschritt.zuletzt_am,
        Modulfortschritt.geschafft_am,
    )
    module: dict[int, dict[str, Row[Any]]] = {}
    for zeile in db.session.execute(spalten.where(Modulfortschritt.person_id.in_(person_ids))):
        module.setdefault(zeile.person_id, {})[zeile.modul_id] = zeile
    return module


def _zeile(
    person: Row[Any],
    katalog: Katalog,
    module: Mapping[str, Row[Any]],
    uebung: Sequence[Uebungsstand],
    heute: date,
) -> Matrixzeile:
    geuebt = {
        katalog.modul_von[u.szenario_id].id for u in uebung if u.szenario_id in katalog.modul_von
    }
    zeiten = [*(z.zuletzt_am for z in module.values()), *(u.zuletzt_am for u in uebung)]
    zuletzt = max(zeiten, default=None)
    return Matrixzeile(
        person_id=person.id,
        name=f"{person.vorname} {person.nachname}".strip(),
        aktiv=person.aktiv,
        zellen=tuple(_zelle(modul, module, geuebt) for modul in katalog.basis.module),
        aktivitaet=aktivitaet(zuletzt and zuletzt.astimezone(ORTSZEIT).date(), heute),
        fest_in=module_mit_fest(katalog, uebung),
        durchsicht_am=person.durchsicht_am,
        stand=person.stand,
    )


def _zelle(modul: Modul, module: Mapping[str, Row[Any]], geuebt: set[str]) -> Zelle:
    """A Szenario that was begun makes its Modul begun; the summaries know only what is done."""
    fortschritt = module.get(modul.id)
    if fortschritt is not None and fortschritt.geschafft_am is not None:
        return Zelle.FERTIG
    if fortschritt is not None or modul.id in geuebt:
        return Zelle.BEGONNEN
    return Zelle.VORBEREITUNG if modul.status is ModulStatus.IN_VORBEREITUNG else Zelle.OFFEN
