"""Login and logout."""

from typing import Any

from flask import current_app, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user

from lernplattform.core import clock, passwort
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.konto import (
    Zugang,
    fehlende_rechtstexte,
    finde_zugang,
    normiere_kennung,
)
from lernplattform.services.drossel import (
    LOGIN_ADRESSE,
    LOGIN_KENNUNG,
    pruefe_grenze,
    vergiss_alte,
    zaehle,
)
from lernplattform.services.konto import erneuere_hash
from lernplattform.services.sitzung import beende_sitzung, beginne_sitzung
from lernplattform.web import sitzung
from lernplattform.web.schreibend import schreibend
from lernplattform.web.ziele import bereich_von, eigener_bereich, ist_eigener_pfad
from lernplattform.web.zugaenge.blueprint import bp
from lernplattform.web.zugaenge.forms import LoginForm
from lernplattform.web.zugaenge.passwort import EBEN_GEWAEHLT
from lernplattform.web.zugang import angemeldet, oeffentlich, rolle

DARF_EINRICHTEN = frozenset({Rolle.VERWALTUNG, Rolle.KOORDINATION})


@bp.get("/login")
@oeffentlich
def login() -> Any:
    """With `erneut` also for who is signed in: a session that nears its longest needs a new one."""
    if current_user.is_authenticated and "erneut" not in request.args:
        return redirect(bereich_von(angemeldet()))
    kennung = session.pop(EBEN_GEWAEHLT, "")
    form = LoginForm(weiter=request.args.get("weiter"), kennung=kennung)
    return render_template("zugaenge/login.html", form=form)


@bp.post("/login", endpoint="login_pruefen")
@oeffentlich
@schreibend
def login_pruefen() -> Any:
    form = LoginForm()
    if not form.validate():
        return lambda: (render_template("zugaenge/login.html", form=form), 422)
    zugang = _pruefe_passwort(form.kennung.data, form.passwort.data)
    if zugang is None:
        return _abgewiesen(form)
    if not _ist_eingerichtet_fuer(zugang):
        return lambda: (render_template("zugaenge/geschlossen.html"), 409)
    if passwort.ist_veraltet(zugang.passwort_hash or ""):
        erneuere_hash(zugang.person_id, passwort.hashe(form.passwort.data))
    sitzung.oeffne(beginne_sitzung(zugang.person_id, clock.jetzt()))
    ziel = form.weiter.data
    return redirect(ziel if ist_eigener_pfad(ziel) else eigener_bereich(zugang.rollen), code=303)


@bp.post("/logout")
@rolle()
@schreibend
def logout() -> Any:
    beende_sitzung(angemeldet().sitzung_id)
    sitzung.schliesse()
    flash(_("Sie sind abgemeldet. Bis bald."), "erfolg")
    antwort = redirect(url_for("oeffentlich.start"), code=303)
    antwort.headers["Clear-Site-Data"] = '"cache", "storage"'
    return antwort


def _pruefe_passwort(kennung: str, eingabe: str) -> Zugang | None:
    """The slow hash is checked outside the write lock, also for accounts that do not exist."""
    with lesend():
        jetzt = clock.jetzt()
        pruefe_grenze(LOGIN_ADRESSE, request.remote_addr or "", jetzt)
        pruefe_grenze(LOGIN_KENNUNG, normiere_kennung(kennung), jetzt)
        zugang = finde_zugang(kennung)
    if passwort.stimmt(zugang.passwort_hash if zugang else None, eingabe):
        return zugang
    return None


def _abgewiesen(form: LoginForm) -> Any:
    jetzt = clock.jetzt()
    vergiss_alte(jetzt)
    zaehle(LOGIN_ADRESSE, request.remote_addr or "", jetzt)
    zaehle(LOGIN_KENNUNG, normiere_kennung(form.kennung.data), jetzt)
    form.form_errors.append(_("Diese Angaben passen nicht zusammen. Bitte prüfen Sie beide."))
    return lambda: (render_template("zugaenge/login.html", form=form), 422)


def _ist_eingerichtet_fuer(zugang: Zugang) -> bool:
    """Without its legal pages a real platform lets in only those who can complete it."""
    if current_app.config["DEMO"] or not DARF_EINRICHTEN.isdisjoint(zugang.rollen):
        return True
    return not fehlende_rechtstexte()
