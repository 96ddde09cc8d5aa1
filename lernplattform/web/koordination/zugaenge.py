"""Access of one person: invite again, print the slip, deactivate, put into a Kursgruppe."""

from typing import Any

import segno
from flask import current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.i18n import sprache_oder_deutsch
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Linkart, Rolle
from lernplattform.queries.dossier import lies_person, lies_person_mit_zugang
from lernplattform.services.konto import GUELTIGKEIT, erzeuge_zugangslink
from lernplattform.services.nachrichten import lege_nachricht_an
from lernplattform.services.personen import setze_aktiv
from lernplattform.services.protokoll import protokolliere
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle

STUECK = 4


@bp.post("/personen/<int:person_id>/einladen")
@rolle(Rolle.KOORDINATION)
@schreibend
def nochmal_einladen(person_id: int) -> Any:
    with lesend():
        person = lies_person(angemeldet(), person_id)
    lege_nachricht_an(person.id, "einladung", clock.jetzt())
    flash(
        _("%(name)s bekommt einen neuen Link. Der alte gilt nicht mehr.", name=person.name),
        "erfolg",
    )
    return redirect(url_for("koordination.person", person_id=person_id), code=303)


@bp.get("/personen/<int:person_id>/zettel")
@rolle(Rolle.KOORDINATION)
def zettel(person_id: int) -> Any:
    """What will happen, and a button: making a link changes something, so it is a POST."""
    person = lies_person_mit_zugang(angemeldet(), person_id)
    return render_template("koordination/zettel.html", person=person, adresse=None)


@bp.post("/personen/<int:person_id>/zettel")
@rolle(Rolle.KOORDINATION)
@schreibend
def zettel_drucken(person_id: int) -> Any:
    """The Zugangszettel is shown this one time; the database keeps only the hash of its link."""
    with lesend():
        person = lies_person_mit_zugang(angemeldet(), person_id)
    jetzt = clock.jetzt()
    token = erzeuge_zugangslink(person.id, Linkart.EINLADUNG, jetzt)
    protokolliere("zettel_gedruckt", angemeldet().person_id, jetzt, betroffen_id=person.id)
    adresse = current_app.config["BASIS_URL"] + url_for("zugaenge.einladung", token=token)
    bis = jetzt + GUELTIGKEIT[Linkart.EINLADUNG]
    return lambda: render_template(
        "koordination/zettel.html",
        person=person,
        sprache_der_person=sprache_oder_deutsch(person.sprache),
        adresse=adresse,
        stuecke=_stuecke(token),
        qr=segno.make(adresse, error="m").svg_data_uri(scale=5, border=4, light="#fff"),
        gueltig_bis=bis,
    )


@bp.post("/personen/<int:person_id>/aktiv/<any(ja, nein):aktiv>")
@rolle(Rolle.KOORDINATION)
@schreibend
def aktiv_setzen(person_id: int, aktiv: str) -> Any:
    with lesend():
        person = lies_person_mit_zugang(angemeldet(), person_id)
    an = aktiv == "ja"
    setze_aktiv(person.id, an, clock.jetzt(), von_id=angemeldet().person_id)
    if an:
        flash(_("%(name)s kann sich wieder anmelden.", name=person.name), "erfolg")
    else:
        flash(
            _("%(name)s kann sich nicht mehr anmelden. Gelerntes bleibt.", name=person.name),
            "erfolg",
        )
    return redirect(url_for("koordination.person", person_id=person_id), code=303)


def _stuecke(token: str) -> list[str]:
    """Groups that can be typed one after the other without losing the place."""
    return [token[n : n + STUECK] for n in range(0, len(token), STUECK)]
