"""The own account: who I am here, and my password."""

from typing import Any

from flask import Response, flash, redirect, render_template, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from lernplattform.core import clock, passwort
from lernplattform.core.transaction import lesend
from lernplattform.models.person import Rolle
from lernplattform.queries.bescheinigung import lies_eigene, list_eigene
from lernplattform.queries.konto import lies_konto, normiere_kennung, passwort_hash_von
from lernplattform.services.drossel import LOGIN_KENNUNG, pruefe_grenze, zaehle
from lernplattform.services.konto import setze_passwort
from lernplattform.services.sitzung import beginne_sitzung
from lernplattform.web import sitzung
from lernplattform.web.konto.blueprint import bp
from lernplattform.web.konto.forms import PasswortForm, SprachenForm
from lernplattform.web.pdf import pdf_antwort
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/")
@rolle()
def uebersicht() -> Any:
    return kontoseite()


@bp.post("/passwort")
@rolle()
@schreibend
def passwort_aendern() -> Any:
    """Ends all sessions and begins a new one for this device."""
    form = PasswortForm(*_eigenes())
    if not form.validate() or not _stimmt(form):
        return lambda: (kontoseite(form), 422)
    jetzt = clock.jetzt()
    person_id = angemeldet().person_id
    neu = passwort.hashe(form.neu.data)
    setze_passwort(person_id, neu, jetzt)
    sitzung.oeffne(beginne_sitzung(person_id, jetzt))
    flash(_("Ihr neues Passwort gilt ab jetzt. Auf anderen Geräten sind Sie abgemeldet."), "erfolg")
    return redirect(url_for("konto.uebersicht"), code=303)


@bp.get("/bescheinigung/<int:bescheinigung_id>.pdf")
@rolle()
def bescheinigung(bescheinigung_id: int) -> Response:
    eigene = lies_eigene(angemeldet().person_id, bescheinigung_id)
    return pdf_antwort(eigene.nummer, eigene.schnappschuss or {})


def _sprachen() -> SprachenForm:
    """The page's language stands for a choice that was not made yet."""
    return SprachenForm(
        formdata=None,
        sprache=angemeldet().sprache or str(get_locale()),
        fachwortsprache=angemeldet().fachwortsprache or "",
    )


def _eigenes() -> tuple[str, ...]:
    with lesend():
        konto = lies_konto(angemeldet().person_id)
    return konto.vorname, konto.nachname, konto.email or "", konto.benutzername or ""


def _stimmt(form: PasswortForm) -> bool:
    """Throttled like the login: an open screen must not become a way to guess."""
    schluessel = f"konto-{angemeldet().person_id}"
    jetzt = clock.jetzt()
    with lesend():
        pruefe_grenze(LOGIN_KENNUNG, normiere_kennung(schluessel), jetzt)
        bisher = passwort_hash_von(angemeldet().person_id)
    if passwort.stimmt(bisher, form.bisher.data):
        return True
    zaehle(LOGIN_KENNUNG, schluessel, jetzt)
    form.bisher.errors = [_("Das ist nicht Ihr jetziges Passwort.")]
    return False


def kontoseite(form: FlaskForm | None = None, sprachen_form: SprachenForm | None = None) -> str:
    """With the forms as they were sent, where one has to be mended."""
    person_id = angemeldet().person_id
    return render_template(
        "konto/uebersicht.html",
        form=form or PasswortForm(),
        sprachen_form=sprachen_form or _sprachen(),
        konto=lies_konto(person_id),
        bescheinigungen=list_eigene(person_id),
        ist_lotse=angemeldet().hat(Rolle.LOTSE),
    )
