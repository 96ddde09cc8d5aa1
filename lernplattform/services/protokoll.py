"""The audit trail: acts with codes, people only by pseudonym."""

import secrets
from datetime import datetime

from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.einfuegen import einfuegen
from lernplattform.models.protokoll import Einsichtnahme, Protokolleintrag, Pseudonym


def protokolliere(
    akt: str, akteur_id: int, jetzt: datetime, *, betroffen_id: int | None = None, **daten: object
) -> None:
    """Add one entry, in the transaction of the act. `daten`: codes and ids, no names or texts."""
    ids = [akteur_id] if betroffen_id is None else [akteur_id, betroffen_id]
    namen = _pseudonyme(ids)
    db.session.add(
        Protokolleintrag(
            am=jetzt,
            akteur=namen[akteur_id],
            akt=akt,
            betroffen=None if betroffen_id is None else namen[betroffen_id],
            daten=daten,
        )
    )


def vermerke_einsicht(wer_id: int, person_id: int, was: str, jetzt: datetime) -> None:
    """Staff is about to see a person's data."""
    db.session.add(Einsichtnahme(person_id=person_id, wer_id=wer_id, was=was, am=jetzt))


def _pseudonyme(person_ids: list[int]) -> dict[int, str]:
    bekannt = {
        zeile.person_id: zeile.pseudonym
        for zeile in db.session.scalars(
            select(Pseudonym).where(Pseudonym.person_id.in_(person_ids))
        )
    }
    for person_id in sorted(set(person_ids) - bekannt.keys()):
        bekannt[person_id] = _neues_pseudonym(person_id)
    return bekannt


def _neues_pseudonym(person_id: int) -> str:
    """Or the one that somebody else has just given: two first acts may come at once."""
    zeile = {"person_id": person_id, "pseudonym": secrets.token_hex(16)}
    db.session.execute(einfuegen(Pseudonym).on_conflict_do_nothing(), [zeile])
    return db.session.scalars(
        select(Pseudonym.pseudonym).where(Pseudonym.person_id == person_id)
    ).one()
