"""The own Kursgruppen, and the matrix of one."""

from datetime import date
from typing import Any

from flask import render_template, request

from kurse.regeln.begleitung import DIESE_WOCHE_BIS, VIER_WOCHEN_BIS
from lernplattform.core import clock
from lernplattform.models.person import Rolle
from lernplattform.queries.begleitung import lies_eigene_gruppe, list_eigene_gruppen
from lernplattform.queries.feststecken import zaehle_feststeckende
from lernplattform.queries.matrix import lies_matrix
from lernplattform.web.begleitung.blueprint import bp
from lernplattform.web.begleitung.worte import AKTIVITAETEN
from lernplattform.web.katalog import katalog
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/")
@rolle(Rolle.TRAINER)
def gruppen() -> Any:
    eigene = list_eigene_gruppen(angemeldet())
    feste = zaehle_feststeckende(angemeldet(), katalog()) if eigene else {}
    return render_template("begleitung/gruppen.html", gruppen=eigene, feste=feste)


@bp.get("/gruppen/<int:gruppe_id>/")
@rolle(Rolle.TRAINER)
def gruppe(gruppe_id: int) -> Any:
    heute = heutiger_tag()
    kopf = lies_eigene_gruppe(angemeldet(), gruppe_id, heute)
    return render_template(
        "begleitung/gruppe.html",
        gruppe=kopf,
        seite=lies_matrix(kopf, katalog(), heute, request.args.get("nach")),
        module=katalog().basis.module,
        worte=AKTIVITAETEN,
        grenzen={"woche": DIESE_WOCHE_BIS, "monat": VIER_WOCHEN_BIS},
    )


def heutiger_tag() -> date:
    """Today on the clock of the people, not of UTC."""
    return clock.jetzt().astimezone(clock.ORTSZEIT).date()
