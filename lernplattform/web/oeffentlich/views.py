"""Start page and legal pages."""

from typing import Any

from flask import redirect, render_template
from flask_login import current_user

from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.konto import lies_rechtstext
from lernplattform.web.oeffentlich.blueprint import bp
from lernplattform.web.rechtsseiten import TITEL
from lernplattform.web.ziele import bereich_von
from lernplattform.web.zugang import angemeldet, oeffentlich


@bp.get("/")
@oeffentlich
def start() -> Any:
    if current_user.is_authenticated:
        return redirect(bereich_von(angemeldet()))
    return render_template("oeffentlich/start.html")


@bp.get("/datenschutz/")
@oeffentlich
def datenschutz() -> Any:
    return _rechtsseite(Rechtsseite.DATENSCHUTZ)


@bp.get("/impressum/")
@oeffentlich
def impressum() -> Any:
    return _rechtsseite(Rechtsseite.IMPRESSUM)


def _rechtsseite(art: Rechtsseite) -> str:
    rechtstext = lies_rechtstext(art)
    absaetze = [a for a in (rechtstext.text if rechtstext else "").split("\n\n") if a.strip()]
    return render_template("oeffentlich/rechtsseite.html", titel=TITEL[art], absaetze=absaetze)
