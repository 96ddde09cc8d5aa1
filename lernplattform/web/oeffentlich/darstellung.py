"""The switch between light and dark, for anybody."""

from typing import Any

from flask import make_response, redirect, request

from lernplattform.web.darstellung import merke_darstellung
from lernplattform.web.oeffentlich.blueprint import bp
from lernplattform.web.schreibend import schreibend
from lernplattform.web.ziele import letzte_seite
from lernplattform.web.zugang import oeffentlich


@bp.post("/darstellung")
@oeffentlich
@schreibend
def darstellung() -> Any:
    antwort = make_response(redirect(letzte_seite(), code=303))
    merke_darstellung(antwort, request.form.get("darstellung", ""))
    return antwort
