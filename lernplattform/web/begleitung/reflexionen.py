"""Shared Reflexionen of the own Kursgruppen, and answering one."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.reflexion import lies_geteilte, list_geteilte
from lernplattform.services.durchsicht import beantworte_reflexion
from lernplattform.web.begleitung.blueprint import bp
from lernplattform.web.begleitung.forms import AntwortForm
from lernplattform.web.katalog import katalog
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/reflexionen/")
@rolle(Rolle.TRAINER)
def reflexionen() -> Any:
    seite = list_geteilte(angemeldet(), katalog(), request.args.get("nach"))
    antworten = {r.id: AntwortForm(r.id, formdata=None) for r in seite.zeilen if r.wartet}
    return render_template(
        "begleitung/reflexionen.html",
        seite=seite,
        antworten=antworten,
        blaettert="nach" in request.args,
    )


@bp.post("/reflexionen/<int:reflexion_id>/antwort")
@rolle(Rolle.TRAINER)
@schreibend
def antworten(reflexion_id: int) -> Any:
    form = AntwortForm(reflexion_id)
    with lesend():
        reflexion = lies_geteilte(angemeldet(), katalog(), reflexion_id)
    if not form.validate():
        seite = "begleitung/reflexion.html"
        return lambda: (render_template(seite, reflexion=reflexion, form=form), 422)
    beantworte_reflexion(angemeldet(), reflexion_id, form.antwort.data, clock.jetzt())
    flash(_("Ihre Antwort ist gespeichert. %(name)s liest sie.", name=reflexion.person), "erfolg")
    if form.zurueck.data == "person":
        return redirect(url_for("begleitung.person", person_id=reflexion.person_id), code=303)
    return redirect(url_for("begleitung.reflexionen"), code=303)
