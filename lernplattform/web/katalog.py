"""The Katalog of this request: the live one, the same for the whole request."""

from flask import Flask, current_app, g

from kurse.katalog import Katalog
from lernplattform.queries.inhalt import Inhaltsspeicher, live_katalogstand
from lernplattform.web.zugang import angemeldet

ERWEITERUNG = "inhaltsspeicher"


def richte_ein(app: Flask) -> None:
    app.extensions[ERWEITERUNG] = Inhaltsspeicher(demo=app.config["DEMO"])


def katalog() -> Katalog:
    """Behind `@rolle`. The session query has brought the id of the live Katalogstand along."""
    if "katalog" not in g:
        g.katalog = _speicher().katalog(angemeldet().katalogstand_id)
    return g.katalog


def oeffentlicher_katalog() -> Katalog:
    """For pages without a session: reads the live Katalogstand itself."""
    return _speicher().katalog(live_katalogstand())


def _speicher() -> Inhaltsspeicher:
    return current_app.extensions[ERWEITERUNG]
