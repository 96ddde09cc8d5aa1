"""What holds at the own Standort: contacts and rules of the Koordination."""

from typing import Any

from flask import render_template

from lernplattform.models.person import Rolle
from lernplattform.queries.oertliches import lies_vor_ort
from lernplattform.web.katalog import katalog
from lernplattform.web.kopie import als_kopie
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/oertliches/")
@rolle(Rolle.LOTSE)
@als_kopie()
def oertliches() -> Any:
    orte = lies_vor_ort(angemeldet().standorte(Rolle.LOTSE), katalog().oertlich)
    return render_template("lernen/oertliches.html", orte=orte)
