"""The accessibility statement is written here, and reports of barriers are read and settled."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.models.person import Rolle
from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.barrierefreiheit import (
    Erklaerung,
    lies_erklaerung,
    list_erledigte_meldungen,
    list_offene_meldungen,
)
from lernplattform.queries.barrierevorgabe import vorgabe
from lernplattform.queries.konto import lies_rechtstext
from lernplattform.services.barrierefreiheit import erledige_meldung, setze_erklaerung
from lernplattform.web.formulare import vermerke_fehler
from lernplattform.web.schreibend import schreibend
from lernplattform.web.verwaltung.barriereforms import ErklaerungForm
from lernplattform.web.verwaltung.blueprint import bp
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/rechtstexte/barrierefreiheit/")
@rolle(Rolle.VERWALTUNG)
def barrierefreiheit() -> Any:
    erklaerung = lies_erklaerung()
    return _seite(ErklaerungForm.zeige(erklaerung or _vorgabe()), erklaerung)


@bp.post("/rechtstexte/barrierefreiheit/")
@rolle(Rolle.VERWALTUNG)
@schreibend
def barrierefreiheit_setzen() -> Any:
    form = ErklaerungForm()
    if not form.validate():
        return lambda: (_seite(form, lies_erklaerung()), 422)
    try:
        setze_erklaerung(angemeldet(), form.erklaerung(), clock.jetzt())
    except EingabeUngueltig as fehler:
        vermerke_fehler(form, fehler)
        return lambda: (_seite(form, lies_erklaerung()), 422)
    flash(_("Die Erklärung ist gespeichert. Sie steht jetzt auf der Seite."), "erfolg")
    return redirect(url_for("verwaltung.rechtstexte"), code=303)


@bp.get("/rechtstexte/barrierefreiheit/meldungen/")
@rolle(Rolle.VERWALTUNG)
def barrieremeldungen() -> Any:
    return render_template(
        "verwaltung/barrieremeldungen.html",
        offene=list_offene_meldungen(),
        erledigte=list_erledigte_meldungen(),
    )


@bp.post("/rechtstexte/barrierefreiheit/meldungen/<int:meldung_id>/erledigt")
@rolle(Rolle.VERWALTUNG)
@schreibend
def barrieremeldung_erledigt(meldung_id: int) -> Any:
    erledige_meldung(angemeldet(), meldung_id, clock.jetzt())
    flash(_("Die Meldung ist erledigt."), "erfolg")
    return redirect(url_for("verwaltung.barrieremeldungen"), code=303)


def _vorgabe() -> Erklaerung:
    """What was written as free text before becomes the additional notes."""
    frueher = lies_rechtstext(Rechtsseite.BARRIEREFREIHEIT)
    return vorgabe(clock.jetzt(), frueher.text if frueher else "")


def _seite(form: ErklaerungForm, gespeichert: Erklaerung | None) -> str:
    return render_template(
        "verwaltung/barrierefreiheit.html",
        form=form,
        gespeichert=gespeichert,
        faellig=gespeichert is not None and gespeichert.pruefung_faellig(clock.jetzt()),
    )
