"""The lock of a Seminar, and moves between places and waiting list under it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, insert, select, update

from kurse.regeln.warteliste import ruecke_nach
from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.seminar import Anmeldung, AnmeldungStatus, Platzwechsel, Seminar
from lernplattform.queries.anmeldung import Beteiligt
from lernplattform.services.nachrichten import lege_nachrichten_an


class Wechselgrund(StrEnum):
    """Reasons of moves, beside those of kurse.regeln.warteliste.PlatzGrund."""

    PLATZ_FREI_GEWORDEN = "platz_frei_geworden"
    MEHR_PLAETZE = "mehr_plaetze"
    SELBST_ABGEMELDET = "selbst_abgemeldet"
    SEMINAR_ABGESAGT = "seminar_abgesagt"


def sperre_seminar(seminar_id: int, sichtbar: ColumnElement[bool]) -> Seminar:
    """The Seminar as it is now, locked until the end of the transaction. Raises NichtGefunden.

    What was counted before the lock is worth nothing, so take it first. On SQLite the
    transaction itself is the lock.
    """
    seminar = db.session.scalar(
        select(Seminar)
        .where(Seminar.id == seminar_id, sichtbar)
        .with_for_update(of=Seminar)
        .execution_options(populate_existing=True)
    )
    if seminar is None:
        raise NichtGefunden
    return seminar


def versetze(
    beteiligte: Sequence[Beteiligt], status: AnmeldungStatus, grund: StrEnum, jetzt: datetime
) -> None:
    """A new status for Anmeldungen, with the Platzwechsel that tells why."""
    if not beteiligte:
        return
    ids = [b.anmeldung_id for b in beteiligte]
    db.session.execute(
        update(Anmeldung)
        .where(Anmeldung.id.in_(ids))
        .values(status=status, grund=grund.value, geaendert_am=jetzt)
        .execution_options(synchronize_session=False, autoflush=False)
    )
    db.session.execute(
        insert(Platzwechsel).execution_options(autoflush=False),
        [{"anmeldung_id": i, "status": status, "grund": grund.value, "am": jetzt} for i in ids],
    )


def lasse_nachruecken(
    seminar: Seminar, beteiligte: Sequence[Beteiligt], grund: Wechselgrund, jetzt: datetime
) -> list[Beteiligt]:
    """Free places go to the head of the waiting list; who moved up, to be told.

    `beteiligte`: who is active now.
    """
    ansprueche = [b.anspruch for b in beteiligte]
    ergebnis = ruecke_nach(seminar.plaetze, ansprueche, jetzt, seminar.nachruecken_bis)
    aufgerueckt = [b for b in beteiligte if b.rang in ergebnis.raenge]
    versetze(aufgerueckt, AnmeldungStatus.BESTAETIGT, grund, jetzt)
    return aufgerueckt


def benachrichtige(
    seminar: Seminar,
    empfaenger: Mapping[str, Sequence[Beteiligt]],
    jetzt: datetime,
    **mehr: object,
) -> None:
    """Mail by Vorlage, with what every Vorlage about a Seminar needs, and `mehr`."""
    daten = {
        "seminar_id": seminar.id,
        "titel": seminar.titel,
        "beginn": seminar.beginn.isoformat(),
        "ort": seminar.ort,
        **mehr,
    }
    lege_nachrichten_an(
        (
            (b.person_id, vorlage, {**daten, "rang": b.rang})
            for vorlage, beteiligte in empfaenger.items()
            for b in beteiligte
        ),
        jetzt,
    )
