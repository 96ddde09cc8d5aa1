"""One Qualifizierung under its lock, with all that a decision on it needs, in one statement."""

from dataclasses import dataclass

from sqlalchemy import func, select

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.fortschritt import Durchsicht
from lernplattform.models.kursgruppe import Teilnahme
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Qualifizierung
from lernplattform.models.standort import Standort, Traeger
from lernplattform.rechte import Angemeldet, qualifizierungen_der_koordination


@dataclass(frozen=True)
class Vorgang:
    qualifizierung: Qualifizierung
    person: Person
    standort: Standort
    traeger: Traeger
    besuchte_ue: int


def sperre_vorgang(angemeldet: Angemeldet, qualifizierung_id: int) -> Vorgang:
    """Raises NichtGefunden for one of another Standort as for an unknown one."""
    ue = select(func.coalesce(func.sum(Teilnahme.ue), 0)).where(Teilnahme.person_id == Person.id)
    zeile = db.session.execute(
        select(Qualifizierung, Person, Standort, Traeger, ue.scalar_subquery())
        .join(Person, Person.id == Qualifizierung.person_id)
        .join(Standort, Standort.id == Qualifizierung.standort_id)
        .join(Traeger, Traeger.id == Standort.traeger_id)
        .where(
            Qualifizierung.id == qualifizierung_id, qualifizierungen_der_koordination(angemeldet)
        )
        .with_for_update(of=Qualifizierung)
    ).one_or_none()
    if zeile is None:
        raise NichtGefunden
    return Vorgang(*zeile)


def durchgesehen_von(person_id: int) -> frozenset[int]:
    """The trainers who reviewed this person's progress."""
    return frozenset(
        db.session.scalars(select(Durchsicht.trainer_id).where(Durchsicht.person_id == person_id))
    )
