"""What a trainer does for one Lotse: review the progress, answer a shared Reflexion."""

from datetime import datetime

from sqlalchemy import select

from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import db
from lernplattform.core.errors import Konflikt, NichtGefunden
from lernplattform.models.fortschritt import Durchsicht, Reflexion
from lernplattform.models.person import Person
from lernplattform.rechte import Angemeldet, lotsen_der_begleitung
from lernplattform.services.nachrichten import lege_nachricht_an
from lernplattform.services.protokoll import protokolliere


def sieh_durch(angemeldet: Angemeldet, person_id: int, notiz: str, jetzt: datetime) -> None:
    """The progress of a Lotse is reviewed. Sent twice on a day with the same note it counts once.

    Raises NichtGefunden outside the own Kursgruppen, Konflikt for the own progress.
    """
    _sperre_lotsen(angemeldet, person_id)
    if person_id == angemeldet.person_id:
        raise Konflikt("eigene_durchsicht")
    if _ist_schon_durchgesehen(angemeldet, person_id, notiz, jetzt):
        return
    trainer_id = angemeldet.person_id
    db.session.add(Durchsicht(person_id=person_id, trainer_id=trainer_id, notiz=notiz, am=jetzt))
    lege_nachricht_an(person_id, "durchsicht", jetzt)
    protokolliere("durchsicht", trainer_id, jetzt, betroffen_id=person_id)


def beantworte_reflexion(
    angemeldet: Angemeldet, reflexion_id: int, antwort: str, jetzt: datetime
) -> None:
    """Answer once. Who writes the shared text anew may be answered anew.

    Raises NichtGefunden for private and foreign ones, Konflikt if somebody else was faster.
    """
    reflexion = _sperre_geteilte(angemeldet, reflexion_id)
    if reflexion.beantwortet_am and reflexion.geaendert_am <= reflexion.beantwortet_am:
        if reflexion.antwort != antwort:
            raise Konflikt("schon_beantwortet")
        return
    reflexion.antwort = antwort
    reflexion.beantwortet_am = jetzt
    reflexion.beantwortet_von_id = angemeldet.person_id
    lege_nachricht_an(reflexion.person_id, "reflexion_beantwortet", jetzt)
    protokolliere(
        "reflexion_beantwortet",
        angemeldet.person_id,
        jetzt,
        betroffen_id=reflexion.person_id,
        reflexion_id=reflexion.id,
    )


def _sperre_lotsen(angemeldet: Angemeldet, person_id: int) -> None:
    """One Durchsicht of a person after the other, so that a double click is seen as one."""
    gefunden = db.session.scalar(
        select(Person.id)
        .where(Person.id == person_id, lotsen_der_begleitung(angemeldet))
        .with_for_update(key_share=True)
    )
    if gefunden is None:
        raise NichtGefunden


def _ist_schon_durchgesehen(
    angemeldet: Angemeldet, person_id: int, notiz: str, jetzt: datetime
) -> bool:
    letzte = db.session.scalars(
        select(Durchsicht)
        .where(Durchsicht.person_id == person_id, Durchsicht.trainer_id == angemeldet.person_id)
        .order_by(Durchsicht.id.desc())
        .limit(1)
    ).first()
    if letzte is None or letzte.notiz != notiz:
        return False
    return letzte.am.astimezone(ORTSZEIT).date() == jetzt.astimezone(ORTSZEIT).date()


def _sperre_geteilte(angemeldet: Angemeldet, reflexion_id: int) -> Reflexion:
    reflexion = db.session.scalars(
        select(Reflexion)
        .join(Person, Person.id == Reflexion.person_id)
        .where(
            Reflexion.id == reflexion_id,
            Reflexion.geteilt_am.is_not(None),
            lotsen_der_begleitung(angemeldet),
        )
        .with_for_update(of=Reflexion)
    ).one_or_none()
    if reflexion is None:
        raise NichtGefunden
    return reflexion
