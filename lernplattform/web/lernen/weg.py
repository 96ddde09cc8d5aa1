"""Mein Lernweg and the page of a Modul."""

from typing import Any

from flask import render_template

from kurse.kurs import ModulStatus
from kurse.regeln.fortschritt import BausteinStand, ModulStand, modul_stand
from lernplattform.core import clock
from lernplattform.models.person import Rolle
from lernplattform.queries.fortschritt import (
    lies_besuchte_ue,
    lies_lernstand,
    lies_nachlese,
    lies_qualifizierungen,
)
from lernplattform.web.katalog import katalog
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.lernen.lernweg import baue_lernweg
from lernplattform.web.lernen.orte import finde_modul, url_von
from lernplattform.web.lernen.stationen import schritt
from lernplattform.web.lernen.texte import gruss
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/")
@rolle(Rolle.LOTSE)
def weg() -> Any:
    person_id = angemeldet().person_id
    seite = baue_lernweg(
        katalog(),
        lies_lernstand(person_id),
        lies_besuchte_ue(person_id),
        lies_qualifizierungen(person_id),
        lies_nachlese(person_id),
    )
    return render_template("lernen/weg.html", seite=seite, gruss=gruss(clock.jetzt()))


@bp.get("/modul/<string:modul_id>/")
@rolle(Rolle.LOTSE)
def modul(modul_id: str) -> Any:
    stand = modul_stand(finde_modul(modul_id), lies_lernstand(angemeldet().person_id))
    naechster = _naechster(stand)
    return render_template(
        "lernen/modul.html",
        stand=stand,
        in_vorbereitung=stand.modul.status is ModulStatus.IN_VORBEREITUNG,
        stationen=[
            schritt(baustein, nr, jetzt=baustein is naechster)
            for nr, baustein in enumerate(stand.bausteine, 1)
        ],
        naechster=naechster,
        naechster_url=url_von(naechster.inhalt) if naechster else None,
    )


def _naechster(stand: ModulStand) -> BausteinStand | None:
    """What was begun, else what is mandatory, else anything not yet done."""
    offene = [baustein for baustein in stand.bausteine if not baustein.zaehlt]
    begonnene = [baustein for baustein in stand.bausteine if baustein.durchlauf_id is not None]
    return next(iter([*begonnene, *stand.offene_pflicht, *offene]), None)
