"""A Lektion: reading, thinking, and the explicit act "Verstanden"."""

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from kurse.kurs import Inhalt, Lektion, Modul
from kurse.regeln.fortschritt import modul_stand
from lernplattform.core import clock
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.person import Rolle
from lernplattform.queries.fortschritt import Fakt, als_lernstand, lies_fakten
from lernplattform.queries.lernen import EigeneReflexion, lies_reflexionen
from lernplattform.services.lernen import reflektiere, schliesse_lektion_ab
from lernplattform.web.deutsch import deutsch, satz
from lernplattform.web.katalog import katalog
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.lernen.forms import ReflexionForm
from lernplattform.web.lernen.lesart import lesart_von, offen
from lernplattform.web.lernen.lesetext import mit_woertern
from lernplattform.web.lernen.orte import alternative_zu, finde_lektion, naechster_inhalt, url_von
from lernplattform.web.lernen.texte import (
    Fachworterklaerung,
    fachwoerter,
    fertig,
    inhaltshinweis,
    ist_rechtlich,
)
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle

# How kurse.markdown writes an open question; it stands alone and holds no further block.
REFLEXION = re.compile(r'<div class="lp-reflexion" id="reflexion-(\d+)">.*?</div>', re.DOTALL)


@bp.get("/modul/<string:modul_id>/lektion/<string:lektion_id>/")
@rolle(Rolle.LOTSE)
def lektion(modul_id: str, lektion_id: str) -> Any:
    """A hard topic is named first; `?ansehen=1` opens it."""
    modul, inhalt = finde_lektion(modul_id, lektion_id)
    if inhalt.inhaltshinweis and "ansehen" not in request.args:
        return _hinweisseite(modul, inhalt)
    return _seite(modul, inhalt)


@bp.post("/modul/<string:modul_id>/lektion/<string:lektion_id>/verstanden")
@rolle(Rolle.LOTSE)
@schreibend
def verstanden(modul_id: str, lektion_id: str) -> Any:
    _modul, inhalt = finde_lektion(modul_id, lektion_id)
    schliesse_lektion_ab(katalog(), angemeldet().person_id, lektion_id, clock.jetzt())
    flash(satz(_("Geschafft: %(titel)s"), titel=deutsch(inhalt.titel)), "erfolg")
    naechster = naechster_inhalt(lektion_id)
    ziel = url_von(naechster) if naechster else url_for("lernen.modul", modul_id=modul_id)
    return redirect(ziel, code=303)


@bp.post("/modul/<string:modul_id>/lektion/<string:lektion_id>/reflexion/<int:nr>")
@rolle(Rolle.LOTSE)
@schreibend
def reflexion(modul_id: str, lektion_id: str, nr: int) -> Any:
    modul, inhalt = finde_lektion(modul_id, lektion_id)
    if all(frage.nr != nr for frage in inhalt.reflexionen):
        raise NichtGefunden
    form = ReflexionForm(prefix=f"r{nr}")
    if not form.validate():
        return lambda: (_seite(modul, inhalt, {nr: form}), 422)
    reflektiere(
        katalog(),
        angemeldet().person_id,
        lektion_id,
        nr,
        form.text.data or "",
        clock.jetzt(),
        geteilt=form.geteilt.data,
    )
    flash(_("Ihre Gedanken sind gespeichert."), "erfolg")
    return redirect(f"{offen(inhalt)}#gedanke-{nr}", code=303)


def _hinweisseite(modul: Modul, inhalt: Lektion) -> str:
    alternative = alternative_zu(inhalt)
    return render_template(
        "lernen/inhaltshinweis.html",
        modul=modul,
        inhalt=inhalt,
        hinweis_text=inhaltshinweis(inhalt),
        alternative=alternative,
        alternative_url=url_von(alternative) if alternative else None,
        url=offen(inhalt),
    )


def _seite(
    modul: Modul, inhalt: Lektion, fehlerhafte: Mapping[int, ReflexionForm] | None = None
) -> str:
    lesart = lesart_von(inhalt)
    eigene = lies_reflexionen(angemeldet().person_id, inhalt.id) if inhalt.reflexionen else {}
    fakten = lies_fakten(angemeldet().person_id)
    woerter = fachwoerter(inhalt.fachwoerter)
    formulare = {f.nr: _formular(f.nr, eigene.get(str(f.nr))) for f in inhalt.reflexionen}
    return render_template(
        "lernen/lektion.html",
        modul=modul,
        inhalt=inhalt,
        nummer=[b.inhalt.id for b in modul.bausteine].index(inhalt.id) + 1,
        lesart=lesart,
        teile=_teile(lesart.html, inhalt, woerter),
        fragen={frage.nr: fertig(frage.html) for frage in inhalt.reflexionen},
        formulare={**formulare, **(fehlerhafte or {})},
        eigene=eigene,
        fachwoerter=woerter,
        nachbarn=_nachbarn(modul, inhalt),
        rechtlich=ist_rechtlich(inhalt),
        geschafft=_geschafft(inhalt, fakten),
        schritte=[
            (stand.inhalt, url_von(stand.inhalt), stand.zaehlt)
            for stand in modul_stand(modul, als_lernstand(fakten)).bausteine
        ],
        hinweis_text=inhaltshinweis(inhalt),
    )


def _nachbarn(modul: Modul, inhalt: Lektion) -> list[tuple[Inhalt, str] | None]:
    """What stands before it in its Modul and what after it, each with its address."""
    reihe = [baustein.inhalt for baustein in modul.bausteine]
    nummer = [nachbar.id for nachbar in reihe].index(inhalt.id)
    vorher, nachher = reihe[:nummer][-1:], reihe[nummer + 1 :][:1]
    return [(stelle[0], url_von(stelle[0])) if stelle else None for stelle in (vorher, nachher)]


def _teile(
    html: str, inhalt: Lektion, woerter: Iterable[Fachworterklaerung]
) -> list[tuple[Markup, int | None]]:
    """The text cut where it asks for a Reflexion, so that one can write there: text, number.

    The plain-language twin asks nothing itself; there all questions come after the text.
    """
    offene = {wort.id: wort for wort in woerter}
    stuecke = REFLEXION.split(html)
    nummern: list[int | None] = [int(nr) for nr in stuecke[1::2]]
    uebrige = [frage.nr for frage in inhalt.reflexionen if frage.nr not in nummern]
    teile = list(zip_longest((mit_woertern(text, offene) for text in stuecke[::2]), nummern))
    return [*teile, *((Markup(""), nr) for nr in uebrige)]


def _formular(nr: int, eigene: EigeneReflexion | None) -> ReflexionForm:
    """Filled with what the person wrote; never with what another form of the page sent."""
    daten = {"text": eigene.text, "geteilt": eigene.geteilt} if eigene else {}
    return ReflexionForm(formdata=None, prefix=f"r{nr}", data=daten)


def _geschafft(inhalt: Lektion, fakten: tuple[Fakt, ...]) -> Fakt | None:
    """The completion of the highest Fassung, of those the first."""
    eigene = [fakt for fakt in fakten if (fakt.art.value, fakt.id) == (inhalt.art, inhalt.id)]
    return max(eigene, key=lambda fakt: fakt.fassung, default=None)
