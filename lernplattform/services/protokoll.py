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
    neue = sorted(set(person_ids) - bekannt.keys())
    return bekannt | _gib_pseudonyme(neue) if neue else bekannt


def _gib_pseudonyme(person_ids: list[int]) -> dict[int, str]:
    """Or those that somebody else has just given, which the empty update reads: two first acts
    may come at once."""
    zeilen = [{"person_id": p, "pseudonym": secrets.token_hex(16)} for p in person_ids]
    einfuegung = einfuegen(Pseudonym)
    gegeben = db.session.execute(
        einfuegung.on_conflict_do_update(
            index_elements=["person_id"], set_={"person_id": einfuegung.excluded.person_id}
        ).returning(Pseudonym.person_id, Pseudonym.pseudonym),
        zeilen,
    )
    return {zeile.person_id: zeile.pseudonym for zeile in gegeben}
