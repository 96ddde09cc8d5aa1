"""The language of the interface: as chosen in the account, on this device, or in the browser."""

from flask import Response, has_request_context, request
from flask_login import current_user

from lernplattform.core.i18n import QUELLSPRACHE, SPRACHEN
from lernplattform.web.geraetewahl import merke_wahl

COOKIE = "sprache"


def sprache_der_anfrage() -> str:
    """The account's language, then this device's, then the browser's, then German."""
    if not has_request_context():
        return QUELLSPRACHE
    gewaehlt = current_user.sprache if current_user.is_authenticated else None
    if gewaehlt in SPRACHEN:
        return str(gewaehlt)
    return sprache_des_geraets() or _sprache_des_browsers() or QUELLSPRACHE


def sprache_des_geraets() -> str | None:
    """What somebody chose by hand on this device."""
    wert = request.cookies.get(COOKIE)
    return wert if wert in SPRACHEN else None


def _sprache_des_browsers() -> str | None:
    """In the order of preference; Werkzeug's own match would put `de` before `tr-TR`."""
    for wert, guete in request.accept_languages:
        sprache = wert.split("-")[0].lower()
        if guete and sprache in SPRACHEN:
            return sprache
    return None


def merke_sprache(antwort: Response, sprache: str) -> None:
    merke_wahl(antwort, COOKIE, sprache)
