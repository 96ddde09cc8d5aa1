"""Correcting the name, the e-mail address or the user name of a person."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.models.person import Rolle
from lernplattform.queries.dossier import lies_person_mit_zugang
from lernplattform.services.personenangaben import Personenangaben, aendere_angaben
from lernplattform.web.einsicht import einsicht
from lernplattform.web.formulare import vermerke_fehler
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.forms import AngabenForm
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/personen/<int:person_id>/angaben")
@rolle(Rolle.KOORDINATION)
@einsicht("angaben")
def angaben(person_id: int) -> Any:
    return _seite(person_id)


@bp.post("/personen/<int:person_id>/angaben")
@rolle(Rolle.KOORDINATION)
@schreibend
def angaben_aendern(person_id: int) -> Any:
    form = AngabenForm()
    if not form.validate():
        return lambda: (_seite(person_id, form), 422)
    try:
        felder = aendere_angaben(angemeldet(), person_id, _gelesen(form), clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_seite(person_id, form), 422)
    if "email" in felder:
        flash(
            _("Die Angaben sind geändert. Ein Link, der noch offen war, gilt nicht mehr."), "erfolg"
        )
    else:
        flash(_("Die Angaben sind geändert."), "erfolg")
    return redirect(url_for("koordination.person", person_id=person_id), code=303)


def _gelesen(form: AngabenForm) -> Personenangaben:
    return Personenangaben(
        form.vorname.data,
        form.nachname.data or "",
        form.email.data or None,
        form.benutzername.data or None,
    )


def _seite(person_id: int, form: AngabenForm | None = None) -> str:
    person = lies_person_mit_zugang(angemeldet(), person_id)
    form = form or AngabenForm(formdata=None, obj=person)
    return render_template("koordination/angaben.html", person=person, form=form)
