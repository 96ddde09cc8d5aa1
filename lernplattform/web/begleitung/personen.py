"""One Lotse: progress, shared Reflexionen, Durchsicht."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.models.person import Rolle
from lernplattform.queries.durchsicht import lies_lernblatt
from lernplattform.services.durchsicht import sieh_durch
from lernplattform.web.begleitung.blueprint import bp
from lernplattform.web.begleitung.forms import AntwortForm, DurchsichtForm
from lernplattform.web.begleitung.worte import BAUSTEINE
from lernplattform.web.einsicht import einsicht
from lernplattform.web.katalog import katalog
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/personen/<int:person_id>/")
@rolle(Rolle.TRAINER)
@einsicht("lernstand")
def person(person_id: int) -> Any:
    return _seite(person_id, DurchsichtForm(formdata=None))


@bp.post("/personen/<int:person_id>/durchsicht")
@rolle(Rolle.TRAINER)
@schreibend
def durchsicht(person_id: int) -> Any:
    form = DurchsichtForm()
    if not form.validate():
        return lambda: (_seite(person_id, form), 422)
    sieh_durch(angemeldet(), person_id, form.notiz.data or "", clock.jetzt())
    flash(_("Die Durchsicht ist gespeichert. Die Person bekommt eine Nachricht."), "erfolg")
    return redirect(url_for("begleitung.person", person_id=person_id), code=303)


def _seite(person_id: int, form: DurchsichtForm) -> str:
    blatt = lies_lernblatt(angemeldet(), katalog(), person_id)
    return render_template(
        "begleitung/person.html",
        blatt=blatt,
        form=form,
        antworten={r.id: AntwortForm(r.id, formdata=None) for r in blatt.reflexionen if r.wartet},
        worte=BAUSTEINE,
    )
