"""Giving a person a Rolle at a Standort, and taking it."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.verwaltung import alle_standorte, lies_kontozeile, lies_name
from lernplattform.services.personen import gib_zustaendigkeit, nimm_zustaendigkeit_von
from lernplattform.web.schreibend import schreibend
from lernplattform.web.verwaltung.blueprint import bp
from lernplattform.web.verwaltung.forms import ZustaendigkeitForm
from lernplattform.web.zugang import angemeldet, rolle


@bp.post("/personen/<int:person_id>/zustaendigkeiten")
@rolle(Rolle.VERWALTUNG)
@schreibend
def zustaendigkeit_geben(person_id: int) -> Any:
    with lesend():
        name = lies_name(person_id)
        form = ZustaendigkeitForm()
        form.biete_an(alle_standorte())
    if not form.validate():
        return lambda: (_seite(person_id, form), 422)
    von_id = angemeldet().person_id
    gib_zustaendigkeit(person_id, *form.gewaehlt, clock.jetzt(), von_id=von_id)
    flash(_("%(name)s hat jetzt diese Aufgabe. Sie gilt sofort.", name=name), "erfolg")
    return redirect(url_for("verwaltung.person", person_id=person_id), code=303)


@bp.post("/personen/<int:person_id>/zustaendigkeiten/<int:zustaendigkeit_id>/nehmen")
@rolle(Rolle.VERWALTUNG)
@schreibend
def zustaendigkeit_nehmen(person_id: int, zustaendigkeit_id: int) -> Any:
    von_id = angemeldet().person_id
    nimm_zustaendigkeit_von(person_id, zustaendigkeit_id, clock.jetzt(), von_id=von_id)
    flash(_("Die Aufgabe ist genommen. Das gilt sofort. Gelerntes bleibt."), "erfolg")
    return redirect(url_for("verwaltung.person", person_id=person_id), code=303)


def _seite(person_id: int, form: ZustaendigkeitForm) -> str:
    return render_template("verwaltung/person.html", konto=lies_kontozeile(person_id), form=form)
