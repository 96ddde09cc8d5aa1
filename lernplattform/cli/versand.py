"""One mail on its way: claim, write, send, record, each step a transaction of its own.

No transaction is open while the mail server is being talked to, however slow it is.
"""

from collections.abc import Callable
from datetime import datetime

import structlog
from flask import current_app
from flask_babel import force_locale

from lernplattform.adapters.mail import Umschlag, Zustellfehler, baue, sende, server_aus
from lernplattform.adapters.mailtext import Brieftext, schreibe
from lernplattform.core.clock import jetzt as lies_uhr
from lernplattform.core.i18n import sprache_oder_deutsch
from lernplattform.core.transaction import lesend, transaktion
from lernplattform.queries.post import Empfaenger, lies_empfaenger
from lernplattform.services.post import (
    Auftrag,
    erzeuge_link,
    gib_auf,
    lege_ins_postfach,
    miete_naechste,
    verbuche_fehlschlag,
    verbuche_gesendet,
)

log = structlog.get_logger()
Uhr = Callable[[], datetime]


def sende_naechste(uhr: Uhr = lies_uhr) -> bool:
    """Deal with one Nachricht that is due; False if there is none.

    Whatever goes wrong with it is recorded and tried again later, so that it holds up no other.
    """
    with transaktion():
        auftrag = miete_naechste(uhr())
    if auftrag is None:
        return False
    try:
        _bearbeite(auftrag, uhr)
    except Zustellfehler as fehler:  # its words stay in the row: servers repeat addresses
        log.warning("mail_nicht_angenommen", nachricht=auftrag.nachricht_id)
        _verbuche(auftrag, fehler, uhr)
    except Exception as fehler:
        log.error("mail_nicht_gesendet", nachricht=auftrag.nachricht_id, exc_info=fehler)
        _verbuche(auftrag, fehler, uhr)
    return True


def _bearbeite(auftrag: Auftrag, uhr: Uhr) -> None:
    with lesend():
        empfaenger = lies_empfaenger(auftrag.person_id)
    if grund := _hindernis(empfaenger):
        with transaktion():
            gib_auf(auftrag, grund, uhr())
        return
    with transaktion():
        link = erzeuge_link(auftrag, current_app.config["BASIS_URL"], uhr())
    sprache = sprache_oder_deutsch(empfaenger.sprache)
    with force_locale(sprache):
        brief = schreibe(
            auftrag.vorlage,
            auftrag.daten,
            name=empfaenger.name,
            absender=_absender(empfaenger),
            link=link,
        )
    _stelle_zu(auftrag, empfaenger, brief, sprache, uhr)


def _stelle_zu(
    auftrag: Auftrag, empfaenger: Empfaenger, brief: Brieftext, sprache: str, uhr: Uhr
) -> None:
    """By SMTP; in the demo into its own mailbox, for its addresses do not exist."""
    email = empfaenger.email or ""
    if current_app.config["DEMO"]:
        with transaktion():
            lege_ins_postfach(auftrag, email, brief, uhr())
        return
    absender = current_app.config["POST_ABSENDER"]
    umschlag = Umschlag(absender, empfaenger.name, email, auftrag.message_id)
    sende(baue(umschlag, brief, sprache, uhr()), server_aus(current_app.config))
    with transaktion():
        verbuche_gesendet(auftrag, uhr())


def _verbuche(auftrag: Auftrag, fehler: Exception, uhr: Uhr) -> None:
    with transaktion():
        if isinstance(fehler, Zustellfehler) and fehler.endgueltig:
            gib_auf(auftrag, str(fehler), uhr())
        else:
            verbuche_fehlschlag(auftrag, f"{type(fehler).__name__}: {fehler}", uhr())


def _hindernis(empfaenger: Empfaenger) -> str:
    if not empfaenger.email:
        return "ohne_email"
    return "" if empfaenger.aktiv else "konto_deaktiviert"


def _absender(empfaenger: Empfaenger) -> str:
    """Who writes, as the recipient knows them."""
    if not empfaenger.standort:
        return "Lotsen lernen"
    return f"{empfaenger.standort}, {empfaenger.traeger}"
