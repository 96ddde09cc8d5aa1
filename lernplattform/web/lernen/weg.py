"""Mein Lernweg and the page of a Modul."""

from typing import Any

from flask import render_template, session

from kurse.kurs import ModulStatus
from kurse.regeln.fortschritt import modul_stand
from lernplattform.core import clock
from lernplattform.models.person import Rolle
from lernplattform.queries.fortschritt import (
    lies_lernstand,
    lies_nachlese,
    lies_qualifizierungen,
)
from lernplattform.queries.saetze import lies_saetze
from lernplattform.web.katalog import katalog
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.lernen.lage import fasse_zusammen
from lernplattform.web.lernen.lernweg import baue_lernweg
from lernplattform.web.lernen.orte import finde_modul
from lernplattform.web.lernen.stationen import schritt
from lernplattform.web.lernen.texte import dauer, gruss
from lernplattform.web.lernen.weiter import baue_weiter, vorschlag_im_modul
from lernplattform.web.zugang import angemeldet, rolle

# What the way showed last; the waypoint of a Modul that is new since then fills once.
GESEHEN = "geschaffte_module"


@bp.get("/")
@rolle(Rolle.LOTSE)
def weg() -> Any:
    person_id = angemeldet().person_id
    gesehen = session.get(GESEHEN)
    seite = baue_lernweg(
        katalog(),
        lies_lernstand(person_id),
        fasse_zusammen(lies_qualifizierungen(person_id)),
        lies_nachlese(person_id),
        gesehen=gesehen,
    )
    if seite.geschafft != gesehen:
        session[GESEHEN] = seite.geschafft
    return render_template(
        "lernen/weg.html",
        seite=seite,
        gruss=gruss(clock.jetzt()),
        anzahl_saetze=len(lies_saetze(katalog(), person_id)),
    )


@bp.get("/modul/<string:modul_id>/")
@rolle(Rolle.LOTSE)
def modul(modul_id: str) -> Any:
    lernstand = lies_lernstand(angemeldet().person_id)
    stand = modul_stand(finde_modul(modul_id), lernstand)
    vorschlag = vorschlag_im_modul(stand, lernstand)
    jetzt = vorschlag.inhalt if vorschlag else None
    return render_template(
        "lernen/modul.html",
        stand=stand,
        noch=dauer(stand.minuten_uebrig) if stand.minuten_uebrig else "",
        in_vorbereitung=stand.modul.status is ModulStatus.IN_VORBEREITUNG,
        stationen=[
            schritt(baustein, nr, jetzt=baustein.inhalt is jetzt)
            for nr, baustein in enumerate(stand.bausteine, 1)
        ],
        weiter=baue_weiter(vorschlag, lernstand),
    )
