"""The sender's acts on the outbox. Each is one transaction; sending happens between them.

Two senders never hold one Nachricht at once: whoever claims it gets a lease (`gemietet_bis`).
Only a sender that dies between the server's yes and its own commit lets a mail go twice, with
the same Message-ID.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select, update

from lernplattform.adapters.mailtext import Brieftext
from lernplattform.core.adressen import adresse
from lernplattform.core.db import db
from lernplattform.models.nachricht import Nachricht, Postfacheintrag
from lernplattform.models.person import Linkart
from lernplattform.services.konto import erzeuge_zugangslink

MIETDAUER = timedelta(minutes=5)
# After how long the next try comes: about six hours in all, for a server that is down for long.
WARTEZEITEN = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=1),
    timedelta(hours=2),
    timedelta(hours=2),
)
# The Vorlagen whose link lets in: it is made at sending, so the outbox never holds a secret.
LINKARTEN = {"einladung": Linkart.EINLADUNG, "passwort": Linkart.RUECKSETZEN}
# Where the link of a mail leads; those that are not here lead to the Lernweg.
ZIELE = {
    "einladung": "einladung",
    "passwort": "passwort_neu",
    "anmeldung_bestaetigt": "seminar",
    "anmeldung_warteliste": "seminar",
    "nachgerueckt": "seminar",
    "abmeldung": "seminar",
    "seminar_geaendert": "seminar",
    "seminar_abgesagt": "seminare",
}


@dataclass(frozen=True, slots=True)
class Auftrag:
    """A claimed Nachricht. `versuch` counts from 1."""

    nachricht_id: int
    person_id: int
    vorlage: str
    daten: Mapping[str, Any]
    message_id: str
    versuch: int
    gemietet_bis: datetime


def miete_naechste(jetzt: datetime) -> Auftrag | None:
    """Claim what is due for longest; None if nothing is.

    The condition stands twice: on PostgreSQL another sender may have been faster between the
    inner SELECT and the UPDATE. SKIP LOCKED only spares waiting; SQLite does without it.
    """
    faellig = and_(
        Nachricht.gesendet_am.is_(None),
        Nachricht.aufgegeben_am.is_(None),
        Nachricht.naechster_versuch_am <= jetzt,
        or_(Nachricht.gemietet_bis.is_(None), Nachricht.gemietet_bis <= jetzt),
    )
    naechste = (
        select(Nachricht.id)
        .where(faellig)
        .order_by(Nachricht.naechster_versuch_am, Nachricht.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    zeile = db.session.execute(
        update(Nachricht)
        .where(Nachricht.id == naechste, faellig)
        .values(gemietet_bis=jetzt + MIETDAUER, versuche=Nachricht.versuche + 1)
        .returning(
            Nachricht.id,
            Nachricht.person_id,
            Nachricht.vorlage,
            Nachricht.daten,
            Nachricht.message_id,
            Nachricht.versuche,
            Nachricht.gemietet_bis,
        )
        .execution_options(synchronize_session=False)
    ).one_or_none()
    return None if zeile is None else Auftrag(*zeile)


def erzeuge_link(auftrag: Auftrag, basis_url: str, jetzt: datetime) -> str:
    """Where the mail leads. A Vorlage that lets somebody in gets a new token."""
    art = LINKARTEN.get(auftrag.vorlage)
    token = erzeuge_zugangslink(auftrag.person_id, art, jetzt) if art else ""
    ziel = ZIELE.get(auftrag.vorlage, "lernweg")
    return adresse(basis_url, ziel, **{**auftrag.daten, "token": token})


def verbuche_gesendet(auftrag: Auftrag, jetzt: datetime) -> None:
    """True whoever holds the lease by now: it has left."""
    _setze(auftrag, gesendet_am=jetzt, gemietet_bis=None, letzter_fehler="")


def lege_ins_postfach(auftrag: Auftrag, an: str, brief: Brieftext, jetzt: datetime) -> None:
    """How the demo sends."""
    db.session.add(
        Postfacheintrag(
            person_id=auftrag.person_id,
            an=an,
            betreff=brief.betreff[:255],
            text=brief.text,
            html=brief.html,
            am=jetzt,
        )
    )
    verbuche_gesendet(auftrag, jetzt)


def verbuche_fehlschlag(auftrag: Auftrag, grund: str, jetzt: datetime) -> None:
    """Later again; after the last waiting time it is given up."""
    if auftrag.versuch > len(WARTEZEITEN):
        gib_auf(auftrag, grund, jetzt)
        return
    warten = WARTEZEITEN[auftrag.versuch - 1]
    _setze_als_mieter(
        auftrag, naechster_versuch_am=jetzt + warten, gemietet_bis=None, letzter_fehler=grund
    )


def gib_auf(auftrag: Auftrag, grund: str, jetzt: datetime) -> None:
    _setze_als_mieter(auftrag, aufgegeben_am=jetzt, gemietet_bis=None, letzter_fehler=grund)


def _setze_als_mieter(auftrag: Auftrag, **werte: object) -> None:
    """Nothing if the lease ran out and another sender has taken over."""
    db.session.execute(
        update(Nachricht)
        .where(Nachricht.id == auftrag.nachricht_id, Nachricht.gemietet_bis == auftrag.gemietet_bis)
        .values(**werte)
        .execution_options(synchronize_session=False)
    )


def _setze(auftrag: Auftrag, **werte: object) -> None:
    db.session.execute(
        update(Nachricht)
        .where(Nachricht.id == auftrag.nachricht_id)
        .values(**werte)
        .execution_options(synchronize_session=False)
    )
