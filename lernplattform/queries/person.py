"""People as the Koordination lists and finds them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, select, tuple_

from lernplattform.core.db import db
from lernplattform.core.sortierung import suchworte
from lernplattform.models.fortschritt import Modulfortschritt
from lernplattform.models.person import Person, Rolle, Suchwort, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from lernplattform.queries.seite import Marke, Seite, entpacke, verpacke
from lernplattform.rechte import Angemeldet, qualifizierungen_der_koordination

SEITENLAENGE = 50
EXPORTLAENGE = 1000
# The highest code point: every word that begins with the prefix sorts before prefix + HOECHSTES.
HOECHSTES = chr(0x10FFFF)


@dataclass(frozen=True)
class Filter:
    stand: QualifizierungStand | None = None
    suche: str = ""


@dataclass(frozen=True)
class Lotsenzeile:
    """One Lotse in the list. `module_fertig` counts finished Module that are mandatory."""

    person_id: int
    vorname: str
    nachname: str
    email: str | None
    aktiv: bool
    standort: str
    stand: QualifizierungStand
    zurueckgegeben: bool
    vollstaendig_am: datetime | None
    bestaetigt_am: datetime | None
    module_fertig: int = 0
    zuletzt_am: datetime | None = None

    @property
    def name(self) -> str:
        return f"{self.vorname} {self.nachname}".strip()


@dataclass(frozen=True)
class Staende:
    """`anzahl`: how many Lotsen each filter would show. `wartende`: who is vollständig and waits
    for the Koordination; whoever was given back with a question waits for somebody else."""

    anzahl: dict[QualifizierungStand, int]
    wartende: int


@dataclass(frozen=True)
class Teamzeile:
    """`aufgaben`: each Rolle with the name of its Standort."""

    person_id: int
    name: str
    email: str | None
    aktiv: bool
    aufgaben: tuple[tuple[Rolle, str], ...]


def list_lotsen(
    angemeldet: Angemeldet, filter_: Filter, nach: str | None, pflicht: Collection[str]
) -> Seite[Lotsenzeile]:
    """One page of the Lotsen of the own Standorte. `pflicht`: the Module that count."""
    zeilen = _lies(angemeldet, filter_, entpacke(nach), SEITENLAENGE + 1)
    sichtbar = zeilen[:SEITENLAENGE]
    letzte = sichtbar[-1] if len(zeilen) > SEITENLAENGE else None
    weiter = verpacke((letzte.sortierschluessel, letzte.qualifizierung_id)) if letzte else None
    return Seite(_mit_fortschritt(sichtbar, pflicht), weiter)


def zaehle_staende(angemeldet: Angemeldet, suche: str) -> Staende:
    zurueck = func.count(Qualifizierung.zurueckgegeben_am)
    anfrage = (
        select(Qualifizierung.stand, func.count(), zurueck)
        .join(Person, Person.id == Qualifizierung.person_id)
        .where(*_der_koordination(angemeldet), *passt_zur_suche(suche))
        .group_by(Qualifizierung.stand)
    )
    zeilen = {zeile[0]: (zeile[1], zeile[2]) for zeile in db.session.execute(anfrage)}
    alle, zurueckgegeben = zeilen.get(QualifizierungStand.VOLLSTAENDIG, (0, 0))
    return Staende({stand: zeile[0] for stand, zeile in zeilen.items()}, alle - zurueckgegeben)


def exportiere_lotsen(
    angemeldet: Angemeldet, filter_: Filter, pflicht: Collection[str]
) -> Iterator[Lotsenzeile]:
    """All Lotsen of the filter, page by page, each page in a short transaction of its own."""
    marke: Marke | None = None
    while True:
        zeilen = _lies(angemeldet, filter_, marke, EXPORTLAENGE)
        yield from _mit_fortschritt(zeilen, pflicht)
        db.session.rollback()
        if len(zeilen) < EXPORTLAENGE:
            return
        marke = (zeilen[-1].sortierschluessel, zeilen[-1].qualifizierung_id)


def list_team(angemeldet: Angemeldet) -> list[Teamzeile]:
    """Trainers and Koordination of the own Standorte: few, so no pages."""
    zeilen = db.session.execute(
        select(Person, Zustaendigkeit.rolle, Standort.name)
        .join(Zustaendigkeit, Zustaendigkeit.person_id == Person.id)
        .join(Standort, Standort.id == Zustaendigkeit.standort_id)
        .where(
            Zustaendigkeit.standort_id.in_(angemeldet.standorte(Rolle.KOORDINATION)),
            Zustaendigkeit.rolle.in_((Rolle.TRAINER, Rolle.KOORDINATION)),
        )
        .order_by(Person.sortierschluessel, Person.id, Zustaendigkeit.id)
    )
    aufgaben: dict[Person, list[tuple[Rolle, str]]] = {}
    for person, rolle, standort in zeilen:
        aufgaben.setdefault(person, []).append((rolle, standort))
    return [Teamzeile(p.id, p.name, p.email, p.aktiv, tuple(a)) for p, a in aufgaben.items()]


def _der_koordination(angemeldet: Angemeldet) -> tuple[ColumnElement[bool], ...]:
    """Of the own Standorte, and still a Lotse there: who has left is nobody's to list."""
    noch_lotse = exists(
        select(Zustaendigkeit.id).where(
            Zustaendigkeit.person_id == Qualifizierung.person_id,
            Zustaendigkeit.standort_id == Qualifizierung.standort_id,
            Zustaendigkeit.rolle == Rolle.LOTSE,
        )
    )
    return qualifizierungen_der_koordination(angemeldet), noch_lotse


def _lies(
    angemeldet: Angemeldet, filter_: Filter, nach: Marke | None, anzahl: int
) -> Sequence[Row[Any]]:
    anfrage = _grundlage().where(*_der_koordination(angemeldet), *passt_zur_suche(filter_.suche))
    if filter_.stand is not None:
        anfrage = anfrage.where(Qualifizierung.stand == filter_.stand)
    if nach is not None:
        stelle = tuple_(Person.sortierschluessel, Qualifizierung.id)
        anfrage = anfrage.where(stelle > tuple_(*nach))
    anfrage = anfrage.order_by(Person.sortierschluessel, Qualifizierung.id).limit(anzahl)
    return db.session.execute(anfrage).all()


def _grundlage() -> Select[*tuple[Any, ...]]:
    spalten: Select[*tuple[Any, ...]] = select(
        Qualifizierung.id.label("qualifizierung_id"),
        Person.id.label("person_id"),
        Person.vorname,
        Person.nachname,
        Person.email,
        Person.aktiv,
        Person.sortierschluessel,
        Standort.name.label("standort"),
        Qualifizierung.stand,
        Qualifizierung.zurueckgegeben_am,
        Qualifizierung.vollstaendig_am,
        Qualifizierung.bestaetigt_am,
    )
    return spalten.join(Person, Person.id == Qualifizierung.person_id).join(
        Standort, Standort.id == Qualifizierung.standort_id
    )


def passt_zur_suche(text: str) -> list[ColumnElement[bool]]:
    """Each typed word must begin some word of the person."""
    return [
        exists(
            select(Suchwort.person_id).where(
                Suchwort.person_id == Person.id,
                Suchwort.wort >= wort,
                Suchwort.wort < wort + HOECHSTES,
            )
        )
        for wort in sorted(suchworte(text))
    ]


def _mit_fortschritt(zeilen: Sequence[Row[Any]], pflicht: Collection[str]) -> list[Lotsenzeile]:
    ids = [zeile.person_id for zeile in zeilen]
    fortschritt = db.session.execute(
        select(
            Modulfortschritt.person_id,
            func.count(Modulfortschritt.geschafft_am)
            .filter(Modulfortschritt.modul_id.in_(pflicht))
            .label("fertig"),
            func.max(Modulfortschritt.zuletzt_am, type_=Modulfortschritt.zuletzt_am.type).label(
                "am"
            ),
        )
        .where(Modulfortschritt.person_id.in_(ids))
        .group_by(Modulfortschritt.person_id)
    )
    je_person = {zeile.person_id: (zeile.fertig, zeile.am) for zeile in fortschritt}
    return [_zeile(zeile, *je_person.get(zeile.person_id, (0, None))) for zeile in zeilen]


def _zeile(zeile: Row[Any], fertig: int, zuletzt_am: datetime | None) -> Lotsenzeile:
    return Lotsenzeile(
        person_id=zeile.person_id,
        vorname=zeile.vorname,
        nachname=zeile.nachname,
        email=zeile.email,
        aktiv=zeile.aktiv,
        standort=zeile.standort,
        stand=zeile.stand,
        zurueckgegeben=zeile.zurueckgegeben_am is not None,
        vollstaendig_am=zeile.vollstaendig_am,
        bestaetigt_am=zeile.bestaetigt_am,
        module_fertig=fertig,
        zuletzt_am=zuletzt_am,
    )
