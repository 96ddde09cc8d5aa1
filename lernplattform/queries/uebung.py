"""What the Durchläufe of people say to a trainer: tries and where somebody is stuck."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from kurse.katalog import Katalog
from kurse.kurs import Modul
from kurse.regeln.begleitung import Versuche, haengt_fest
from lernplattform.core.db import db
from lernplattform.models.durchlauf import Durchlauf, DurchlaufStatus


@dataclass(frozen=True, slots=True)
class Uebungsstand:
    """What the Durchläufe of a person in one Szenario say to a trainer: no choice, no score."""

    szenario_id: str
    versuche: Versuche
    offen: int
    zuletzt_am: datetime


def lies_uebungsstaende(person_ids: Sequence[int]) -> dict[int, list[Uebungsstand]]:
    """Per person, one value for each Szenario that was begun."""
    beendet = Durchlauf.status == DurchlaufStatus.BEENDET
    zeilen = db.session.execute(
        select(
            Durchlauf.person_id,
            Durchlauf.szenario_id,
            func.count().filter(beendet, Durchlauf.bestanden.is_(True)).label("bestanden"),
            func.count().filter(beendet, Durchlauf.bestanden.is_(False)).label("nicht"),
            func.count().filter(Durchlauf.status == DurchlaufStatus.OFFEN).label("offen"),
            func.max(Durchlauf.zuletzt_am, type_=Durchlauf.zuletzt_am.type).label("zuletzt_am"),
        )
        .where(Durchlauf.person_id.in_(person_ids))
        .group_by(Durchlauf.person_id, Durchlauf.szenario_id)
    )
    staende: dict[int, list[Uebungsstand]] = {}
    for z in zeilen:
        stand = Uebungsstand(z.szenario_id, Versuche(z.bestanden, z.nicht), z.offen, z.zuletzt_am)
        staende.setdefault(z.person_id, []).append(stand)
    return staende


def module_mit_fest(katalog: Katalog, uebung: Iterable[Uebungsstand]) -> tuple[Modul, ...]:
    """The Module of the basis in which the person is stuck, in their order."""
    fest = {u.szenario_id for u in uebung if haengt_fest(u.versuche)}
    ids = {katalog.modul_von[s].id for s in fest if s in katalog.modul_von}
    return tuple(modul for modul in katalog.basis.module if modul.id in ids)
