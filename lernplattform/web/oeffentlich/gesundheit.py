"""Is the process alive, is the platform ready: for whoever watches the server."""

from typing import Any

from flask import jsonify
from sqlalchemy.exc import DBAPIError

from lernplattform.core.errors import NichtBereit
from lernplattform.web.katalog import oeffentlicher_katalog
from lernplattform.web.oeffentlich.blueprint import bp
from lernplattform.web.zugang import oeffentlich


@bp.get("/healthz")
@oeffentlich
def lebt() -> Any:
    return jsonify(status="ok")


@bp.get("/readyz")
@oeffentlich
def bereit() -> Any:
    """503 while the database cannot be used, is not migrated, or holds no content."""
    try:
        katalog = oeffentlicher_katalog()
    except NichtBereit:
        return jsonify(status="kein Inhalt"), 503
    except DBAPIError:
        return jsonify(status="keine Datenbank"), 503
    return jsonify(status="ok", inhalt_version=katalog.inhalt_version)
