"""Kursgruppen: who learns together, and who leads."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.kursgruppe import (
    lies_gruppe,
    list_gruppen,
    standortwahl,
    trainerwahl,
)
from lernplattform.queries.person import Filter, list_lotsen
from lernplattform.services.kursgruppe import aendere_gruppe, lege_gruppe_an, nimm_auf, nimm_heraus
from lernplattform.web.formulare import vermerke_fehler, wahlen
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.forms import KursgruppeForm
from lernplattform.web.listen import merke_liste, zur_liste
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/gruppen/")
@rolle(Rolle.KOORDINATION)
def gruppen() -> Any:
    return render_template("koordination/gruppen.html", gruppen=list_gruppen(angemeldet()))


@bp.get("/gruppen/neu")
@rolle(Rolle.KOORDINATION)
def gruppe_neu() -> Any:
    return render_template("koordination/gruppe_neu.html", form=_angebot(KursgruppeForm()))


@bp.post("/gruppen/neu")
@rolle(Rolle.KOORDINATION)
@schreibend
def gruppe_anlegen() -> Any:
    with lesend():
        form = _angebot(KursgruppeForm())
    if not form.validate():
        return lambda: (render_template("koordination/gruppe_neu.html", form=form), 422)
    try:
        gruppe = lege_gruppe_an(
            angemeldet(), form.name.data, form.standort_id.data, form.trainer.data, clock.jetzt()
        )
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (render_template("koordination/gruppe_neu.html", form=form), 422)
    flash(_("Die Kursgruppe ist angelegt. Nehmen Sie jetzt Lotsinnen und Lotsen auf."), "erfolg")
    return redirect(url_for("koordination.gruppe", gruppe_id=gruppe.id), code=303)


@bp.get("/gruppen/<int:gruppe_id>/")
@rolle(Rolle.KOORDINATION)
def gruppe(gruppe_id: int) -> Any:
    merke_liste()
    return _seite(gruppe_id, None)


@bp.post("/gruppen/<int:gruppe_id>/")
@rolle(Rolle.KOORDINATION)
@schreibend
def gruppe_aendern(gruppe_id: int) -> Any:
    with lesend():
        blatt = lies_gruppe(angemeldet(), gruppe_id)
        form = _angebot(KursgruppeForm())
    form.standort_id.data = blatt.standort_id
    if not form.validate():
        return lambda: (_seite(gruppe_id, form), 422)
    try:
        aendere_gruppe(angemeldet(), gruppe_id, form.name.data, form.trainer.data, clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_seite(gruppe_id, form), 422)
    flash(_("Die Kursgruppe ist geändert."), "erfolg")
    return redirect(url_for("koordination.gruppe", gruppe_id=gruppe_id), code=303)


@bp.post("/gruppen/<int:gruppe_id>/aufnehmen/<int:person_id>")
@rolle(Rolle.KOORDINATION)
@schreibend
def gruppe_aufnehmen(gruppe_id: int, person_id: int) -> Any:
    nimm_auf(angemeldet(), gruppe_id, person_id, clock.jetzt())
    return redirect(zur_liste("koordination.gruppe", gruppe_id=gruppe_id), code=303)


@bp.post("/gruppen/<int:gruppe_id>/herausnehmen/<int:person_id>")
@rolle(Rolle.KOORDINATION)
@schreibend
def gruppe_herausnehmen(gruppe_id: int, person_id: int) -> Any:
    nimm_heraus(angemeldet(), gruppe_id, person_id, clock.jetzt())
    return redirect(zur_liste("koordination.gruppe", gruppe_id=gruppe_id), code=303)


def _angebot(form: KursgruppeForm) -> KursgruppeForm:
    form.standort_id.choices = wahlen(standortwahl(angemeldet()))
    form.trainer.choices = wahlen(trainerwahl(angemeldet()))
    return form


def _seite(gruppe_id: int, form: KursgruppeForm | None) -> str:
    """With a search: who could join. Members are told apart, not hidden."""
    blatt = lies_gruppe(angemeldet(), gruppe_id)
    suche = request.args.get("suche", "")[:100]
    gefunden = list_lotsen(angemeldet(), Filter(suche=suche), None, ()) if suche else None
    form = form or _angebot(KursgruppeForm(formdata=None, obj=blatt, trainer=list(blatt.leitung)))
    return render_template(
        "koordination/gruppe.html",
        gruppe=blatt,
        form=form,
        suche=suche,
        gefunden=gefunden.zeilen if gefunden else (),
        noch_mehr=gefunden is not None and gefunden.weiter is not None,
    )
