"""The public check of a Bescheinigung."""

from typing import Any

from flask import redirect, render_template, request, url_for

from lernplattform.core import clock
from lernplattform.queries.bescheinigung import Pruefstand, pruefe_nummer
from lernplattform.services.drossel import PRUEFEN_ADRESSE, pruefe_grenze, zaehle
from lernplattform.web.pruefen.blueprint import bp
from lernplattform.web.pruefen.forms import NachnameForm, NummerForm
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import oeffentlich


@bp.get("/")
@oeffentlich
def formular() -> Any:
    return render_template("pruefen/formular.html", form=NummerForm())


@bp.post("/", endpoint="nummer_eingeben")
@oeffentlich
@schreibend
def nummer_eingeben() -> Any:
    form = NummerForm()
    if not form.validate():
        return lambda: (render_template("pruefen/formular.html", form=form), 422)
    return redirect(url_for("pruefen.ergebnis", nummer=form.normiert), code=303)


@bp.get("/<string:nummer>")
@oeffentlich
def ergebnis(nummer: str) -> Any:
    """An unknown number is an answer like the others, not a missing page."""
    ergebnis_ = pruefe_nummer(nummer)
    return render_template("pruefen/ergebnis.html", ergebnis=ergebnis_, form=NachnameForm())


@bp.post("/<string:nummer>", endpoint="nachname_pruefen")
@oeffentlich
@schreibend
def nachname_pruefen(nummer: str) -> Any:
    """Throttled, so that nobody tries names one after the other."""
    form = NachnameForm()
    if not form.validate():
        ohne_name = pruefe_nummer(nummer)
        return lambda: (
            render_template("pruefen/ergebnis.html", ergebnis=ohne_name, form=form),
            422,
        )
    jetzt = clock.jetzt()
    pruefe_grenze(PRUEFEN_ADRESSE, request.remote_addr or "", jetzt)
    gefunden = pruefe_nummer(nummer, form.nachname.data)
    if gefunden.name is None and gefunden.stand is not Pruefstand.UNBEKANNT:
        zaehle(PRUEFEN_ADRESSE, request.remote_addr or "", jetzt)
    return lambda: render_template("pruefen/ergebnis.html", ergebnis=gefunden, form=form)
