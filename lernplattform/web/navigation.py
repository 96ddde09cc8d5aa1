"""Where a person can go: the tabs of the present area, and the areas to change to."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import current_app, request, url_for
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from lernplattform.models.person import Rolle
from lernplattform.rechte import Angemeldet

Ziele = tuple[tuple[LazyString, str], ...]


@dataclass(frozen=True)
class Bereich:
    """What one Rolle finds: a few entries, so that they fit under a thumb."""

    rolle: Rolle
    name: LazyString
    eintraege: Ziele

    @property
    def kuerzel(self) -> str:
        """As in addresses: the blueprint of its pages."""
        return self.erste_seite.split(".")[0]

    @property
    def erste_seite(self) -> str:
        return self.eintraege[0][1]


@dataclass(frozen=True)
class Eintrag:
    text: LazyString
    url: str
    aktiv: bool


BEREICHE = (
    Bereich(
        Rolle.LOTSE,
        _l("Lernen"),
        ((_l("Lernweg"), "lernen.weg"), (_l("Seminare"), "seminare.liste")),
    ),
    Bereich(
        Rolle.TRAINER,
        _l("Begleitung"),
        ((_l("Begleitung"), "begleitung.gruppen"), (_l("Reflexionen"), "begleitung.reflexionen")),
    ),
    Bereich(
        Rolle.KOORDINATION,
        _l("Koordination"),
        (
            (_l("Menschen"), "koordination.personen"),
            (_l("Gruppen"), "koordination.gruppen"),
            (_l("Seminare"), "koordination.seminare"),
        ),
    ),
    Bereich(
        Rolle.VERWALTUNG,
        _l("Verwaltung"),
        (
            (_l("Verwaltung"), "verwaltung.uebersicht"),
            (_l("Personen"), "verwaltung.personen"),
            (_l("Rechtstexte"), "verwaltung.rechtstexte"),
        ),
    ),
)
FUER_ALLE: Ziele = ((_l("Ich"), "konto.uebersicht"),)


def navigation(person: Angemeldet) -> list[Eintrag]:
    """The tabs: those of the present area, and what belongs to everybody."""
    bereich = _hier(person)
    return _eintraege((bereich.eintraege if bereich else ()) + FUER_ALLE)


def bereiche(person: Angemeldet) -> list[Eintrag]:
    """The areas of somebody with several; nothing for whoever has one."""
    eigene, hier = list(_eigene(person)), _hier(person)
    if len(eigene) < 2:
        return []
    return [Eintrag(b.name, url_for(b.erste_seite), aktiv=b == hier) for b in eigene]


def _eigene(person: Angemeldet) -> Iterator[Bereich]:
    return (bereich for bereich in BEREICHE if person.hat(bereich.rolle))


def _hier(person: Angemeldet) -> Bereich | None:
    """Where the page lies; a page of no area, such as the account, stays with the last duty."""
    eigene = list(_eigene(person))
    gemeint = [bereich for bereich in eigene if _trifft(bereich.eintraege)]
    return max(gemeint, key=lambda b: len(_trifft(b.eintraege)), default=None) or (
        eigene[-1] if eigene else None
    )


def _trifft(ziele: Ziele) -> str:
    """The longest address among these that this page's address begins with."""
    pfad = request.script_root + request.path
    return max((u for _text, e in ziele if pfad.startswith(u := url_for(e))), key=len, default="")


def _eintraege(ziele: Ziele) -> list[Eintrag]:
    hier = _trifft(ziele)
    return [
        Eintrag(text, url_for(endpoint), aktiv=url_for(endpoint) == hier)
        for text, endpoint in ziele
        if endpoint in current_app.view_functions
    ]
