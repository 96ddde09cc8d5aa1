"""Own Durchläufe: the run as it stands, its answers played again, and earlier results."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import and_, func, select

from kurse.katalog import Katalog
from kurse.kurs import SzenarioInhalt
from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.durchlauf import Antwort, Durchlauf, DurchlaufStatus
from lernplattform.queries.inhalt import lies_fassung
from quiz.bewertung import GUT_AB, Hindernis, Urteil, bester
from quiz.durchlauf import Schritt, Stand, starte, weiter
from quiz.fragen import Bewertung, Eingabe, Sicherheit


@dataclass(frozen=True, slots=True)
class Lauf:
    """One Durchlauf of the person who asks."""

    id: int
    szenario_id: str
    inhalt_hash: str
    status: DurchlaufStatus
    bestanden: bool | None
    beendet_am: datetime | None

    @property
    def offen(self) -> bool:
        return self.status is DurchlaufStatus.OFFEN


@dataclass(frozen=True, slots=True)
class Entscheidung:
    """One stored answer with what it did; `vorher` is where it was asked."""

    vorher: Stand
    eingabe: Eingabe
    schritt: Schritt


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """A finished Durchlauf in words that may be shown: no score."""

    durchlauf_id: int
    fassung: int
    bestanden: bool
    beendet_am: datetime
    gut: int
    von: int
    urteil: Urteil


def lies_lauf(person_id: int, durchlauf_id: int) -> Lauf:
    """Raises NichtGefunden for the run of somebody else as well."""
    zeile = db.session.execute(
        select(
            Durchlauf.id,
            Durchlauf.szenario_id,
            Durchlauf.inhalt_hash,
            Durchlauf.status,
            Durchlauf.bestanden,
            Durchlauf.beendet_am,
        ).where(Durchlauf.id == durchlauf_id, Durchlauf.person_id == person_id)
    ).first()
    if zeile is None:
        raise NichtGefunden
    return Lauf(*zeile)


def fassung_des_laufs(katalog: Katalog, szenario_id: str, hash_: str) -> SzenarioInhalt:
    """The version that the run is pinned to: the live one, else the stored one."""
    live = katalog.szenario(szenario_id)
    inhalt = live if live is not None and live.hash == hash_ else lies_fassung(hash_)
    if not isinstance(inhalt, SzenarioInhalt):
        raise NichtGefunden
    return inhalt


def lies_entscheidungen(inhalt: SzenarioInhalt, durchlauf_id: int) -> tuple[Entscheidung, ...]:
    """The answers of a run, played again on its version: the same states as then."""
    zeilen = db.session.execute(
        select(Antwort.eingabe, Antwort.sicherheit)
        .where(Antwort.durchlauf_id == durchlauf_id)
        .order_by(Antwort.schritt)
    )
    stand, entscheidungen = starte(inhalt.szenario), []
    for zeile in zeilen:
        eingabe = eingabe_aus_json(zeile.eingabe, zeile.sicherheit)
        schritt = weiter(inhalt.szenario, stand, eingabe)
        entscheidungen.append(Entscheidung(stand, eingabe, schritt))
        stand = schritt.stand
    return tuple(entscheidungen)


def lies_offenen_lauf(person_id: int, szenario_id: str) -> int | None:
    return db.session.scalar(
        select(Durchlauf.id).where(
            Durchlauf.person_id == person_id,
            Durchlauf.szenario_id == szenario_id,
            Durchlauf.status == DurchlaufStatus.OFFEN,
        )
    )


def lies_ergebnisse(person_id: int, szenario_id: str) -> tuple[Ergebnis, ...]:
    """All finished runs of a person in a Szenario, in order of time."""
    bewertet = Antwort.wert_zaehler.is_not(None)
    gut_ab = Antwort.wert_zaehler * GUT_AB.denominator >= Antwort.wert_nenner * GUT_AB.numerator
    zeilen = db.session.execute(
        select(
            Durchlauf.id,
            Durchlauf.fassung,
            Durchlauf.bestanden,
            Durchlauf.beendet_am,
            Durchlauf.punkte_zaehler,
            Durchlauf.punkte_nenner,
            func.count(Antwort.id).filter(and_(bewertet, gut_ab)).label("gut"),
            func.count(Antwort.id).filter(bewertet).label("von"),
        )
        .outerjoin(Antwort, Antwort.durchlauf_id == Durchlauf.id)
        .where(
            Durchlauf.person_id == person_id,
            Durchlauf.szenario_id == szenario_id,
            Durchlauf.status == DurchlaufStatus.BEENDET,
        )
        .group_by(Durchlauf.id)
        .order_by(Durchlauf.id)
    )
    return tuple(_ergebnis(zeile) for zeile in zeilen)


def bestes(ergebnisse: Iterable[Ergebnis], fassung: int) -> Ergebnis | None:
    """Only runs on the current Fassung compete; of equals the earliest."""
    heutige = [ergebnis for ergebnis in ergebnisse if ergebnis.fassung == fassung]
    nummer = bester(ergebnis.urteil for ergebnis in heutige)
    return None if nummer is None else heutige[nummer]


def eingabe_zu_json(eingabe: Eingabe) -> dict[str, Any]:
    """What is kept of an answer; never the free text, which belongs to a Reflexion."""
    felder: dict[str, Any] = {
        "gewaehlt": list(eingabe.gewaehlt),
        "reihenfolge": list(eingabe.reihenfolge),
        "zuordnung": {str(links): rechts for links, rechts in eingabe.zuordnung.items()},
    }
    return {name: wert for name, wert in felder.items() if wert}


def eingabe_aus_json(daten: Mapping[str, Any], sicherheit: int | None) -> Eingabe:
    return Eingabe(
        gewaehlt=tuple(daten.get("gewaehlt", ())),
        reihenfolge=tuple(daten.get("reihenfolge", ())),
        zuordnung={int(links): rechts for links, rechts in daten.get("zuordnung", {}).items()},
        sicherheit=None if sicherheit is None else Sicherheit(str(sicherheit)),
    )


def bewertung_aus(zaehler: int | None, nenner: int | None, *, gefaehrlich: bool) -> Bewertung:
    wert = None if zaehler is None or nenner is None else Fraction(zaehler, nenner)
    return Bewertung(wert, gefaehrlich)


def _ergebnis(zeile: Any) -> Ergebnis:
    bestanden = bool(zeile.bestanden)
    score = bewertung_aus(zeile.punkte_zaehler, zeile.punkte_nenner, gefaehrlich=False).wert
    urteil = Urteil(score, beendet=True, hindernisse=() if bestanden else (Hindernis.FEHLT,))
    return Ergebnis(
        zeile.id, zeile.fassung, bestanden, zeile.beendet_am, zeile.gut, zeile.von, urteil
    )
