"""What a person sees instead of a page that cannot be reached."""

from flask import render_template

from lernplattform.web.geraet.blueprint import bp
from lernplattform.web.kopie import als_kopie
from lernplattform.web.zugang import oeffentlich


@bp.get("/offline/")
@oeffentlich
@als_kopie(immer=True)
def offline() -> str:
    return render_template("offline/anzeige.html")
