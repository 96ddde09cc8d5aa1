"""Content from the database: the live Katalog, and old versions that a Durchlauf is pinned to."""

from functools import lru_cache

import structlog
from sqlalchemy import func, select

from kurse.katalog import Katalog, fuer_demo
from kurse.kurs import Inhalt
from kurse.speichern import inhalt_aus_json, katalog_aus_json, verwendete_hashes
from lernplattform.core.db import db
from lernplattform.core.errors import NichtBereit, NichtGefunden
from lernplattform.models.inhalt import Inhaltsfassung, Katalogstand

log = structlog.get_logger()
ALTE_FASSUNGEN = 256


def live_katalogstand() -> int | None:
    """The id of the live Katalogstand; None before any content was stored."""
    return db.session.scalar(select(func.max(Katalogstand.id)))


@lru_cache(maxsize=ALTE_FASSUNGEN)
def lies_fassung(hash_: str) -> Inhalt:
    """One stored version; its hash names it, so it never goes out of date. Raises NichtGefunden."""
    daten = db.session.scalar(select(Inhaltsfassung.daten).where(Inhaltsfassung.hash == hash_))
    if daten is None:
        raise NichtGefunden
    return inhalt_aus_json(daten)


class Inhaltsspeicher:
    """What one worker keeps in memory of the live content: one Katalog."""

    def __init__(self, *, demo: bool) -> None:
        self._demo = demo
        self._stand: tuple[int, Katalog] | None = None

    def katalog(self, katalogstand_id: int | None) -> Katalog:
        """The Katalog of that Katalogstand; the one before it if it cannot be read.

        Raises NichtBereit if there is none at all.
        """
        if katalogstand_id is None:
            raise NichtBereit
        stand = self._stand
        if stand is None or stand[0] != katalogstand_id:
            stand = self._wechsle(katalogstand_id)
        return stand[1]

    def _wechsle(self, katalogstand_id: int) -> tuple[int, Katalog]:
        try:
            katalog = lade_katalog(katalogstand_id)
        except Exception as fehler:
            log.error("katalog_unlesbar", katalogstand=katalogstand_id, exc_info=fehler)
            if self._stand is None:
                raise NichtBereit from fehler
            return self._stand
        self._stand = (katalogstand_id, fuer_demo(katalog) if self._demo else katalog)
        return self._stand


def lade_katalog(katalogstand_id: int) -> Katalog:
    """Build the Katalog from its Katalogstand and the Inhaltsfassungen that it names."""
    struktur = db.session.scalars(
        select(Katalogstand.struktur).where(Katalogstand.id == katalogstand_id)
    ).one()
    zeilen = db.session.execute(
        select(Inhaltsfassung.hash, Inhaltsfassung.daten).where(
            Inhaltsfassung.hash.in_(verwendete_hashes(struktur))
        )
    )
    return katalog_aus_json(struktur, {zeile.hash: zeile.daten for zeile in zeilen})
