"""The list of people, and inviting one more."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.queries.kursgruppe import list_gruppen, standortwahl
from lernplattform.queries.person import (
    Filter,
    list_lotsen,
    list_team,
    zaehle_staende,
)
from lernplattform.rechte import darf_standort_koordinieren
from lernplattform.services.kursgruppe import nimm_auf
from lernplattform.services.personen import NeuePerson, lade_ein
from lernplattform.web.filters import STAENDE
from lernplattform.web.formulare import vermerke_fehler
from lernplattform.web.katalog import katalog
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.forms import EinladungForm
from lernplattform.web.listen import merke_liste
from lernplattform.web.rechtsseiten import fehlende_seiten
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/")
@rolle(Rolle.KOORDINATION)
def personen() -> Any:
    merke_liste()
    filter_ = lies_filter()
    pflicht = pflichtmodule()
    gezaehlt = zaehle_staende(angemeldet(), filter_.suche)
    return render_template(
        "koordination/personen.html",
        seite=list_lotsen(angemeldet(), filter_, request.args.get("nach"), pflicht),
        anzahl=gezaehlt.anzahl,
        wartende=gezaehlt.wartende,
        filter=filter_,
        blaettert="nach" in request.args,
        staende=STAENDE,
        wartend=QualifizierungStand.VOLLSTAENDIG,
        module=len(pflicht),
        mit_standort=len(angemeldet().standorte(Rolle.KOORDINATION)) > 1,
        fehlende_seiten=fehlende_seiten(),
    )


@bp.get("/team/")
@rolle(Rolle.KOORDINATION)
def team() -> Any:
    return render_template("koordination/team.html", zeilen=list_team(angemeldet()))


@bp.get("/einladen")
@rolle(Rolle.KOORDINATION)
def einladen() -> Any:
    return _einladungsseite(_angebot(EinladungForm()))


@bp.post("/einladen", endpoint="einladung_senden")
@rolle(Rolle.KOORDINATION)
@schreibend
def einladung_senden() -> Any:
    with lesend():
        form = _angebot(EinladungForm())
    if not form.validate():
        return lambda: (_einladungsseite(form), 422)
    try:
        person = _lade_ein(form)
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_einladungsseite(form), 422)
    if person.email:
        flash(_("%(name)s bekommt jetzt eine E-Mail mit einem Link.", name=person.name), "erfolg")
        return redirect(url_for("koordination.person", person_id=person.id), code=303)
    flash(
        _("%(name)s ist angelegt. Drucken Sie jetzt den Zettel mit dem Link.", name=person.name),
        "erfolg",
    )
    return redirect(url_for("koordination.zettel", person_id=person.id), code=303)


def _lade_ein(form: EinladungForm) -> Person:
    standort_id = form.standort_id.data
    if not darf_standort_koordinieren(angemeldet(), standort_id):
        raise EingabeUngueltig("standort_id", "unbekannt")
    neu = NeuePerson(
        form.vorname.data,
        form.nachname.data or "",
        form.email.data or None,
        form.benutzername.data or None,
    )
    jetzt = clock.jetzt()
    gewaehlt = Rolle(form.rolle.data)
    person = lade_ein(neu, gewaehlt, standort_id, jetzt, von_id=angemeldet().person_id)
    if form.nimmt_auf:
        nimm_auf(angemeldet(), form.kursgruppe_id.data, person.id, jetzt)
    return person


def _angebot(form: EinladungForm) -> EinladungForm:
    form.biete_an(standortwahl(angemeldet()), list_gruppen(angemeldet()))
    return form


def _einladungsseite(form: EinladungForm) -> str:
    return render_template("koordination/einladen.html", form=form)


def lies_filter() -> Filter:
    """What the URL asks for; an unknown state shows all."""
    stand = request.args.get("stand", "")
    gueltig = stand in {s.value for s in QualifizierungStand}
    return Filter(
        stand=QualifizierungStand(stand) if gueltig else None,
        suche=request.args.get("suche", "")[:100],
    )


def pflichtmodule() -> frozenset[str]:
    """Only these make somebody vollständig, so only these are counted."""
    return frozenset(modul.id for modul in katalog().basis.module if modul.pflicht)
