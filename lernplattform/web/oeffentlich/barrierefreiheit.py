"""The accessibility statement, Leichte Sprache, Gebärdensprache, and reporting a barrier."""

from itertools import groupby
from typing import Any

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.models.barrierefreiheit import Ausnahmegrund
from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.barrierefreiheit import Ausnahme, Erklaerung, lies_erklaerung
from lernplattform.queries.konto import lies_rechtstext
from lernplattform.services.barrierefreiheit import melde_barriere
from lernplattform.services.drossel import MELDEN_ADRESSE, pruefe_grenze, zaehle
from lernplattform.web.barrierefreiheit import AUSNAHME, PRUEFART, STANDSATZ
from lernplattform.web.oeffentlich.blueprint import bp
from lernplattform.web.oeffentlich.forms import SEITE_HOECHSTENS, MeldungForm
from lernplattform.web.oeffentlich.leicht import ABSCHNITTE
from lernplattform.web.schreibend import schreibend
from lernplattform.web.ziele import ist_eigener_pfad
from lernplattform.web.zugang import oeffentlich

REIHENFOLGE = list(Ausnahmegrund)


@bp.get("/barrierefreiheit/")
@oeffentlich
def barrierefreiheit() -> Any:
    erklaerung = lies_erklaerung()
    frueher = None if erklaerung else lies_rechtstext(Rechtsseite.BARRIEREFREIHEIT)
    return render_template(
        "oeffentlich/barrierefreiheit.html",
        erklaerung=erklaerung,
        ausnahmen=_nach_art(erklaerung),
        frueher=frueher.text if frueher else "",
        adresse=current_app.config["BASIS_URL"],
        standsatz=STANDSATZ,
        pruefart=PRUEFART,
        ausnahmetitel=AUSNAHME,
    )


@bp.get("/leichte-sprache/")
@oeffentlich
def leichte_sprache() -> Any:
    return render_template(
        "oeffentlich/leichte_sprache.html", abschnitte=ABSCHNITTE, erklaerung=lies_erklaerung()
    )


@bp.get("/gebaerdensprache/")
@oeffentlich
def gebaerdensprache() -> Any:
    return render_template("oeffentlich/gebaerdensprache.html", erklaerung=lies_erklaerung())


@bp.get("/barrierefreiheit/melden")
@oeffentlich
def barriere_melden() -> Any:
    seite = request.args.get("seite", "")[:SEITE_HOECHSTENS]
    vorgabe = seite if ist_eigener_pfad(seite) else ""
    return render_template("oeffentlich/melden.html", form=MeldungForm(seite=vorgabe))


@bp.post("/barrierefreiheit/melden")
@oeffentlich
@schreibend
def barriere_gemeldet() -> Any:
    form = MeldungForm()
    if not form.validate():
        return lambda: (render_template("oeffentlich/melden.html", form=form), 422)
    jetzt = clock.jetzt()
    pruefe_grenze(MELDEN_ADRESSE, request.remote_addr or "", jetzt)
    zaehle(MELDEN_ADRESSE, request.remote_addr or "", jetzt)
    melde_barriere(form.text.data or "", form.seite.data or "", form.email.data or "", jetzt)
    flash(_("Danke. Ihre Meldung ist angekommen."), "erfolg")
    return redirect(url_for("oeffentlich.barrierefreiheit"), code=303)


def _nach_art(erklaerung: Erklaerung | None) -> list[tuple[Ausnahmegrund, list[Ausnahme]]]:
    def rang(ausnahme: Ausnahme) -> int:
        return REIHENFOLGE.index(ausnahme.art)

    alle = sorted(erklaerung.ausnahmen, key=rang) if erklaerung else []
    return [(REIHENFOLGE[nr], list(gruppe)) for nr, gruppe in groupby(alle, key=rang)]
