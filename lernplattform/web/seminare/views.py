"""List and page of the Vertiefungsseminare."""

from typing import Any

from flask import render_template

from lernplattform.core import clock
from lernplattform.models.person import Rolle
from lernplattform.queries.anmeldung import lies_zugangsstand
from lernplattform.queries.seminar import (
    lies_seminar,
    lies_termine,
    lies_wechsel,
    list_seminare,
    list_vergangene,
)
from lernplattform.web.seminare.ansicht import gemeinsame_sperren, zeige, zeige_alle
from lernplattform.web.seminare.blueprint import bp
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/")
@rolle(Rolle.LOTSE)
def liste() -> Any:
    jetzt = clock.jetzt()
    zeilen = list_seminare(angemeldet(), jetzt)
    stand = lies_zugangsstand(
        angemeldet().person_id, mit_modulen=any(zeile.verlangte_module for zeile in zeilen)
    )
    ansichten = zeige_alle(zeilen, stand, jetzt)
    return render_template(
        "seminare/liste.html",
        ansichten=ansichten,
        gemeinsam=gemeinsame_sperren(ansichten),
        vergangene=list_vergangene(angemeldet(), jetzt),
    )


@bp.get("/<int:seminar_id>/")
@rolle(Rolle.LOTSE)
def seminar(seminar_id: int) -> Any:
    zeile = lies_seminar(angemeldet(), seminar_id)
    stand = lies_zugangsstand(angemeldet().person_id, mit_modulen=bool(zeile.verlangte_module))
    return render_template(
        "seminare/seminar.html",
        ansicht=zeige(zeile, stand, clock.jetzt()),
        termine=lies_termine(seminar_id),
        wechsel=lies_wechsel(angemeldet().person_id, seminar_id),
    )
