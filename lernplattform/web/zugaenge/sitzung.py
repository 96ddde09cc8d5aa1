"""How long the session still lasts, and the act of making it last longer."""

from typing import Any

from flask import jsonify, redirect, url_for
from flask_login import current_user

from lernplattform.core import clock
from lernplattform.services.sitzung import halte_sitzung
from lernplattform.web.schreibend import schreibend
from lernplattform.web.sitzung import restzeit
from lernplattform.web.zugaenge.blueprint import bp
from lernplattform.web.zugang import angemeldet, oeffentlich, rolle


@bp.get("/sitzung")
@oeffentlich
def sitzungsrest() -> Any:
    """In seconds; asking prolongs nothing. Without a session nothing is left."""
    rest = restzeit() if current_user.is_authenticated else None
    antwort = jsonify(ruhe=rest.ruhe if rest else 0, hoechst=rest.hoechst if rest else 0)
    antwort.headers["Cache-Control"] = "no-store"
    return antwort


@bp.post("/sitzung")
@rolle()
@schreibend
def sitzung_halten() -> Any:
    halte_sitzung(angemeldet().sitzung_id, clock.jetzt())
    return redirect(url_for("zugaenge.sitzungsrest"), code=303)
