"""People as accounts: finding, inviting, closing and opening one. Nothing about learning."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.verwaltung import (
    Personensuche,
    alle_standorte,
    lies_kontozeile,
    lies_name,
    list_konten,
    zaehle_konten,
)
from lernplattform.services.nachrichten import lege_nachricht_an
from lernplattform.services.personen import NeuePerson, lade_ein, setze_aktiv
from lernplattform.web.einsicht import einsicht
from lernplattform.web.filters import ROLLEN
from lernplattform.web.formulare import vermerke_fehler
from lernplattform.web.listen import merke_liste
from lernplattform.web.schreibend import schreibend
from lernplattform.web.verwaltung.blueprint import bp
from lernplattform.web.verwaltung.forms import KontoForm, ZustaendigkeitForm
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/personen/")
@rolle(Rolle.VERWALTUNG)
def personen() -> Any:
    merke_liste()
    filter_ = _filter()
    return render_template(
        "verwaltung/personen.html",
        seite=list_konten(filter_, request.args.get("nach")),
        anzahl=zaehle_konten(filter_),
        blaettert="nach" in request.args,
        filter=filter_,
        rollen=ROLLEN,
        standorte=alle_standorte(),
    )


@bp.get("/personen/neu")
@rolle(Rolle.VERWALTUNG)
def person_neu() -> Any:
    """The URL may preset the Rolle and the Standort, as after creating one."""
    vorgabe = _filter()
    gewaehlt = vorgabe.rolle.value if vorgabe.rolle else None
    form = KontoForm(formdata=None, rolle=gewaehlt, standort_id=vorgabe.standort_id)
    return _einladungsseite(_angebot(form))


@bp.post("/personen/neu")
@rolle(Rolle.VERWALTUNG)
@schreibend
def person_einladen() -> Any:
    with lesend():
        form = _angebot(KontoForm())
    if not form.validate():
        return lambda: (_einladungsseite(form), 422)
    neu = NeuePerson(form.vorname.data, form.nachname.data or "", form.email.data)
    try:
        person = lade_ein(neu, *form.gewaehlt, clock.jetzt(), von_id=angemeldet().person_id)
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_einladungsseite(form), 422)
    flash(_("%(name)s bekommt jetzt eine E-Mail mit einem Link.", name=person.name), "erfolg")
    return redirect(url_for("verwaltung.person", person_id=person.id), code=303)


@bp.get("/personen/<int:person_id>/")
@rolle(Rolle.VERWALTUNG)
@einsicht("konto")
def person(person_id: int) -> Any:
    form = ZustaendigkeitForm(formdata=None)
    form.biete_an(alle_standorte())
    return render_template("verwaltung/person.html", konto=lies_kontozeile(person_id), form=form)


@bp.post("/personen/<int:person_id>/einladen")
@rolle(Rolle.VERWALTUNG)
@schreibend
def nochmal_einladen(person_id: int) -> Any:
    with lesend():
        name = lies_name(person_id)
    lege_nachricht_an(person_id, "einladung", clock.jetzt())
    flash(_("%(name)s bekommt einen neuen Link. Der alte gilt nicht mehr.", name=name), "erfolg")
    return redirect(url_for("verwaltung.person", person_id=person_id), code=303)


@bp.post("/personen/<int:person_id>/aktiv/<any(ja, nein):aktiv>")
@rolle(Rolle.VERWALTUNG)
@schreibend
def aktiv_setzen(person_id: int, aktiv: str) -> Any:
    with lesend():
        name = lies_name(person_id)
    an = aktiv == "ja"
    setze_aktiv(person_id, an, clock.jetzt(), von_id=angemeldet().person_id)
    if an:
        flash(_("%(name)s kann sich wieder anmelden.", name=name), "erfolg")
    else:
        flash(_("%(name)s kann sich nicht mehr anmelden. Gelerntes bleibt.", name=name), "erfolg")
    return redirect(url_for("verwaltung.person", person_id=person_id), code=303)


def _filter() -> Personensuche:
    """What the URL asks for; an unknown Rolle shows all."""
    gewaehlt = request.args.get("rolle", "")
    return Personensuche(
        suche=request.args.get("suche", "")[:100],
        rolle=Rolle(gewaehlt) if gewaehlt in set(Rolle) else None,
        standort_id=request.args.get("standort", type=int),
    )


def _angebot(form: KontoForm) -> KontoForm:
    form.biete_an(alle_standorte())
    return form


def _einladungsseite(form: KontoForm) -> str:
    return render_template("verwaltung/person_neu.html", form=form)
