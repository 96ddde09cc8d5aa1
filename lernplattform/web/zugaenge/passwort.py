"""One-use links: accepting an Einladung, resetting a password."""

from typing import Any

from flask import flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _

from lernplattform.core import clock, passwort
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Linkart
from lernplattform.queries.konto import Einlass, finde_einlass, finde_zugang, normiere_kennung
from lernplattform.services.drossel import (
    RUECKSETZEN_ADRESSE,
    RUECKSETZEN_KENNUNG,
    pruefe_grenze,
    zaehle,
)
from lernplattform.services.konto import bitte_um_ruecksetzen, loese_link_ein
from lernplattform.web.formulare import NeuesPasswortForm
from lernplattform.web.schreibend import schreibend
from lernplattform.web.sprachwahl import sprache_des_geraets
from lernplattform.web.zugaenge.blueprint import bp
from lernplattform.web.zugaenge.forms import VergessenForm
from lernplattform.web.zugang import oeffentlich

# In the cookie until the login page fills it in: an address in a URL would reach logs.
EBEN_GEWAEHLT = "eben_gewaehlt"


@bp.get("/passwort/vergessen")
@oeffentlich
def passwort_vergessen() -> Any:
    return render_template("zugaenge/vergessen.html", form=VergessenForm())


@bp.post("/passwort/vergessen", endpoint="passwort_anfordern")
@oeffentlich
@schreibend
def passwort_anfordern() -> Any:
    """The answer is the same whether the account exists or not."""
    form = VergessenForm()
    if not form.validate():
        return lambda: (render_template("zugaenge/vergessen.html", form=form), 422)
    jetzt = clock.jetzt()
    kennung = normiere_kennung(form.kennung.data)
    for grenze, wert in (
        (RUECKSETZEN_ADRESSE, request.remote_addr or ""),
        (RUECKSETZEN_KENNUNG, kennung),
    ):
        pruefe_grenze(grenze, wert, jetzt)
        zaehle(grenze, wert, jetzt)
    zugang = finde_zugang(kennung)
    if zugang is not None:
        bitte_um_ruecksetzen(zugang.person_id, jetzt)
    return lambda: render_template("zugaenge/unterwegs.html")


@bp.get("/einladung/<string:token>")
@oeffentlich
def einladung(token: str) -> Any:
    return _zeige(token, Linkart.EINLADUNG)


@bp.post("/einladung/<string:token>", endpoint="einladung_annehmen")
@oeffentlich
@schreibend
def einladung_annehmen(token: str) -> Any:
    return _loese_ein(token, Linkart.EINLADUNG)


@bp.get("/passwort/neu/<string:token>")
@oeffentlich
def passwort_neu(token: str) -> Any:
    return _zeige(token, Linkart.RUECKSETZEN)


@bp.post("/passwort/neu/<string:token>", endpoint="passwort_setzen")
@oeffentlich
@schreibend
def passwort_setzen(token: str) -> Any:
    return _loese_ein(token, Linkart.RUECKSETZEN)


def _zeige(token: str, art: Linkart) -> Any:
    einlass = finde_einlass(token, art, clock.jetzt())
    if einlass is None:
        return render_template("zugaenge/abgelaufen.html", art=art), 404
    return _seite(NeuesPasswortForm(), einlass, art)


def _loese_ein(token: str, art: Linkart) -> Any:
    jetzt = clock.jetzt()
    with lesend():
        einlass = finde_einlass(token, art, jetzt)
    if einlass is None:
        return lambda: (render_template("zugaenge/abgelaufen.html", art=art), 404)
    form = NeuesPasswortForm(einlass.kennung, einlass.vorname)
    if not form.validate():
        return lambda: (_seite(form, einlass, art), 422)
    try:
        loese_link_ein(einlass, passwort.hashe(form.neu.data), jetzt, _sprache(art))
    except NichtGefunden:
        return lambda: (render_template("zugaenge/abgelaufen.html", art=art), 404)
    session[EBEN_GEWAEHLT] = einlass.kennung
    flash(_("Ihr Passwort ist gespeichert. Bitte melden Sie sich jetzt damit an."), "erfolg")
    return redirect(url_for("zugaenge.login"), code=303)


def _sprache(art: Linkart) -> str | None:
    """Who switched the language to read the Einladung wants mails in it too."""
    return sprache_des_geraets() if art is Linkart.EINLADUNG else None


def _seite(form: NeuesPasswortForm, einlass: Einlass, art: Linkart) -> str:
    return render_template("zugaenge/passwort.html", form=form, einlass=einlass, art=art)
