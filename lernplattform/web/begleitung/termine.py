"""Präsenztermine of a Kursgruppe, and the UE of everybody on one page."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.begleitung import lies_eigene_gruppe
from lernplattform.queries.teilnahme import Terminblatt, lies_termin, list_termine
from lernplattform.services.praesenztermin import (
    aendere_termin,
    lege_termin_an,
    loesche_termin,
)
from lernplattform.services.teilnahme import erfasse_teilnahme
from lernplattform.web.begleitung.blueprint import bp
from lernplattform.web.begleitung.terminforms import TeilnahmeForm, TerminForm, teilnahme_form
from lernplattform.web.formulare import vermerke_fehler
from lernplattform.web.katalog import katalog
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/gruppen/<int:gruppe_id>/termine/")
@rolle(Rolle.TRAINER)
def termine(gruppe_id: int) -> Any:
    return _liste(gruppe_id, TerminForm(formdata=None))


@bp.post("/gruppen/<int:gruppe_id>/termine/")
@rolle(Rolle.TRAINER)
@schreibend
def termin_anlegen(gruppe_id: int) -> Any:
    form = TerminForm()
    if not form.validate():
        return lambda: (_liste(gruppe_id, form), 422)
    neu = (form.datum.data, form.titel.data, form.ue.data)
    try:
        lege_termin_an(angemeldet(), gruppe_id, *neu, clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_liste(gruppe_id, form), 422)
    flash(_("Der Termin ist gespeichert."), "erfolg")
    return redirect(url_for("begleitung.termine", gruppe_id=gruppe_id), code=303)


@bp.get("/termine/<int:termin_id>/")
@rolle(Rolle.TRAINER)
def termin(termin_id: int) -> Any:
    blatt = lies_termin(angemeldet(), termin_id)
    alle_da = request.args.get("alle") == "ja"
    form = teilnahme_form(blatt.zeilen, blatt.ue, alle_da=alle_da, formdata=None)
    return _blatt(blatt, form, vorgeschlagen=alle_da)


@bp.get("/termine/<int:termin_id>/teilnahmeliste")
@rolle(Rolle.TRAINER)
def teilnahmeliste(termin_id: int) -> Any:
    """On paper, to sign; also before the day, when nothing can be recorded yet."""
    blatt = lies_termin(angemeldet(), termin_id)
    return render_template("begleitung/teilnahmeliste.html", termin=blatt)


@bp.post("/termine/<int:termin_id>/")
@rolle(Rolle.TRAINER)
@schreibend
def teilnahme_erfassen(termin_id: int) -> Any:
    with lesend():
        blatt = lies_termin(angemeldet(), termin_id)
        stand = katalog()
    form = teilnahme_form(blatt.zeilen, blatt.ue)
    if not form.validate():
        return lambda: (_blatt(blatt, form), 422)
    eintraege, grund = form.eintraege(blatt.zeilen), form.grund.data or ""
    try:
        anzahl = erfasse_teilnahme(angemeldet(), stand, termin_id, eintraege, grund, clock.jetzt())
    except EingabeUngueltig as fehler:
        form.vermerke(fehler, blatt.zeilen)
        return lambda: (_blatt(blatt, form), 422)
    if anzahl:
        flash(_("Die Anwesenheit ist gespeichert."), "erfolg")
    else:
        flash(_("Es gab nichts zu ändern."))
    return redirect(url_for("begleitung.termin", termin_id=termin_id), code=303)


@bp.get("/termine/<int:termin_id>/aendern")
@rolle(Rolle.TRAINER)
def termin_bearbeiten(termin_id: int) -> Any:
    blatt = lies_termin(angemeldet(), termin_id)
    return _aendernseite(blatt, TerminForm(formdata=None, obj=blatt))


@bp.post("/termine/<int:termin_id>/aendern")
@rolle(Rolle.TRAINER)
@schreibend
def termin_aendern(termin_id: int) -> Any:
    form = TerminForm()
    if not form.validate():
        return lambda: (_aendernseite(lies_termin(angemeldet(), termin_id), form), 422)
    neu = (form.datum.data, form.titel.data, form.ue.data)
    try:
        aendere_termin(angemeldet(), termin_id, *neu, clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_aendernseite(lies_termin(angemeldet(), termin_id), form), 422)
    flash(_("Der Termin ist geändert."), "erfolg")
    return redirect(url_for("begleitung.termin", termin_id=termin_id), code=303)


@bp.post("/termine/<int:termin_id>/loeschen")
@rolle(Rolle.TRAINER)
@schreibend
def termin_loeschen(termin_id: int) -> Any:
    gruppe_id = loesche_termin(angemeldet(), termin_id, clock.jetzt())
    flash(_("Der Termin ist gelöscht."), "erfolg")
    return redirect(url_for("begleitung.termine", gruppe_id=gruppe_id), code=303)


def _aendernseite(blatt: Terminblatt, form: TerminForm) -> str:
    return render_template("begleitung/termin_aendern.html", termin=blatt, form=form)


def _liste(gruppe_id: int, form: TerminForm) -> str:
    gruppe = lies_eigene_gruppe(angemeldet(), gruppe_id, clock.heute())
    return render_template(
        "begleitung/termine.html",
        gruppe=gruppe,
        termine=list_termine(gruppe.id),
        form=form,
        heute=clock.heute(),
    )


def _blatt(blatt: Terminblatt, form: TeilnahmeForm, *, vorgeschlagen: bool = False) -> str:
    return render_template(
        "begleitung/termin.html",
        termin=blatt,
        form=form,
        vorgeschlagen=vorgeschlagen,
        erfassbar=blatt.datum <= clock.heute(),
    )
