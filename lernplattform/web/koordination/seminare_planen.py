"""Planning a Seminar: create, change, publish, call off."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.kursgruppe import standortwahl
from lernplattform.queries.seminar import Seminarzeile, lies_geplantes, lies_termine
from lernplattform.services.seminar import (
    aendere_seminar,
    lege_seminar_an,
    sage_seminar_ab,
    veroeffentliche_seminar,
)
from lernplattform.web.formulare import vermerke_fehler
from lernplattform.web.katalog import katalog
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.forms_seminar import FRISTEN, AbsageForm, SeminarForm
from lernplattform.web.koordination.seminare import zeige_seminar
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/seminare/neu")
@rolle(Rolle.KOORDINATION)
def seminar_neu() -> Any:
    return _formular(_angebot(SeminarForm()))


@bp.post("/seminare/neu")
@rolle(Rolle.KOORDINATION)
@schreibend
def seminar_anlegen() -> Any:
    with lesend():
        form = _angebot(SeminarForm())
    if not form.validate():
        return lambda: (_formular(form), 422)
    try:
        seminar_id = lege_seminar_an(
            angemeldet(), form.standort_id.data, form.angaben(), clock.jetzt()
        )
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, form.am_feld(fehler))
        return lambda: (_formular(form), 422)
    flash(
        _("Der Entwurf ist gespeichert. Niemand sonst sieht ihn, bis Sie ihn veröffentlichen."),
        "erfolg",
    )
    return _zum_seminar(seminar_id)


@bp.get("/seminare/<int:seminar_id>/aendern")
@rolle(Rolle.KOORDINATION)
def seminar_bearbeiten(seminar_id: int) -> Any:
    zeile = lies_geplantes(angemeldet(), seminar_id)
    form = _ohne_standort(SeminarForm(formdata=None, data=_gespeichert(zeile)))
    return _formular(form, zeile)


@bp.post("/seminare/<int:seminar_id>/aendern")
@rolle(Rolle.KOORDINATION)
@schreibend
def seminar_aendern(seminar_id: int) -> Any:
    with lesend():
        form = _ohne_standort(SeminarForm())
    if not form.validate():
        return lambda: (_formular(form, lies_geplantes(angemeldet(), seminar_id)), 422)
    try:
        aendere_seminar(angemeldet(), seminar_id, form.angaben(), clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, form.am_feld(fehler))
        return lambda: (_formular(form, lies_geplantes(angemeldet(), seminar_id)), 422)
    flash(_("Die Änderungen sind gespeichert."), "erfolg")
    return _zum_seminar(seminar_id)


@bp.post("/seminare/<int:seminar_id>/veroeffentlichen")
@rolle(Rolle.KOORDINATION)
@schreibend
def seminar_veroeffentlichen(seminar_id: int) -> Any:
    veroeffentliche_seminar(angemeldet(), seminar_id, clock.jetzt())
    flash(_("Das Seminar ist veröffentlicht. Anmelden ist jetzt möglich."), "erfolg")
    return _zum_seminar(seminar_id)


@bp.post("/seminare/<int:seminar_id>/absagen")
@rolle(Rolle.KOORDINATION)
@schreibend
def seminar_absagen(seminar_id: int) -> Any:
    form = AbsageForm()
    if not form.validate():
        return lambda: (zeige_seminar(seminar_id, form), 422)
    sage_seminar_ab(angemeldet(), seminar_id, form.grund.data, clock.jetzt())
    flash(_("Das Seminar ist abgesagt. Alle Angemeldeten bekommen eine Nachricht."), "erfolg")
    return _zum_seminar(seminar_id)


def _zum_seminar(seminar_id: int) -> Any:
    return redirect(url_for("koordination.seminar", seminar_id=seminar_id), code=303)


def _angebot(form: SeminarForm) -> SeminarForm:
    form.biete_standorte_an(standortwahl(angemeldet()))
    form.biete_module_an(katalog())
    return form


def _ohne_standort(form: SeminarForm) -> SeminarForm:
    """A Seminar keeps its Standort. A Modul that has left the catalogue is no longer asked for."""
    del form.standort_id
    form.biete_module_an(katalog())
    return form


def _gespeichert(zeile: Seminarzeile) -> dict[str, Any]:
    felder = ("titel", "beschreibung", "ort", "plaetze", "hessenweit", *FRISTEN)
    werte = {feld: getattr(zeile, feld) for feld in felder}
    werte |= {"bedingung": zeile.bedingung.value, "verlangte_module": list(zeile.verlangte_module)}
    for nr, termin in enumerate(lies_termine(zeile.id), start=1):
        werte |= {f"beginn_{nr}": termin.beginn, f"ende_{nr}": termin.ende}
    return werte


def _formular(form: SeminarForm, zeile: Seminarzeile | None = None) -> str:
    return render_template("koordination/seminar_formular.html", form=form, seminar=zeile)
