"""Träger and Standorte."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.models.standort import Standort, Traeger
from lernplattform.queries.barrierefreiheit import lies_barrierelage
from lernplattform.queries.verwaltung import (
    lies_standort,
    lies_traeger,
    list_traeger,
    traegerwahl,
)
from lernplattform.services.standort import (
    aendere_standort,
    benenne_traeger,
    lege_standort_an,
    lege_traeger_an,
)
from lernplattform.web.formulare import vermerke_fehler, wahlen
from lernplattform.web.katalog import katalog
from lernplattform.web.rechtsseiten import fehlende_seiten
from lernplattform.web.schreibend import schreibend
from lernplattform.web.verwaltung.blueprint import bp
from lernplattform.web.verwaltung.forms import StandortForm, TraegerForm
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/")
@rolle(Rolle.VERWALTUNG)
def uebersicht() -> Any:
    return render_template(
        "verwaltung/uebersicht.html",
        traeger=list_traeger(),
        rollen=(Rolle.LOTSE, Rolle.TRAINER, Rolle.KOORDINATION),
        fehlende_seiten=fehlende_seiten(),
        bearbeiten_url=url_for("verwaltung.rechtstexte"),
        barrieren=lies_barrierelage(clock.jetzt()),
    )


@bp.get("/traeger/neu")
@rolle(Rolle.VERWALTUNG)
def traeger_neu() -> Any:
    return _traegerseite(TraegerForm(formdata=None))


@bp.post("/traeger/neu")
@rolle(Rolle.VERWALTUNG)
@schreibend
def traeger_anlegen() -> Any:
    form = TraegerForm()
    if not form.validate():
        return lambda: (_traegerseite(form), 422)
    try:
        traeger = lege_traeger_an(angemeldet(), form.name.data, clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_traegerseite(form), 422)
    flash(_("Der Träger ist angelegt. Jetzt fehlt noch ein Standort."), "erfolg")
    return redirect(url_for("verwaltung.standort_neu", traeger=traeger.id), code=303)


@bp.get("/traeger/<int:traeger_id>/")
@rolle(Rolle.VERWALTUNG)
def traeger(traeger_id: int) -> Any:
    traeger = lies_traeger(traeger_id)
    return _traegerseite(TraegerForm(formdata=None, obj=traeger), traeger)


@bp.post("/traeger/<int:traeger_id>/")
@rolle(Rolle.VERWALTUNG)
@schreibend
def traeger_benennen(traeger_id: int) -> Any:
    form = TraegerForm()
    if not form.validate():
        return lambda: (_traegerseite(form, lies_traeger(traeger_id)), 422)
    try:
        benenne_traeger(angemeldet(), traeger_id, form.name.data, clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_traegerseite(form, lies_traeger(traeger_id)), 422)
    flash(_("Der neue Name ist gespeichert."), "erfolg")
    return redirect(url_for("verwaltung.uebersicht"), code=303)


@bp.get("/standorte/neu")
@rolle(Rolle.VERWALTUNG)
def standort_neu() -> Any:
    vorgabe = request.args.get("traeger", type=int)
    return _standortseite(_angebot(StandortForm(formdata=None, traeger_id=vorgabe)))


@bp.post("/standorte/neu")
@rolle(Rolle.VERWALTUNG)
@schreibend
def standort_anlegen() -> Any:
    with lesend():
        form = _angebot(StandortForm())
    if not form.validate():
        return lambda: (_standortseite(form), 422)
    try:
        standort = lege_standort_an(angemeldet(), form.angaben(), clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_standortseite(form), 422)
    flash(_("Der Standort ist angelegt. Laden Sie jetzt seine Koordination ein."), "erfolg")
    koordination = Rolle.KOORDINATION.value
    ziel = url_for("verwaltung.person_neu", rolle=koordination, standort=standort.id)
    return redirect(ziel, code=303)


@bp.get("/standorte/<int:standort_id>/")
@rolle(Rolle.VERWALTUNG)
def standort(standort_id: int) -> Any:
    standort = lies_standort(standort_id)
    return _standortseite(_angebot(StandortForm(formdata=None, obj=standort)), standort)


@bp.post("/standorte/<int:standort_id>/")
@rolle(Rolle.VERWALTUNG)
@schreibend
def standort_aendern(standort_id: int) -> Any:
    with lesend():
        form = _angebot(StandortForm())
        stand = katalog() if angemeldet().katalogstand_id else None
    if not form.validate():
        return lambda: (_standortseite(form, lies_standort(standort_id)), 422)
    try:
        aendere_standort(angemeldet(), stand, standort_id, form.angaben(), clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_standortseite(form, lies_standort(standort_id)), 422)
    flash(_("Der Standort ist geändert."), "erfolg")
    return redirect(url_for("verwaltung.uebersicht"), code=303)


def _angebot(form: StandortForm) -> StandortForm:
    form.traeger_id.choices = wahlen(traegerwahl())
    return form


def _traegerseite(form: TraegerForm, traeger: Traeger | None = None) -> str:
    return render_template("verwaltung/traeger.html", form=form, traeger=traeger)


def _standortseite(form: StandortForm, standort: Standort | None = None) -> str:
    return render_template("verwaltung/standort.html", form=form, standort=standort)
