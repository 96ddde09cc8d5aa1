"""The start page of a Szenario: what awaits, what was reached before, and the way in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import redirect, render_template, url_for
from flask_babel import gettext as _

from kurse.kurs import Inhalt, Modul, SzenarioInhalt
from lernplattform.core import clock
from lernplattform.models.person import Rolle
from lernplattform.queries.durchlauf import Ergebnis, bestes, lies_ergebnisse, lies_offenen_lauf
from lernplattform.services.durchlauf import starte_durchlauf
from lernplattform.web.katalog import katalog
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.lernen.orte import alternative_zu, finde_szenario, url_von
from lernplattform.web.lernen.regel import bestehensgrenze, regelsatz
from lernplattform.web.lernen.texte import inhaltshinweis, ist_rechtlich
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle
from quiz.durchlauf import starte, uebrig
from quiz.hauptweg import ist_gelesen, konstanten


@dataclass(frozen=True, slots=True)
class Startseite:
    """`geschafft_am`: the first pass, whatever the Fassung; `bestes`: of the present one."""

    modul: Modul
    inhalt: SzenarioInhalt
    themen: list[str]
    hoechstens_schritte: int
    regel: str
    vorlaeufig: bool
    rechtlich: bool
    hinweis: str | None
    alternative: Inhalt | None
    alternative_url: str
    offener: int | None
    geschafft_am: datetime | None
    gelesen_am: datetime | None
    bestes: Ergebnis | None
    durchlaeufe: int


@bp.get("/modul/<string:modul_id>/szenario/<string:szenario_id>/")
@rolle(Rolle.LOTSE)
def szenario(modul_id: str, szenario_id: str) -> Any:
    modul, inhalt = finde_szenario(modul_id, szenario_id)
    person_id = angemeldet().person_id
    offener = lies_offenen_lauf(person_id, szenario_id)
    ergebnisse = lies_ergebnisse(person_id, szenario_id)
    return render_template("lernen/szenario.html", seite=_baue(modul, inhalt, offener, ergebnisse))


@bp.post("/modul/<string:modul_id>/szenario/<string:szenario_id>/")
@rolle(Rolle.LOTSE)
@schreibend
def szenario_beginnen(modul_id: str, szenario_id: str) -> Any:
    """A double click begins once; an open Durchlauf with answers is closed."""
    finde_szenario(modul_id, szenario_id)
    lauf = starte_durchlauf(katalog(), angemeldet().person_id, szenario_id, clock.jetzt())
    return redirect(url_for("lernen.durchlauf", durchlauf_id=lauf), code=303)


def _baue(
    modul: Modul, inhalt: SzenarioInhalt, offener: int | None, ergebnisse: tuple[Ergebnis, ...]
) -> Startseite:
    alternative = alternative_zu(inhalt)
    geschafft = (ergebnis.beendet_am for ergebnis in ergebnisse if ergebnis.bestanden)
    gelesen = (ergebnis.beendet_am for ergebnis in ergebnisse if ergebnis.urteil.gelesen)
    return Startseite(
        modul=modul,
        inhalt=inhalt,
        themen=_themen(inhalt),
        hoechstens_schritte=uebrig(inhalt.szenario, starte(inhalt.szenario)).hoechstens,
        regel=_regel(inhalt),
        vorlaeufig=inhalt.id not in katalog().kurs_von[modul.id].geprueft,
        rechtlich=ist_rechtlich(inhalt),
        hinweis=inhaltshinweis(inhalt),
        alternative=alternative,
        alternative_url=url_von(alternative) if alternative else "",
        offener=offener,
        geschafft_am=next(geschafft, None),
        gelesen_am=next(gelesen, None),
        bestes=bestes(ergebnisse, inhalt.fassung),
        durchlaeufe=len(ergebnisse),
    )


def _themen(inhalt: SzenarioInhalt) -> list[str]:
    """Titles of the Profilelemente, each once, in the order in which the story meets them."""
    fragen = (knoten.frage for knoten in inhalt.szenario.knoten.values() if knoten.frage)
    ids = dict.fromkeys(element for frage in fragen for element in frage.profilelemente)
    return [p.titel for element in ids if (p := katalog().profilelemente.get(element))]


def _regel(inhalt: SzenarioInhalt) -> str:
    if ist_gelesen(inhalt.szenario):
        return _("Hier gibt es kein Richtig oder Falsch. Lesen Sie die Geschichte bis zum Ende.")
    return regelsatz(konstanten(inhalt.szenario).m, bestehensgrenze(inhalt.id))
