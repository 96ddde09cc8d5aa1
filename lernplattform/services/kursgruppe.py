"""Kursgruppen: who learns together, and who leads."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select

from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, NichtGefunden
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied, Kursgruppe
from lernplattform.models.person import Rolle, Zustaendigkeit
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet
from lernplattform.services.protokoll import protokolliere


def lege_gruppe_an(
    angemeldet: Angemeldet, name: str, standort_id: int, trainer: Collection[int], jetzt: datetime
) -> Kursgruppe:
    """Raises NichtGefunden, or EingabeUngueltig for a name that is taken here and for a trainer
    of another Standort."""
    _verlange_standort(angemeldet, standort_id)
    _verlange_freien_namen(name, standort_id)
    _pruefe_leitung(trainer, standort_id)
    gruppe = Kursgruppe(name=name, standort_id=standort_id)
    db.session.add(gruppe)
    db.session.flush()  # leaders refer to its id
    _setze_leitung(gruppe, trainer)
    protokolliere("gruppe_angelegt", angemeldet.person_id, jetzt, kursgruppe_id=gruppe.id)
    return gruppe


def aendere_gruppe(
    angemeldet: Angemeldet, gruppe_id: int, name: str, trainer: Collection[int], jetzt: datetime
) -> None:
    """Raises NichtGefunden and EingabeUngueltig as when it was made."""
    gruppe = _sperre(angemeldet, gruppe_id)
    if name != gruppe.name:
        _verlange_freien_namen(name, gruppe.standort_id)
    _pruefe_leitung(trainer, gruppe.standort_id)
    gruppe.name = name
    db.session.execute(delete(Gruppenleitung).where(Gruppenleitung.kursgruppe_id == gruppe.id))
    _setze_leitung(gruppe, trainer)
    protokolliere("gruppe_geaendert", angemeldet.person_id, jetzt, kursgruppe_id=gruppe.id)


def nimm_auf(angemeldet: Angemeldet, gruppe_id: int, person_id: int, jetzt: datetime) -> None:
    """A Lotse of the same Standort joins; twice changes nothing."""
    gruppe = _sperre(angemeldet, gruppe_id)
    _verlange_rolle(person_id, Rolle.LOTSE, gruppe.standort_id)
    if db.session.get(Gruppenmitglied, (gruppe.id, person_id)) is None:
        db.session.add(Gruppenmitglied(kursgruppe_id=gruppe.id, person_id=person_id))
        _protokolliere_mitglied("gruppe_aufgenommen", angemeldet, gruppe, person_id, jetzt)


def nimm_heraus(angemeldet: Angemeldet, gruppe_id: int, person_id: int, jetzt: datetime) -> None:
    """Who is not in it, but could be, stays out; anybody else is unknown."""
    gruppe = _sperre(angemeldet, gruppe_id)
    mitglied = db.session.get(Gruppenmitglied, (gruppe.id, person_id))
    if mitglied is None:
        _verlange_rolle(person_id, Rolle.LOTSE, gruppe.standort_id)
        return
    db.session.delete(mitglied)
    _protokolliere_mitglied("gruppe_herausgenommen", angemeldet, gruppe, person_id, jetzt)


def _sperre(angemeldet: Angemeldet, gruppe_id: int) -> Kursgruppe:
    """One change of a Kursgruppe after the other, so that a double click is seen as one."""
    gruppe = db.session.scalars(
        select(Kursgruppe).where(Kursgruppe.id == gruppe_id).with_for_update(key_share=True)
    ).one_or_none()
    if gruppe is None:
        raise NichtGefunden
    _verlange_standort(angemeldet, gruppe.standort_id)
    return gruppe


def _verlange_standort(angemeldet: Angemeldet, standort_id: int) -> None:
    if standort_id not in angemeldet.standorte(Rolle.KOORDINATION):
        raise NichtGefunden


def _verlange_freien_namen(name: str, standort_id: int) -> None:
    """Two of one name could not be told apart where people are put into one. The Standort is
    locked meanwhile, so that two who make the same at once do not both find it free."""
    db.session.execute(select(Standort.id).where(Standort.id == standort_id).with_for_update())
    gleich = select(Kursgruppe.id).where(
        Kursgruppe.standort_id == standort_id, Kursgruppe.name == name
    )
    if db.session.scalar(gleich) is not None:
        raise EingabeUngueltig("name", "vergeben")


def _pruefe_leitung(trainer: Collection[int], standort_id: int) -> None:
    """Before anything is written: what was refused must leave nothing behind."""
    for person_id in trainer:
        if not _hat_rolle(person_id, Rolle.TRAINER, standort_id):
            raise EingabeUngueltig("trainer", "anderer_standort")


def _setze_leitung(gruppe: Kursgruppe, trainer: Collection[int]) -> None:
    for person_id in sorted(set(trainer)):
        db.session.add(Gruppenleitung(kursgruppe_id=gruppe.id, person_id=person_id))


def _verlange_rolle(person_id: int, rolle: Rolle, standort_id: int) -> None:
    if not _hat_rolle(person_id, rolle, standort_id):
        raise NichtGefunden


def _hat_rolle(person_id: int, rolle: Rolle, standort_id: int) -> bool:
    hat = select(Zustaendigkeit.id).where(
        Zustaendigkeit.person_id == person_id,
        Zustaendigkeit.rolle == rolle,
        Zustaendigkeit.standort_id == standort_id,
    )
    return db.session.scalar(hat) is not None


def _protokolliere_mitglied(
    akt: str, angemeldet: Angemeldet, gruppe: Kursgruppe, person_id: int, jetzt: datetime
) -> None:
    protokolliere(akt, angemeldet.person_id, jetzt, betroffen_id=person_id, kursgruppe_id=gruppe.id)
