"""Kursgruppen: who learns together, and who leads."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied, Kursgruppe
from lernplattform.models.person import Rolle, Zustaendigkeit
from lernplattform.rechte import Angemeldet
from lernplattform.services.protokoll import protokolliere


def lege_gruppe_an(
    angemeldet: Angemeldet, name: str, standort_id: int, trainer: Collection[int], jetzt: datetime
) -> Kursgruppe:
    _verlange_standort(angemeldet, standort_id)
    gruppe = Kursgruppe(name=name, standort_id=standort_id)
    db.session.add(gruppe)
    db.session.flush()  # leaders refer to its id
    _setze_leitung(gruppe, trainer)
    protokolliere("gruppe_angelegt", angemeldet.person_id, jetzt, kursgruppe_id=gruppe.id)
    return gruppe


def aendere_gruppe(
    angemeldet: Angemeldet, gruppe_id: int, name: str, trainer: Collection[int], jetzt: datetime
) -> None:
    gruppe = _hole(angemeldet, gruppe_id)
    gruppe.name = name
    db.session.execute(delete(Gruppenleitung).where(Gruppenleitung.kursgruppe_id == gruppe.id))
    _setze_leitung(gruppe, trainer)
    protokolliere("gruppe_geaendert", angemeldet.person_id, jetzt, kursgruppe_id=gruppe.id)


def nimm_auf(angemeldet: Angemeldet, gruppe_id: int, person_id: int, jetzt: datetime) -> None:
    """A Lotse of the same Standort joins; twice changes nothing."""
    gruppe = _hole(angemeldet, gruppe_id)
    _verlange_rolle(person_id, Rolle.LOTSE, gruppe.standort_id)
    if db.session.get(Gruppenmitglied, (gruppe.id, person_id)) is None:
        db.session.add(Gruppenmitglied(kursgruppe_id=gruppe.id, person_id=person_id))
        _protokolliere_mitglied("gruppe_aufgenommen", angemeldet, gruppe, person_id, jetzt)


def nimm_heraus(angemeldet: Angemeldet, gruppe_id: int, person_id: int, jetzt: datetime) -> None:
    """Who is not in it, but could be, stays out; anybody else is unknown."""
    gruppe = _hole(angemeldet, gruppe_id)
    mitglied = db.session.get(Gruppenmitglied, (gruppe.id, person_id))
    if mitglied is None:
        _verlange_rolle(person_id, Rolle.LOTSE, gruppe.standort_id)
        return
    db.session.delete(mitglied)
    _protokolliere_mitglied("gruppe_herausgenommen", angemeldet, gruppe, person_id, jetzt)


def _hole(angemeldet: Angemeldet, gruppe_id: int) -> Kursgruppe:
    gruppe = db.session.get(Kursgruppe, gruppe_id)
    if gruppe is None:
        raise NichtGefunden
    _verlange_standort(angemeldet, gruppe.standort_id)
    return gruppe


def _verlange_standort(angemeldet: Angemeldet, standort_id: int) -> None:
    if standort_id not in angemeldet.standorte(Rolle.KOORDINATION):
        raise NichtGefunden


def _setze_leitung(gruppe: Kursgruppe, trainer: Collection[int]) -> None:
    for person_id in sorted(set(trainer)):
        _verlange_rolle(person_id, Rolle.TRAINER, gruppe.standort_id)
        db.session.add(Gruppenleitung(kursgruppe_id=gruppe.id, person_id=person_id))


def _verlange_rolle(person_id: int, rolle: Rolle, standort_id: int) -> None:
    hat = select(Zustaendigkeit.id).where(
        Zustaendigkeit.person_id == person_id,
        Zustaendigkeit.rolle == rolle,
        Zustaendigkeit.standort_id == standort_id,
    )
    if db.session.scalar(hat) is None:
        raise NichtGefunden


def _protokolliere_mitglied(
    akt: str, angemeldet: Angemeldet, gruppe: Kursgruppe, person_id: int, jetzt: datetime
) -> None:
    protokolliere(akt, angemeldet.person_id, jetzt, betroffen_id=person_id, kursgruppe_id=gruppe.id)
