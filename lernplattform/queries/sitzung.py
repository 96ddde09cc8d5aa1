"""Who a session token belongs to: the one read that every signed-in request makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select

from lernplattform.core.db import db
from lernplattform.core.token import token_hash
from lernplattform.models.inhalt import Katalogstand
from lernplattform.models.person import Person, Zustaendigkeit
from lernplattform.models.sitzung import Sitzung
from lernplattform.rechte import Angemeldet


@dataclass(frozen=True, slots=True)
class Sitzungszeiten:
    begonnen_am: datetime
    zuletzt_am: datetime


SPALTEN: tuple[Any, ...] = (
    Sitzung.id.label("sitzung_id"),
    Sitzung.begonnen_am,
    Sitzung.zuletzt_am,
    Person.id.label("person_id"),
    Person.vorname,
    Person.nachname,
    Person.sprache,
    Person.fachwortsprache,
    Person.einfach_lesen,
    Person.gesehene_hinweise,
    Zustaendigkeit.rolle,
    Zustaendigkeit.standort_id,
)


def finde_angemeldet(
    token: str, jetzt: datetime, *, ruhedauer: timedelta, hoechstdauer: timedelta
) -> tuple[Angemeldet, Sitzungszeiten] | None:
    """The person of a live session, and its times; None if it is not live.

    Carries the live Katalogstand along, so that all workers switch with the next request.
    """
    zeilen = _lies(token_hash(token), jetzt - ruhedauer, jetzt - hoechstdauer)
    if not zeilen:
        return None
    erste = zeilen[0]
    return _aus(erste, zeilen), Sitzungszeiten(erste.begonnen_am, erste.zuletzt_am)


def _lies(
    hash_: str, frueheste_ruhe: datetime, frueheste: datetime
) -> Sequence[Row[*tuple[Any, ...]]]:
    live = select(func.max(Katalogstand.id)).scalar_subquery()
    return db.session.execute(
        select(*SPALTEN, live.label("katalogstand_id"))
        .join(Person, Person.id == Sitzung.person_id)
        .outerjoin(Zustaendigkeit, Zustaendigkeit.person_id == Person.id)
        .where(
            Sitzung.token_hash == hash_,
            Sitzung.zuletzt_am > frueheste_ruhe,
            Sitzung.begonnen_am > frueheste,
            Person.aktiv,
        )
    ).all()


def _aus(erste: Any, zeilen: Sequence[Any]) -> Angemeldet:
    return Angemeldet(
        person_id=erste.person_id,
        sitzung_id=erste.sitzung_id,
        vorname=erste.vorname,
        nachname=erste.nachname,
        sprache=erste.sprache,
        zustaendigkeiten=frozenset((z.rolle, z.standort_id) for z in zeilen if z.rolle),
        katalogstand_id=erste.katalogstand_id,
        fachwortsprache=erste.fachwortsprache,
        einfach_lesen=erste.einfach_lesen,
        gesehene_hinweise=frozenset(erste.gesehene_hinweise),
    )
