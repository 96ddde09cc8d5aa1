"""What a Lotse may read offline: the list for the device, and Lektionen without the person."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from flask import jsonify, render_template, url_for
from flask_babel import get_locale

from kurse.kurs import Lektion, Modul
from kurse.regeln.fortschritt import naechster_schritt
from kurse.regeln.lernstand import Lernstand
from lernplattform.core import clock
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.person import Rolle
from lernplattform.queries.fortschritt import lies_lernstand
from lernplattform.web.katalog import katalog
from lernplattform.web.kopie import AUF_WUNSCH, als_kopie, vorlagenstand
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.lernen.lesetext import lesetext
from lernplattform.web.lernen.orte import url_von
from lernplattform.web.lernen.texte import fachwoerter, fertig, inhaltshinweis, ist_rechtlich
from lernplattform.web.zugang import angemeldet, rolle

# Pages beside the Lektionen; each can be copied.
SEITEN = ("lernen.saetze", "lernen.oertliches", "oeffentlich.notfall", "geraet.offline")


@bp.get("/vorrat")
@rolle(Rolle.LOTSE)
def vorrat() -> Any:
    """Address, copy and version of each page that the device keeps for this session."""
    lernstand = lies_lernstand(angemeldet().person_id)
    seiten = [*_seiten(lernstand), *_lektionen(_modul_in_arbeit(lernstand))]
    return jsonify(seiten=seiten)


@bp.get("/kopie/<string:lektion_id>/")
@rolle(Rolle.LOTSE)
@als_kopie(immer=True)
def kopie(lektion_id: str) -> Any:
    """The text alone: no form, no state, no thoughts written down, no name."""
    lektion = katalog().lektion(lektion_id)
    if lektion is None:
        raise NichtGefunden
    modul = katalog().modul_von[lektion_id]
    return render_template(
        "offline/lektion.html",
        modul=modul,
        inhalt=lektion,
        text=fertig(lesetext(lektion.html)),
        einfach=fertig(lesetext(lektion.einfach_html)) if lektion.einfach_html else None,
        fachwoerter=fachwoerter(lektion.fachwoerter),
        rechtlich=ist_rechtlich(lektion),
        hinweis_text=inhaltshinweis(lektion),
        lektionen=[(eine, url_von(eine)) for eine in _lektionen_von(modul)],
    )


def _modul_in_arbeit(lernstand: Lernstand) -> Modul | None:
    vorschlag = naechster_schritt(katalog().basis, lernstand)
    return vorschlag.modul if vorschlag else None


def _lektionen_von(modul: Modul) -> list[Lektion]:
    inhalte = (baustein.inhalt for baustein in modul.bausteine)
    return [inhalt for inhalt in inhalte if isinstance(inhalt, Lektion)]


def _lektionen(modul: Modul | None) -> Iterator[dict[str, str]]:
    for lektion in _lektionen_von(modul) if modul else ():
        yield {
            "adresse": url_von(lektion),
            "kopie": url_for("lernen.kopie", lektion_id=lektion.id),
            "fassung": _fassung(katalog().inhalt_version),
        }


def _seiten(lernstand: Lernstand) -> Iterator[dict[str, str]]:
    """Fetched anew when something was learned, and otherwise once an hour."""
    stunde = f"{clock.jetzt():%Y%m%d%H}"
    gelernt = f"{len(lernstand.erledigt)}-{len(lernstand.offene_durchlaeufe)}"
    for endpoint in SEITEN:
        yield {
            "adresse": url_for(endpoint),
            "kopie": url_for(endpoint, **AUF_WUNSCH),
            "fassung": _fassung(stunde, gelernt),
        }


def _fassung(*teile: str) -> str:
    """Other words, another frame or another language: another copy."""
    person = angemeldet()
    wahl = (str(get_locale()), str(person.fachwortsprache), vorlagenstand())
    return sha256("|".join((*wahl, *teile)).encode()).hexdigest()[:12]
