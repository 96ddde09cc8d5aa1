"""Signing up, cancelling, and the calendar file for those who have a place."""

from typing import Any
from urllib.parse import urlsplit

from flask import Response, current_app, flash, redirect, url_for
from flask_babel import gettext as _

from lernplattform.adapters.kalender import Kalendertermin, mache_kalender
from lernplattform.core import clock
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.models.seminar import AnmeldungStatus
from lernplattform.queries.seminar import Seminarzeile, lies_seminar, lies_termine
from lernplattform.services.anmeldung import melde_ab, melde_an
from lernplattform.web.katalog import katalog
from lernplattform.web.schreibend import schreibend
from lernplattform.web.seminare.blueprint import bp
from lernplattform.web.zugang import angemeldet, rolle


@bp.post("/<int:seminar_id>/anmelden")
@rolle(Rolle.LOTSE)
@schreibend
def anmelden(seminar_id: int) -> Any:
    with lesend():
        live = katalog()
    status = melde_an(angemeldet(), seminar_id, live, clock.jetzt())
    if status is AnmeldungStatus.BESTAETIGT:
        flash(_("Sie haben einen Platz. Wir freuen uns auf Sie."), "erfolg")
    else:
        flash(_("Sie stehen jetzt auf der Warteliste. Wir schreiben Ihnen, wenn Sie nachrücken."))
    return redirect(url_for("seminare.seminar", seminar_id=seminar_id), code=303)


@bp.post("/<int:seminar_id>/abmelden")
@rolle(Rolle.LOTSE)
@schreibend
def abmelden(seminar_id: int) -> Any:
    with lesend():
        zeile = lies_seminar(angemeldet(), seminar_id)
    melde_ab(angemeldet(), seminar_id, clock.jetzt())
    if zeile.eigene is AnmeldungStatus.WARTELISTE:
        flash(_("Sie stehen nicht mehr auf der Warteliste."), "erfolg")
    else:
        flash(_("Sie nehmen nicht mehr teil. Danke, dass Sie Bescheid sagen."), "erfolg")
    return redirect(url_for("seminare.seminar", seminar_id=seminar_id), code=303)


@bp.get("/<int:seminar_id>/kalender.ics")
@rolle(Rolle.LOTSE)
def kalender(seminar_id: int) -> Any:
    zeile = lies_seminar(angemeldet(), seminar_id)
    if zeile.eigene is not AnmeldungStatus.BESTAETIGT:
        raise NichtGefunden
    antwort = Response(
        mache_kalender(_kalendertermine(zeile), clock.jetzt()), mimetype="text/calendar"
    )
    antwort.headers["Content-Disposition"] = f"attachment; filename=seminar-{zeile.id}.ics"
    return antwort


def _kalendertermine(zeile: Seminarzeile) -> list[Kalendertermin]:
    """Addresses come from the configuration, never from the request."""
    basis = current_app.config["BASIS_URL"]
    url = basis + url_for("seminare.seminar", seminar_id=zeile.id)
    return [
        Kalendertermin(
            kennung=f"seminar-{zeile.id}-{nummer}@{urlsplit(basis).hostname}",
            titel=zeile.titel,
            ort=zeile.ort,
            beginn=termin.beginn,
            ende=termin.ende,
            url=url,
        )
        for nummer, termin in enumerate(lies_termine(zeile.id), start=1)
    ]
