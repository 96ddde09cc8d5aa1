"""What every template may use: the person, the navigation, dates in the local way."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import structlog
from flask import Flask, current_app, has_request_context, request, url_for
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from flask_login import current_user

from lernplattform.core import i18n
from lernplattform.models.person import Rolle
from lernplattform.rechte import Angemeldet

# Text, endpoint, and who sees it.
EINTRAEGE: tuple[tuple[LazyString, str, frozenset[Rolle]], ...] = (
    (_l("Lernweg"), "lernen.weg", frozenset({Rolle.LOTSE})),
    (_l("Seminare"), "seminare.liste", frozenset({Rolle.LOTSE})),
    (_l("Begleitung"), "begleitung.gruppen", frozenset({Rolle.TRAINER})),
    (_l("Reflexionen"), "begleitung.reflexionen", frozenset({Rolle.TRAINER})),
    (_l("Menschen"), "koordination.personen", frozenset({Rolle.KOORDINATION})),
    (_l("Gruppen"), "koordination.gruppen", frozenset({Rolle.KOORDINATION})),
    (_l("Seminare"), "koordination.seminare", frozenset({Rolle.KOORDINATION})),
    (_l("Verwaltung"), "verwaltung.uebersicht", frozenset({Rolle.VERWALTUNG})),
    (_l("Personen"), "verwaltung.personen", frozenset({Rolle.VERWALTUNG})),
    (_l("Rechtstexte"), "verwaltung.rechtstexte", frozenset({Rolle.VERWALTUNG})),
    (_l("Ich"), "konto.uebersicht", frozenset(Rolle)),
)

# The word of an entry where the person has another one of the same name: tabs must stay short.
ZWEITES_WORT: dict[str, LazyString] = {"koordination.seminare": _l("Planen")}


@dataclass(frozen=True)
class Eintrag:
    text: LazyString
    url: str
    aktiv: bool


def richte_ein(app: Flask) -> None:
    app.before_request(_beginne_anfrage)
    app.context_processor(_kontext)
    app.jinja_env.filters["tag"] = lambda zeit: i18n.tag(zeit, _sprache())
    app.jinja_env.filters["datum"] = lambda tag: i18n.datum(tag, _sprache())
    app.jinja_env.filters["termin"] = lambda zeit: i18n.termin(zeit, _sprache())
    app.jinja_env.filters["zeitraum"] = lambda t: i18n.zeitraum(t.beginn, t.ende, _sprache())


def sprache_der_anfrage() -> str:
    """The account's language, then the browser's, then German."""
    if not has_request_context():
        return i18n.QUELLSPRACHE
    person = _person()
    angebot = i18n.angebotene_sprachen()
    if person and person.sprache in angebot:
        return person.sprache
    return request.accept_languages.best_match(angebot) or i18n.QUELLSPRACHE


def _sprache() -> str:
    return str(get_locale() or i18n.QUELLSPRACHE)


def _beginne_anfrage() -> None:
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(anfrage=secrets.token_hex(8), pfad=request.path)


def _kontext() -> dict[str, Any]:
    person = _person() if has_request_context() else None
    return {
        "angemeldet": person,
        "get_locale": get_locale,
        "navigation": list(_navigation(person)) if person else [],
        "postfach_url": url_for("demo.postfach") if current_app.config["DEMO"] else None,
        "richtung": i18n.schreibrichtung(_sprache()),
    }


def _person() -> Angemeldet | None:
    return current_user._get_current_object() if current_user.is_authenticated else None


def _navigation(person: Angemeldet) -> Iterator[Eintrag]:
    """The entry whose address is the longest beginning of this page's is where we are."""
    ziele = [(text, url_for(endpoint)) for text, endpoint in _eintraege(person)]
    pfad = request.script_root + request.path
    hier = max((url for _text, url in ziele if pfad.startswith(url)), key=len, default=None)
    for text, url in ziele:
        yield Eintrag(text, url, aktiv=url == hier)


def _eintraege(person: Angemeldet) -> Iterator[tuple[LazyString, str]]:
    vergeben: set[str] = set()
    for text, endpoint, rollen in EINTRAEGE:
        if person.hat(*rollen) and endpoint in current_app.view_functions:
            yield (ZWEITES_WORT.get(endpoint, text) if str(text) in vergeben else text), endpoint
            vergeben.add(str(text))
