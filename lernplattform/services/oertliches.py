"""The local page: what a Standort says of its contacts and rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.standort import OertlicherEintrag, Standort
from lernplattform.rechte import Angemeldet, darf_standort_koordinieren
from lernplattform.services.protokoll import protokolliere


@dataclass(frozen=True, slots=True)
class Ortsangabe:
    """Both empty: not filled."""

    telefon: str = ""
    text: str = ""


def trage_oertliches_ein(
    angemeldet: Angemeldet, standort_id: int, angaben: Mapping[str, Ortsangabe], jetzt: datetime
) -> tuple[str, ...]:
    """Write these entries and take the empty ones away; returns the ids of those that changed.

    Raises NichtGefunden for a Standort that one does not coordinate.
    """
    if not darf_standort_koordinieren(angemeldet, standort_id):
        raise NichtGefunden
    _sperre(standort_id)
    vorhanden = {eintrag.angabe_id: eintrag for eintrag in _lies(standort_id)}
    geaendert = tuple(
        angabe_id
        for angabe_id, angabe in angaben.items()
        if angabe != _wie_bisher(vorhanden.get(angabe_id))
    )
    for angabe_id in geaendert:
        _schreibe(vorhanden.get(angabe_id), standort_id, angabe_id, angaben[angabe_id], jetzt)
    if geaendert:
        protokolliere(
            "oertliches_geaendert",
            angemeldet.person_id,
            jetzt,
            standort_id=standort_id,
            angaben=sorted(geaendert),
        )
    return geaendert


def _sperre(standort_id: int) -> None:
    """Two people may fill the page of one Standort at once."""
    db.session.scalars(
        select(Standort.id).where(Standort.id == standort_id).with_for_update()
    ).one()


def _lies(standort_id: int) -> list[OertlicherEintrag]:
    zeilen = select(OertlicherEintrag).where(OertlicherEintrag.standort_id == standort_id)
    return list(db.session.scalars(zeilen))


def _wie_bisher(eintrag: OertlicherEintrag | None) -> Ortsangabe:
    return Ortsangabe(eintrag.telefon, eintrag.text) if eintrag else Ortsangabe()


def _schreibe(
    eintrag: OertlicherEintrag | None,
    standort_id: int,
    angabe_id: str,
    angabe: Ortsangabe,
    jetzt: datetime,
) -> None:
    if angabe == Ortsangabe():
        db.session.delete(eintrag)
        return
    if eintrag is None:
        eintrag = OertlicherEintrag(standort_id=standort_id, angabe_id=angabe_id)
        db.session.add(eintrag)
    eintrag.telefon, eintrag.text, eintrag.geaendert_am = angabe.telefon, angabe.text, jetzt
