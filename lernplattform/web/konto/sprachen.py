"""The languages of the own account: of the pages and mails, and of explained Fachwörter."""

from typing import Any

from flask import flash, make_response, redirect, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from lernplattform.services.konto import waehle_fachwortsprache, waehle_sprache
from lernplattform.web.konto.blueprint import bp
from lernplattform.web.konto.forms import SprachenForm
from lernplattform.web.konto.views import kontoseite
from lernplattform.web.schreibend import schreibend
from lernplattform.web.sprachwahl import merke_sprache
from lernplattform.web.zugang import angemeldet, rolle


@bp.post("/sprachen")
@rolle()
@schreibend
def sprachen_waehlen() -> Any:
    """The device learns it too: its login page is to speak the same language."""
    form = SprachenForm()
    if not form.validate():
        return lambda: (kontoseite(sprachen_form=form), 422)
    waehle_sprache(angemeldet().person_id, form.sprache.data)
    waehle_fachwortsprache(angemeldet().person_id, form.fachwortsprache.data or None)
    with force_locale(form.sprache.data):
        flash(_("Ihre Sprachen sind gespeichert."), "erfolg")
    antwort = make_response(redirect(url_for("konto.uebersicht"), code=303))
    merke_sprache(antwort, form.sprache.data)
    return antwort
