"""The living page of the design: read anew at each visit."""

from typing import Any

from flask import render_template

from lernplattform.web.stilbuch.beispiele import THEMEN, lies_thema
from lernplattform.web.stilbuch.blueprint import bp
from lernplattform.web.stilbuch.farben import kontraste, symbole
from lernplattform.web.stilbuch.forms import FelderForm, mit_fehlern
from lernplattform.web.zugang import oeffentlich


@bp.get("/")
@oeffentlich
def seite() -> Any:
    werte = {
        "felder": FelderForm(formdata=None, prefix="feld-", meta={"csrf": False}),
        "fehlerhaft": mit_fehlern(),
        "kontraste": kontraste(),
        "symbole": symbole(),
    }
    themen = [lies_thema(kennung, werte) for kennung in THEMEN]
    return render_template("stilbuch/seite.html", themen=themen)
