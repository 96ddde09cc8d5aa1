"""Deciding on a Qualifizierung: confirm, return with a reason, revoke with a reason."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.dossier import person_der_qualifizierung
from lernplattform.rechte import Angemeldet
from lernplattform.services.qualifizierung import bestaetige, gib_zurueck, widerrufe
from lernplattform.web.katalog import katalog
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.dossier import dossierseite
from lernplattform.web.koordination.forms import GrundForm
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.post("/qualifizierungen/<int:qualifizierung_id>/bestaetigen")
@rolle(Rolle.KOORDINATION)
@schreibend
def bestaetigen(qualifizierung_id: int) -> Any:
    with lesend():
        stand = katalog()
    q = bestaetige(angemeldet(), qualifizierung_id, stand, clock.jetzt())
    flash(_("Die Qualifizierung ist bestätigt. Die Bescheinigung steht bereit."), "erfolg")
    return redirect(url_for("koordination.person", person_id=q.person_id), code=303)


@bp.post("/qualifizierungen/<int:qualifizierung_id>/zurueckgeben")
@rolle(Rolle.KOORDINATION)
@schreibend
def zurueckgeben(qualifizierung_id: int) -> Any:
    satz = _("Die Qualifizierung ist zurückgegeben. Die Person liest Ihren Grund.")
    return _mit_grund(qualifizierung_id, "zurueckgeben", gib_zurueck, satz)


@bp.post("/qualifizierungen/<int:qualifizierung_id>/widerrufen")
@rolle(Rolle.KOORDINATION)
@schreibend
def widerrufen(qualifizierung_id: int) -> Any:
    satz = _("Die Bestätigung ist widerrufen. Die Bescheinigung gilt nicht mehr.")
    return _mit_grund(qualifizierung_id, "widerrufen", widerrufe, satz)


def _mit_grund(
    qualifizierung_id: int,
    offen: str,
    entscheide: Callable[[Angemeldet, int, str, datetime], None],
    satz: str,
) -> Any:
    with lesend():
        person_id = person_der_qualifizierung(angemeldet(), qualifizierung_id)
    form = GrundForm()
    if not form.validate():
        return lambda: (dossierseite(person_id, form, offen), 422)
    entscheide(angemeldet(), qualifizierung_id, form.grund.data, clock.jetzt())
    flash(satz, "erfolg")
    return redirect(url_for("koordination.person", person_id=person_id), code=303)
