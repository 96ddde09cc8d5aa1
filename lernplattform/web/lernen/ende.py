"""The end of a story: how it went for the people in it, and apart from that how one decided."""

from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from kurse.kurs import Inhalt, SzenarioInhalt
from lernplattform.queries.durchlauf import Entscheidung, Lauf
from lernplattform.web.katalog import katalog
from lernplattform.web.lernen.folge import klartext_der_wahl
from lernplattform.web.lernen.orte import naechster_inhalt, url_von
from lernplattform.web.lernen.regel import bestehensgrenze, regelsatz
from lernplattform.web.lernen.texte import fertig
from quiz.bewertung import Antworten, Hindernis, Urteil, klasse, laenge, urteile
from quiz.durchlauf import ende
from quiz.fragen import Wertung
from quiz.hauptweg import konstanten
from quiz.szenario import Ende


@dataclass(frozen=True, slots=True)
class Rueckblick:
    """One decision of the run, with the way back to its consequence."""

    frage: Markup
    antwort: str
    wertung: Wertung | None
    url: str


@dataclass(frozen=True, slots=True)
class Endeseite:
    titel: str
    text: Markup
    ausgang: Ende
    geschafft_am: datetime | None
    gelesen: bool
    saetze: list[str]
    rueckblick: list[Rueckblick]
    start_url: str | None
    naechster: Inhalt | None
    naechster_url: str


def baue_ende(
    inhalt: SzenarioInhalt, lauf: Lauf, entscheidungen: tuple[Entscheidung, ...]
) -> Endeseite:
    stand = entscheidungen[-1].schritt.stand
    ausgang = ende(inhalt.szenario, stand) or Ende.OFFEN
    antworten: Antworten = [(e.vorher.knoten, e.schritt.bewertung) for e in entscheidungen]
    urteil = urteile(antworten, konstanten(inhalt.szenario), bestehensgrenze(inhalt.id), ausgang)
    naechster = naechster_inhalt(inhalt.id)
    return Endeseite(
        titel=inhalt.titel,
        text=fertig(inhalt.html[f"{stand.knoten}.text"]),
        ausgang=ausgang,
        geschafft_am=lauf.beendet_am if lauf.bestanden else None,
        gelesen=urteil.gelesen,
        saetze=[*_hindernisse(urteil, ausgang), *_bilanz(inhalt, antworten)],
        rueckblick=[_rueckblick(inhalt, lauf.id, e) for e in entscheidungen],
        start_url=_start_url(inhalt),
        naechster=naechster,
        naechster_url=url_von(naechster) if naechster else _url_des_moduls(inhalt),
    )


def _hindernisse(urteil: Urteil, ausgang: Ende) -> list[str]:
    """Danger first; then how much is missing; a good end is said apart from a failed run."""
    saetze = []
    if Hindernis.GEFAEHRLICH in urteil.hindernisse:
        saetze.append(
            _("Eine Entscheidung war gefährlich. Darum zählt dieser Durchlauf nicht als geschafft.")
        )
    elif urteil.hindernisse and ausgang is Ende.GUT:
        saetze.append(
            _("Die Geschichte ist gut ausgegangen. Ihre Entscheidungen reichen noch nicht.")
        )
    if Hindernis.FEHLT in urteil.hindernisse:
        saetze.append(
            ngettext(
                "Es fehlt noch eine gute Entscheidung.",
                "Es fehlen noch %(num)s gute Entscheidungen.",
                urteil.fehlt,
            )
        )
    return saetze


def _bilanz(inhalt: SzenarioInhalt, antworten: Antworten) -> list[str]:
    """Good ones, others that count half, and the rule where not every decision was good."""
    wertungen = [w for _knoten, bewertung in antworten if (w := klasse(bewertung)) is not None]
    if not wertungen:
        return []
    haelt = konstanten(inhalt.szenario)
    saetze = _gezaehlt(wertungen)
    if len(wertungen) < haelt.m and Wertung.GEFAEHRLICH not in wertungen:
        saetze.append(
            _("Die Geschichte war früh zu Ende. Was dadurch ausfällt, zählt wie eine falsche.")
        )
    if any(wertung is not Wertung.GUT for wertung in wertungen):
        saetze.append(regelsatz(laenge(antworten, haelt), bestehensgrenze(inhalt.id)))
    return saetze


def _gezaehlt(wertungen: list[Wertung]) -> list[str]:
    """Two sentences, as the good ones and those that count half are each one or many."""
    gut = ngettext(
        "%(num)s von %(alle)s Entscheidungen war gut.",
        "%(num)s von %(alle)s Entscheidungen waren gut.",
        wertungen.count(Wertung.GUT),
        alle=len(wertungen),
    )
    halb = wertungen.count(Wertung.VERTRETBAR)
    if not halb:
        return [gut]
    return [gut, ngettext("%(num)s geht auch.", "%(num)s gehen auch.", halb)]


def _rueckblick(
    inhalt: SzenarioInhalt, durchlauf_id: int, entscheidung: Entscheidung
) -> Rueckblick:
    nr = entscheidung.vorher.schritt + 1
    frage = inhalt.html.get(f"{entscheidung.vorher.knoten}.frage", "")
    return Rueckblick(
        fertig(frage),
        klartext_der_wahl(inhalt, entscheidung),
        entscheidung.schritt.wertung,
        url_for("lernen.schritt", durchlauf_id=durchlauf_id, nr=nr),
    )


def _start_url(inhalt: SzenarioInhalt) -> str | None:
    """Where a POST begins again; None if the Szenario is gone from the Katalog."""
    heute = katalog().szenario(inhalt.id)
    return url_von(heute) if heute else None


def _url_des_moduls(inhalt: SzenarioInhalt) -> str:
    modul = katalog().modul_von.get(inhalt.id)
    return url_for("lernen.modul", modul_id=modul.id) if modul else url_for("lernen.weg")
