"""The legal pages: which are missing, and writing them.

The accessibility statement is no free text: barrierefreiheit.py.
"""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.models.person import Rolle
from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.barrierefreiheit import lies_barrierelage
from lernplattform.queries.konto import fehlende_rechtstexte, lies_rechtstext
from lernplattform.services.rechtstexte import setze_rechtstext
from lernplattform.web.rechtsseiten import TITEL
from lernplattform.web.schreibend import schreibend
from lernplattform.web.verwaltung.blueprint import bp
from lernplattform.web.verwaltung.forms import RechtstextForm
from lernplattform.web.zugang import angemeldet, rolle

PFAD = "/rechtstexte/<any(datenschutz, impressum):art>/"


@bp.get("/rechtstexte/")
@rolle(Rolle.VERWALTUNG)
def rechtstexte() -> Any:
    return render_template(
        "verwaltung/rechtstexte.html",
        titel=TITEL,
        fehlend=fehlende_rechtstexte(),
        barrieren=lies_barrierelage(clock.jetzt()),
    )


@bp.get(PFAD)
@rolle(Rolle.VERWALTUNG)
def rechtstext(art: str) -> Any:
    return _seite(art, RechtstextForm(formdata=None, obj=lies_rechtstext(Rechtsseite(art))))


@bp.post(PFAD)
@rolle(Rolle.VERWALTUNG)
@schreibend
def rechtstext_setzen(art: str) -> Any:
    form = RechtstextForm()
    if not form.validate():
        return lambda: (_seite(art, form), 422)
    von_id = angemeldet().person_id
    setze_rechtstext(Rechtsseite(art), form.text.data, clock.jetzt(), von_id=von_id)
    flash(_("Der Text ist gespeichert. Er steht jetzt auf der Seite."), "erfolg")
    return redirect(url_for("verwaltung.rechtstexte"), code=303)


def _seite(art: str, form: RechtstextForm) -> str:
    seite = Rechtsseite(art)
    return render_template("verwaltung/rechtstext.html", art=seite, titel=TITEL[seite], form=form)
