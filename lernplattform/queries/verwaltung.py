"""Träger, Standorte and accounts as the Verwaltung sees them: nothing about learning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, and_, exists, func, select, tuple_

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort, Traeger
from lernplattform.queries.person import passt_zur_suche
from lernplattform.queries.seite import Seite, entpacke, verpacke

SEITENLAENGE = 50


@dataclass(frozen=True, slots=True)
class Standortzeile:
    """`anzahl`: people by Rolle, also without access; `staende`: Qualifizierungen of its Lotsen."""

    id: int
    name: str
    mindest_ue_praesenz: int
    durchsicht_noetig: bool
    vier_augen: bool
    anzahl: Mapping[Rolle, int]
    staende: Mapping[QualifizierungStand, int]


@dataclass(frozen=True, slots=True)
class Traegerblatt:
    id: int
    name: str
    standorte: tuple[Standortzeile, ...]


@dataclass(frozen=True, slots=True)
class Personensuche:
    suche: str = ""
    rolle: Rolle | None = None
    standort_id: int | None = None


@dataclass(frozen=True, slots=True)
class Zustaendig:
    """`standort` is None for Verwaltung."""

    id: int
    rolle: Rolle
    standort: str | None


@dataclass(frozen=True, slots=True)
class Kontozeile:
    person_id: int
    name: str
    kennung: str
    aktiv: bool
    eingeladen: bool
    zustaendigkeiten: tuple[Zustaendig, ...]


def list_traeger() -> list[Traegerblatt]:
    anzahl, staende = _anzahl_je_standort(), _staende_je_standort()
    je_traeger: dict[int, list[Standortzeile]] = {}
    zeilen = db.session.execute(
        select(
            Traeger.id,
            Traeger.name,
            Standort.id.label("standort_id"),
            Standort.name.label("standort"),
            Standort.mindest_ue_praesenz,
            Standort.durchsicht_noetig,
            Standort.vier_augen,
        )
        .outerjoin(Standort, Standort.traeger_id == Traeger.id)
        .order_by(Traeger.name, Traeger.id, Standort.name, Standort.id)
    ).all()
    for z in zeilen:
        standorte = je_traeger.setdefault(z.id, [])
        if z.standort_id is not None:
            zahlen = (anzahl.get(z.standort_id, {}), staende.get(z.standort_id, {}))
            standorte.append(Standortzeile(*z[2:], *zahlen))
    namen = {z.id: z.name for z in zeilen}
    return [Traegerblatt(i, namen[i], tuple(standorte)) for i, standorte in je_traeger.items()]


def lies_traeger(traeger_id: int) -> Traeger:
    traeger = db.session.get(Traeger, traeger_id)
    if traeger is None:
        raise NichtGefunden
    return traeger


def lies_standort(standort_id: int) -> Standort:
    standort = db.session.get(Standort, standort_id)
    if standort is None:
        raise NichtGefunden
    return standort


def traegerwahl() -> list[tuple[int, str]]:
    zeilen = db.session.execute(select(Traeger.id, Traeger.name).order_by(Traeger.name))
    return [(zeile[0], zeile[1]) for zeile in zeilen]


def alle_standorte() -> list[tuple[int, str]]:
    zeilen = db.session.execute(select(Standort.id, Standort.name).order_by(Standort.name))
    return [(zeile[0], zeile[1]) for zeile in zeilen]


def list_konten(filter_: Personensuche, nach: str | None) -> Seite[Kontozeile]:
    gelesen = db.session.execute(_gesuchte(filter_, nach).limit(SEITENLAENGE + 1)).all()
    sichtbar = gelesen[:SEITENLAENGE]
    letzte = sichtbar[-1] if len(gelesen) > SEITENLAENGE else None
    weiter = verpacke((letzte.sortierschluessel, letzte.id)) if letzte else None
    return Seite(_mit_zustaendigkeiten(sichtbar), weiter)


def zaehle_konten(filter_: Personensuche) -> int:
    gesuchte = _gesuchte(filter_, None).order_by(None).subquery()
    return db.session.scalar(select(func.count()).select_from(gesuchte)) or 0


def lies_kontozeile(person_id: int) -> Kontozeile:
    zeilen = db.session.execute(_grundlage().where(Person.id == person_id)).all()
    if not zeilen:
        raise NichtGefunden
    return _mit_zustaendigkeiten(zeilen)[0]


def lies_name(person_id: int) -> str:
    """Raises NichtGefunden."""
    zeile = db.session.execute(
        select(Person.vorname, Person.nachname).where(Person.id == person_id)
    ).one_or_none()
    if zeile is None:
        raise NichtGefunden
    return f"{zeile.vorname} {zeile.nachname}".strip()


def _anzahl_je_standort() -> dict[int, dict[Rolle, int]]:
    zeilen = db.session.execute(
        select(Zustaendigkeit.standort_id, Zustaendigkeit.rolle, func.count())
        .where(Zustaendigkeit.standort_id.is_not(None))
        .group_by(Zustaendigkeit.standort_id, Zustaendigkeit.rolle)
    )
    anzahl: dict[int, dict[Rolle, int]] = {}
    for standort_id, rolle, menge in zeilen:
        if standort_id is not None:
            anzahl.setdefault(standort_id, {})[rolle] = menge
    return anzahl


def _staende_je_standort() -> dict[int, dict[QualifizierungStand, int]]:
    """Of who is still a Lotse there: who has left is nobody's to count."""
    zeilen = db.session.execute(
        select(Qualifizierung.standort_id, Qualifizierung.stand, func.count())
        .join(
            Zustaendigkeit,
            and_(
                Zustaendigkeit.person_id == Qualifizierung.person_id,
                Zustaendigkeit.standort_id == Qualifizierung.standort_id,
                Zustaendigkeit.rolle == Rolle.LOTSE,
            ),
        )
        .group_by(Qualifizierung.standort_id, Qualifizierung.stand)
    )
    staende: dict[int, dict[QualifizierungStand, int]] = {}
    for standort_id, stand, menge in zeilen:
        staende.setdefault(standort_id, {})[stand] = menge
    return staende


def _grundlage() -> Select[*tuple[Any, ...]]:
    return select(
        Person.id,
        Person.vorname,
        Person.nachname,
        Person.email,
        Person.benutzername,
        Person.aktiv,
        Person.passwort_hash.is_(None).label("eingeladen"),
        Person.sortierschluessel,
    )


def _gesuchte(filter_: Personensuche, nach: str | None) -> Select[*tuple[Any, ...]]:
    anfrage = _grundlage().where(*passt_zur_suche(filter_.suche))
    bedingungen = [
        spalte == wert
        for spalte, wert in (
            (Zustaendigkeit.rolle, filter_.rolle),
            (Zustaendigkeit.standort_id, filter_.standort_id),
        )
        if wert is not None
    ]
    if bedingungen:
        zustaendig = select(Zustaendigkeit.id).where(
            Zustaendigkeit.person_id == Person.id, *bedingungen
        )
        anfrage = anfrage.where(exists(zustaendig))
    if (marke := entpacke(nach)) is not None:
        anfrage = anfrage.where(tuple_(Person.sortierschluessel, Person.id) > tuple_(*marke))
    return anfrage.order_by(Person.sortierschluessel, Person.id)


def _mit_zustaendigkeiten(zeilen: Sequence[Row[Any]]) -> list[Kontozeile]:
    gelesen = db.session.execute(
        select(Zustaendigkeit.person_id, Zustaendigkeit.id, Zustaendigkeit.rolle, Standort.name)
        .outerjoin(Standort, Standort.id == Zustaendigkeit.standort_id)
        .where(Zustaendigkeit.person_id.in_([zeile.id for zeile in zeilen]))
        .order_by(Zustaendigkeit.id)
    )
    je_person: dict[int, list[Zustaendig]] = {}
    for z in gelesen:
        je_person.setdefault(z.person_id, []).append(Zustaendig(z.id, z.rolle, z.name))
    return [
        Kontozeile(
            z.id,
            f"{z.vorname} {z.nachname}".strip(),
            z.email or z.benutzername,
            z.aktiv,
            z.eingeladen,
            tuple(je_person.get(z.id, ())),
        )
        for z in zeilen
    ]
