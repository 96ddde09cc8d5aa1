"""The web app manifest: the platform on the home screen of a phone."""

from typing import Any

from flask import jsonify, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from lernplattform.core import i18n
from lernplattform.core.errors import NichtGefunden
from lernplattform.web.geraet.blueprint import bp
from lernplattform.web.zugang import oeffentlich

# KERN's white, and the blue of the mark.
HELL, BLAU = "#ffffff", "#2044aa"
SYMBOLE = (
    ("symbol-192.png", "192x192", "image/png", "any"),
    ("symbol-512.png", "512x512", "image/png", "any"),
    ("symbol-maskierbar-512.png", "512x512", "image/png", "maskable"),
    ("zeichen.svg", "any", "image/svg+xml", "any"),
)


@bp.get("/manifest/<string:sprache>.webmanifest")
@oeffentlich
def manifest(sprache: str) -> Any:
    """In the address and not in a cookie: browsers fetch a manifest without cookies."""
    if sprache not in i18n.SPRACHEN:
        raise NichtGefunden
    with force_locale(sprache):
        antwort = jsonify(_manifest(sprache))
    antwort.mimetype = "application/manifest+json"
    antwort.headers["Cache-Control"] = "no-cache"
    return antwort


def _manifest(sprache: str) -> dict[str, Any]:
    start = url_for("oeffentlich.start")
    return {
        "id": start,
        "name": _("Lotsen lernen"),
        "short_name": "Lotsen",
        "description": _("Lernen und üben für Integrationslotsinnen und Integrationslotsen"),
        "lang": sprache,
        "dir": i18n.schreibrichtung(sprache),
        "start_url": start,
        "scope": start,
        "display": "standalone",
        "background_color": HELL,
        "theme_color": BLAU,
        "icons": [_symbol(*symbol) for symbol in SYMBOLE],
    }


def _symbol(name: str, groesse: str, art: str, zweck: str) -> dict[str, str]:
    adresse = url_for("static", filename=f"bilder/{name}")
    return {"src": adresse, "sizes": groesse, "type": art, "purpose": zweck}
