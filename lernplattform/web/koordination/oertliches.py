"""The local page of the own Standorte: contacts and rules that Lotsen read."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from lernplattform.core import clock
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.oertliches import VorOrt, lies_vor_ort
from lernplattform.services.oertliches import trage_oertliches_ein
from lernplattform.web.katalog import katalog
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.forms_oertliches import gelesen, ortsformular
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/oertliches/")
@rolle(Rolle.KOORDINATION)
def oertliches() -> Any:
    """To the first Standort by name; from there to the others."""
    return redirect(url_for("koordination.oertliches_an", standort_id=_orte()[0].standort_id))


@bp.get("/oertliches/<int:standort_id>/")
@rolle(Rolle.KOORDINATION)
def oertliches_an(standort_id: int) -> Any:
    return _seite(standort_id)


@bp.post("/oertliches/<int:standort_id>/")
@rolle(Rolle.KOORDINATION)
@schreibend
def oertliches_eintragen(standort_id: int) -> Any:
    with lesend():
        eintraege = _finde(standort_id, _orte()).eintraege
    form = ortsformular(eintraege)
    if not form.validate():
        return lambda: (_seite(standort_id, form), 422)
    trage_oertliches_ein(angemeldet(), standort_id, gelesen(form, eintraege), clock.jetzt())
    flash(_("Gespeichert. Ihre Lotsinnen und Lotsen sehen es sofort."), "erfolg")
    return redirect(url_for("koordination.oertliches_an", standort_id=standort_id), code=303)


def _orte() -> tuple[VorOrt, ...]:
    return lies_vor_ort(angemeldet().standorte(Rolle.KOORDINATION), katalog().oertlich)


def _finde(standort_id: int, orte: tuple[VorOrt, ...]) -> VorOrt:
    ort = next((ort for ort in orte if ort.standort_id == standort_id), None)
    if ort is None:
        raise NichtGefunden
    return ort


def _seite(standort_id: int, form: FlaskForm | None = None) -> str:
    orte = _orte()
    ort = _finde(standort_id, orte)
    return render_template(
        "koordination/oertliches.html",
        ort=ort,
        andere=[anderer for anderer in orte if anderer is not ort],
        form=form or ortsformular(ort.eintraege, formdata=None),
    )
