"""The matrix Lotsen × Module of one Kursgruppe. Only states: no choices, no scores, no hours."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, and_, func, select

from kurse.katalog import Katalog
from kurse.kurs import Modul, ModulStatus
from kurse.regeln.begleitung import Aktivitaet, aktivitaet
from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import db
from lernplattform.core.sortierung import suchworte
from lernplattform.models.fortschritt import Durchsicht, Modulfortschritt
from lernplattform.models.kursgruppe import Gruppenmitglied
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.queries.begleitung import Gruppenkopf
from lernplattform.queries.seite import Seite, entpacke, verpacke
from lernplattform.queries.uebung import Uebungsstand, lies_uebungsstaende, module_mit_fest

SEITENLAENGE = 100
Schluessel = tuple[str, int]


class Zelle(StrEnum):
    """One cell of the matrix, worded as the template draws it."""

    FERTIG = "fertig"
    BEGONNEN = "begonnen"
    OFFEN = "offen"
    VORBEREITUNG = "vorbereitung"


class Hinweis(StrEnum):
    """Why a trainer should look at somebody."""

    FEST = "fest"
    DURCHSICHT = "durchsicht"


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

    @property
    def hinweise(self) -> set[Hinweis]:
        da = {Hinweis.FEST: self.fest_in, Hinweis.DURCHSICHT: self.wartet_auf_durchsicht}
        return {hinweis for hinweis, grund in da.items() if grund}


@dataclass(frozen=True, slots=True)
class Matrixfilter:
    suche: str = ""
    zuletzt: Aktivitaet | None = None
    hinweis: Hinweis | None = None

    def passt(self, zeile: Matrixzeile) -> bool:
        return (
            (self.zuletzt is None or zeile.aktivitaet is self.zuletzt)
            and (self.hinweis is None or self.hinweis in zeile.hinweise)
            and self._heisst_so(suchworte(zeile.name))
        )

    def _heisst_so(self, worte: Collection[str]) -> bool:
        """Each typed word begins some word of the name."""
        return all(any(w.startswith(s) for w in worte) for s in suchworte(self.suche))


@dataclass(frozen=True, slots=True)
class Modulbild:
    """How many of the whole Kursgruppe have done a Modul, begun it, or neither."""

    modul: Modul
    fertig: int
    begonnen: int
    offen: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """`treffer`: how many fit the filter; `bild` and `feste` are of the whole Kursgruppe."""

    seite: Seite[Matrixzeile]
    treffer: int
    bild: tuple[Modulbild, ...]
    feste: tuple[Matrixzeile, ...]


def lies_matrix(
    gruppe: Gruppenkopf,
    katalog: Katalog,
    heute: date,
    filter_: Matrixfilter,
    nach: str | None = None,
) -> Matrix:
    """One page of the Lotsen of a Kursgruppe, in German order. `gruppe` is one's own.

    Everybody is read, since states are derived: so filter, hits and picture cost no statement.
    """
    alle = _alle_zeilen(gruppe, katalog, heute)
    passende = {schluessel: z for schluessel, z in alle.items() if filter_.passt(z)}
    return Matrix(
        _schneide(passende, nach),
        len(passende),
        _bild(katalog, tuple(alle.values())),
        tuple(z for z in alle.values() if z.fest_in),
    )


def _alle_zeilen(
    gruppe: Gruppenkopf, katalog: Katalog, heute: date
) -> dict[Schluessel, Matrixzeile]:
    mitglieder = _mitglieder(gruppe)
    ids = [zeile.id for zeile in mitglieder]
    module = _modulfortschritt(ids)
    uebung = lies_uebungsstaende(ids)
    return {
        (m.sortierschluessel, m.id): _zeile(
            m, katalog, module.get(m.id, {}), uebung.get(m.id, []), heute
        )
        for m in mitglieder
    }


def _schneide(zeilen: Mapping[Schluessel, Matrixzeile], nach: str | None) -> Seite[Matrixzeile]:
    marke = entpacke(nach)
    rest = [s for s in zeilen if marke is None or s > tuple(marke)]
    sichtbar = rest[:SEITENLAENGE]
    weiter = verpacke(sichtbar[-1]) if len(rest) > SEITENLAENGE else None
    return Seite([zeilen[schluessel] for schluessel in sichtbar], weiter)


def _bild(katalog: Katalog, zeilen: Sequence[Matrixzeile]) -> tuple[Modulbild, ...]:
    """Of the Module that can be learned already."""
    bilder = []
    for n, modul in enumerate(katalog.basis.module):
        if modul.status is ModulStatus.IN_VORBEREITUNG:
            continue
        anzahl = Counter(zeile.zellen[n] for zeile in zeilen)
        bilder.append(
            Modulbild(modul, *(anzahl[z] for z in (Zelle.FERTIG, Zelle.BEGONNEN, Zelle.OFFEN)))
        )
    return tuple(bilder)


def _mitglieder(gruppe: Gruppenkopf) -> Sequence[Row[Any]]:
    am_standort = and_(
        Qualifizierung.person_id == Person.id, Qualifizierung.standort_id == gruppe.standort_id
    )
    anfrage = (
        _mitgliedspalten()
        .join(Gruppenmitglied, Gruppenmitglied.person_id == Person.id)
        .outerjoin(Qualifizierung, am_standort)
        .where(Gruppenmitglied.kursgruppe_id == gruppe.id)
        .order_by(Person.sortierschluessel, Person.id)
    )
    return db.session.execute(anfrage).all()


def _mitgliedspalten() -> Select[*tuple[Any, ...]]:
    durchsicht = select(func.max(Durchsicht.am, type_=Durchsicht.am.type)).where(
        Durchsicht.person_id == Person.id
    )
    return select(
        Person.id,
        Person.vorname,
        Person.nachname,
        Person.aktiv,
        Person.sortierschluessel,
        Qualifizierung.stand,
        durchsicht.scalar_subquery().label("durchsicht_am"),
    )


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
