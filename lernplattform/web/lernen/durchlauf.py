"""Playing: the present question, the answer, its consequence, and the end."""

from typing import Any

from flask import redirect, render_template, request, url_for

from kurse.kurs import SzenarioInhalt
from lernplattform.core import clock
from lernplattform.core.errors import EingabeUngueltig, NichtGefunden
from lernplattform.models.durchlauf import DurchlaufStatus
from lernplattform.models.person import Rolle
from lernplattform.queries.durchlauf import (
    Entscheidung,
    Lauf,
    fassung_des_laufs,
    lies_entscheidungen,
    lies_lauf,
)
from lernplattform.queries.lernen import lies_reflexionen
from lernplattform.services.durchlauf import gib_antwort_ab
from lernplattform.web.katalog import katalog
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.lernen.ende import baue_ende
from lernplattform.web.lernen.folge import baue_folge
from lernplattform.web.lernen.forms import Felder, lies_eingabe
from lernplattform.web.lernen.frage import baue_frage
from lernplattform.web.lernen.orte import url_nach
from lernplattform.web.lernen.stempel import gezeigt_am, stemple
from lernplattform.web.lernen.texte import EINGABEFEHLER
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle
from quiz.durchlauf import Stand, starte
from quiz.fragen import Fragetyp

# No story has so many steps: a form without a readable step fits to nowhere.
NIRGENDS = 10**6


@bp.get("/durchlauf/<int:durchlauf_id>/")
@rolle(Rolle.LOTSE)
def durchlauf(durchlauf_id: int) -> Any:
    """Exactly where the story stands: its present question, or its end."""
    lauf, inhalt, entscheidungen = _lies(durchlauf_id)
    if lauf.status is DurchlaufStatus.ABGEBROCHEN:
        return redirect(url_nach(lauf.szenario_id))
    if lauf.offen:
        return _frageseite(lauf, inhalt, entscheidungen)
    return render_template(
        "lernen/ende.html",
        seite=baue_ende(inhalt, lauf, entscheidungen),
        pause=_pause(lauf),
        geschuetzt=inhalt.inhaltshinweis,
    )


@bp.post("/durchlauf/<int:durchlauf_id>/antwort")
@rolle(Rolle.LOTSE)
@schreibend
def antwort(durchlauf_id: int) -> Any:
    """Sent twice, the second leads to the same consequence and changes nothing."""
    schritt = _schritt(request.form)
    try:
        gib_antwort_ab(
            katalog(),
            angemeldet().person_id,
            durchlauf_id,
            schritt,
            lies_eingabe(request.form),
            clock.jetzt(),
            gezeigt_am=gezeigt_am(request.form.get("stempel", ""), durchlauf_id, schritt),
            geteilt="geteilt" in request.form,
        )
    except EingabeUngueltig as fehler:
        code = fehler.code
        return lambda: (_noch_einmal(durchlauf_id, code), 422)
    return redirect(url_for("lernen.schritt", durchlauf_id=durchlauf_id, nr=schritt + 1), code=303)


@bp.get("/durchlauf/<int:durchlauf_id>/schritt/<int:nr>/")
@rolle(Rolle.LOTSE)
def schritt(durchlauf_id: int, nr: int) -> Any:
    """What the decision of step `nr` (from 1) led to."""
    lauf, inhalt, entscheidungen = _lies(durchlauf_id)
    if not 1 <= nr <= len(entscheidungen):
        raise NichtGefunden
    entscheidung = entscheidungen[nr - 1]
    seite = baue_folge(inhalt, entscheidung, _geschrieben(inhalt, entscheidung.vorher))
    return render_template(
        "lernen/folge.html",
        seite=seite,
        weiter=_nach(lauf, entscheidungen, nr),
        pause=_pause(lauf),
        geschuetzt=inhalt.inhaltshinweis,
    )


def _lies(durchlauf_id: int) -> tuple[Lauf, SzenarioInhalt, tuple[Entscheidung, ...]]:
    lauf = lies_lauf(angemeldet().person_id, durchlauf_id)
    inhalt = fassung_des_laufs(katalog(), lauf.szenario_id, lauf.inhalt_hash)
    return lauf, inhalt, lies_entscheidungen(inhalt, lauf.id)


def _schritt(felder: Felder) -> int:
    wert = felder.get("schritt", "")
    return int(wert) if wert.isascii() and wert.isdigit() and len(wert) < 4 else NIRGENDS


def _frageseite(
    lauf: Lauf,
    inhalt: SzenarioInhalt,
    entscheidungen: tuple[Entscheidung, ...],
    getippt: Felder | None = None,
    fehler: str | None = None,
) -> str:
    stand = entscheidungen[-1].schritt.stand if entscheidungen else starte(inhalt.szenario)
    seite = baue_frage(inhalt, lauf.id, stand, getippt=getippt, reflexion=_reflexion(inhalt, stand))
    neuer = stemple(lauf.id, stand.schritt, clock.jetzt())
    return render_template(
        "lernen/frage.html",
        seite=seite,
        stempel=getippt.get("stempel", neuer) if getippt else neuer,
        fehler=EINGABEFEHLER[fehler] if fehler else None,
        pause=_pause(lauf),
        geschuetzt=inhalt.inhaltshinweis,
    )


def _noch_einmal(durchlauf_id: int, code: str) -> str:
    """The same question with what was typed and what is wrong with it."""
    lauf, inhalt, entscheidungen = _lies(durchlauf_id)
    return _frageseite(lauf, inhalt, entscheidungen, request.form, code)


def _reflexion(inhalt: SzenarioInhalt, stand: Stand) -> Any:
    frage = inhalt.szenario.knoten[stand.knoten].frage
    if frage is None or frage.typ is not Fragetyp.FREITEXT:
        return None
    return lies_reflexionen(angemeldet().person_id, inhalt.id).get(stand.knoten)


def _geschrieben(inhalt: SzenarioInhalt, stand: Stand) -> str:
    reflexion = _reflexion(inhalt, stand)
    return reflexion.text if reflexion else ""


def _nach(lauf: Lauf, entscheidungen: tuple[Entscheidung, ...], nr: int) -> str:
    """From an earlier step on to the next one; from the last to where the story stands."""
    if nr < len(entscheidungen):
        return url_for("lernen.schritt", durchlauf_id=lauf.id, nr=nr + 1)
    return url_for("lernen.durchlauf", durchlauf_id=lauf.id)


def _pause(lauf: Lauf) -> str:
    modul = katalog().modul_von.get(lauf.szenario_id)
    return url_for("lernen.modul", modul_id=modul.id) if modul else url_for("lernen.weg")
