"""The switch between languages, for anybody; of somebody signed in, the account keeps it."""

from typing import Any

from flask import abort, make_response, redirect, request
from flask_login import current_user

from lernplattform.core.i18n import SPRACHEN
from lernplattform.services.konto import waehle_sprache
from lernplattform.web.oeffentlich.blueprint import bp
from lernplattform.web.schreibend import schreibend
from lernplattform.web.sprachwahl import merke_sprache
from lernplattform.web.ziele import letzte_seite
from lernplattform.web.zugang import angemeldet, oeffentlich


@bp.post("/sprache")
@oeffentlich
@schreibend
def sprache() -> Any:
    gewaehlt = request.form.get("sprache", "")
    if gewaehlt not in SPRACHEN:
        abort(400)
    if current_user.is_authenticated:
        waehle_sprache(angemeldet().person_id, gewaehlt)
    antwort = make_response(redirect(letzte_seite(request.form.get("weiter")), code=303))
    merke_sprache(antwort, gewaehlt)
    return antwort
