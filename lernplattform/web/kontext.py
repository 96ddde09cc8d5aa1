"""What every template may use: the person, the navigation, dates in the local way."""

import secrets
from typing import Any

import structlog
from flask import Flask, current_app, has_request_context, request, url_for
from flask_babel import get_locale
from flask_login import current_user

from lernplattform.core import clock, i18n
from lernplattform.rechte import Angemeldet
from lernplattform.web.darstellung import gewaehltes_thema
from lernplattform.web.kopie import ist_kopie
from lernplattform.web.navigation import bereiche, navigation
from lernplattform.web.ziele import seite_der_anfrage

# Parameters of an address that must not be handed on in a report of a barrier.
GEHEIM = frozenset({"token", "nummer"})


def richte_ein(app: Flask) -> None:
    app.before_request(_beginne_anfrage)
    app.context_processor(_kontext)
    app.jinja_env.globals["heute"] = clock.heute
    app.jinja_env.filters["tag"] = lambda zeit: i18n.tag(zeit, _sprache())
    app.jinja_env.filters["datum"] = lambda tag: i18n.datum(tag, _sprache())
    app.jinja_env.filters["termin"] = lambda zeit: i18n.termin(zeit, _sprache())
    app.jinja_env.filters["zeitraum"] = lambda t: i18n.zeitraum(t.beginn, t.ende, _sprache())


def _sprache() -> str:
    return str(get_locale() or i18n.QUELLSPRACHE)


def _beginne_anfrage() -> None:
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(anfrage=secrets.token_hex(8), pfad=request.path)


def _kontext() -> dict[str, Any]:
    kopie = ist_kopie()
    person = _person() if has_request_context() and not kopie else None
    return {
        "angemeldet": person,
        "get_locale": get_locale,
        "kopie": kopie,
        "kopie_vom": clock.jetzt() if kopie else None,
        "navigation": navigation(person) if person else [],
        "bereiche": bereiche(person) if person else [],
        "postfach_url": url_for("demo.postfach") if current_app.config["DEMO"] else None,
        "thema": gewaehltes_thema() if has_request_context() else None,
        "meldeseite": _meldeseite(),
        "richtung": i18n.schreibrichtung(_sprache()),
        "richtung_von": i18n.schreibrichtung,
        "sprachen": i18n.SPRACHEN,
        "diese_seite": seite_der_anfrage() if has_request_context() else None,
    }


def _meldeseite() -> str | None:
    """Where a barrier was met, for the link in the foot; no address that opens something."""
    if not has_request_context() or GEHEIM & set(request.view_args or {}):
        return None
    return request.path


def _person() -> Angemeldet | None:
    return current_user._get_current_object() if current_user.is_authenticated else None
