"""What Standorte wrote about their place: contacts, rules, and what is still missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import select

from kurse.rahmen import OertlicheAngabe
from lernplattform.core.db import db
from lernplattform.models.standort import OertlicherEintrag, Standort

KOORDINATION = "koordination"
"""The Angabe that comes first wherever somebody needs help."""


@dataclass(frozen=True, slots=True)
class Ortseintrag:
    """One Angabe of the content, with what the Standort wrote for it."""

    id: str
    titel: str
    hinweis: str
    telefon: str = ""
    text: str = ""
    ruft_an: bool = False

    @property
    def fragt_telefon(self) -> bool:
        """A rule needs no number; but one that is there can be seen and taken away."""
        return self.ruft_an or bool(self.telefon)

    @property
    def gefuellt(self) -> bool:
        return bool(self.telefon or self.text)


@dataclass(frozen=True, slots=True)
class VorOrt:
    """One Standort; `eintraege` holds every Angabe, the Koordination first."""

    standort_id: int
    standort: str
    eintraege: tuple[Ortseintrag, ...]

    @property
    def gefuellte(self) -> tuple[Ortseintrag, ...]:
        return tuple(eintrag for eintrag in self.eintraege if eintrag.gefuellt)

    @property
    def fehlende(self) -> tuple[Ortseintrag, ...]:
        return tuple(eintrag for eintrag in self.eintraege if not eintrag.gefuellt)

    @property
    def kontakte(self) -> tuple[Ortseintrag, ...]:
        """Whom to call; the Koordination also where it can only be met."""
        return tuple(e for e in self.gefuellte if e.telefon or e.id == KOORDINATION)


def lies_vor_ort(
    standort_ids: Iterable[int], angaben: Iterable[OertlicheAngabe]
) -> tuple[VorOrt, ...]:
    """By name of the Standort. Entries whose Angabe is gone from the content are not shown."""
    geordnet = sorted(angaben, key=lambda angabe: angabe.id != KOORDINATION)
    return tuple(
        _vor_ort(standort_id, list(zeilen), geordnet)
        for standort_id, zeilen in groupby(_lies_zeilen(standort_ids), key=lambda z: z.id)
    )


def _lies_zeilen(standort_ids: Iterable[int]) -> Iterable[Any]:
    spalten = (OertlicherEintrag.angabe_id, OertlicherEintrag.telefon, OertlicherEintrag.text)
    return db.session.execute(
        select(Standort.id, Standort.name, *spalten)
        .outerjoin(OertlicherEintrag, OertlicherEintrag.standort_id == Standort.id)
        .where(Standort.id.in_(sorted(standort_ids)))
        .order_by(Standort.name, Standort.id)
    )


def _vor_ort(standort_id: int, zeilen: list[Any], angaben: list[OertlicheAngabe]) -> VorOrt:
    geschrieben = {zeile.angabe_id: zeile for zeile in zeilen if zeile.angabe_id}
    eintraege = tuple(_eintrag(angabe, geschrieben) for angabe in angaben)
    return VorOrt(standort_id, zeilen[0].name, eintraege)


def _eintrag(angabe: OertlicheAngabe, geschrieben: Mapping[str, Any]) -> Ortseintrag:
    leer = Ortseintrag(angabe.id, angabe.titel, angabe.hinweis, ruft_an=angabe.telefon)
    zeile = geschrieben.get(angabe.id)
    if zeile is None:
        return leer
    return replace(leer, telefon=zeile.telefon, text=zeile.text)
