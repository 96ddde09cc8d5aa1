"""Meine Sätze: what the own good decisions earned, to be read aloud and taken along."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import render_template

from kurse.kurs import SzenarioInhalt
from kurse.regeln.fortschritt import kurs_stand
from kurse.regeln.saetze import Satz, nach_thema
from lernplattform.models.person import Rolle
from lernplattform.queries.fortschritt import lies_lernstand
from lernplattform.queries.saetze import lies_saetze
from lernplattform.web.katalog import katalog
from lernplattform.web.kopie import als_kopie
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.lernen.orte import url_von
from lernplattform.web.zugang import angemeldet, rolle


@dataclass(frozen=True, slots=True)
class Satzkarte:
    """What one Szenario earned; `url` is empty where it is gone from the Katalog."""

    titel: str
    url: str
    texte: tuple[str, ...]

    @property
    def anzahl(self) -> int:
        return len(self.texte)


@bp.get("/saetze/")
@rolle(Rolle.LOTSE)
@als_kopie()
def saetze() -> Any:
    verdiente = lies_saetze(katalog(), angemeldet().person_id)
    return render_template(
        "lernen/saetze.html",
        gruppen=satzgruppen(verdiente),
        anzahl=len(verdiente),
        naechstes=None if verdiente else _naechstes_szenario(angemeldet().person_id),
        url_von=url_von,
    )


def satzgruppen(verdiente: Iterable[Satz]) -> list[tuple[str, list[Satzkarte]]]:
    """Theme and cards, as `lernen/_saetze.html` shows them; nothing of a person is in them."""
    return [(thema, _karten(gruppe)) for thema, gruppe in nach_thema(verdiente).items()]


def _karten(gruppe: Iterable[Satz]) -> list[Satzkarte]:
    je_szenario: dict[str, list[Satz]] = {}
    for satz in gruppe:
        je_szenario.setdefault(satz.szenario_id, []).append(satz)
    return [_karte(*saetze) for saetze in je_szenario.values()]


def _karte(erster: Satz, *weitere: Satz) -> Satzkarte:
    texte = tuple(satz.text for satz in (erster, *weitere))
    inhalt = katalog().szenario(erster.szenario_id)
    if inhalt is None:
        return Satzkarte(erster.szenario_titel, "", texte)
    return Satzkarte(inhalt.titel, url_von(inhalt), texte)


def _naechstes_szenario(person_id: int) -> SzenarioInhalt | None:
    """The first one on the way that is not done; None when all are."""
    staende = kurs_stand(katalog().basis, lies_lernstand(person_id))
    offene = (b.inhalt for stand in staende for b in stand.bausteine if not b.zaehlt)
    return next((inhalt for inhalt in offene if isinstance(inhalt, SzenarioInhalt)), None)
