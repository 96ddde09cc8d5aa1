"""A mark of the session, so that a device notices when another person sits before it."""

import hmac
from typing import Any

from flask import current_app, g, session
from flask_login import current_user

from lernplattform.web.geraet.blueprint import bp
from lernplattform.web.kopie import ist_kopie
from lernplattform.web.sitzung import OHNE_PERSON, SCHLUESSEL

STELLEN = 20


@bp.app_context_processor
def _kontext() -> dict[str, Any]:
    return {"geraet_marke": None if _schweigt() else _marke()}


def _schweigt() -> bool:
    """A copy belongs to no session, and after a failure nobody knows whose session it is."""
    return ist_kopie() or OHNE_PERSON in g


def _marke() -> str:
    """Empty without a session. Made from its token: the number of a session is given again."""
    if not current_user or not current_user.is_authenticated:
        return ""
    schluessel = str(current_app.secret_key).encode()
    wer = f"geraet:{session[SCHLUESSEL]}".encode()
    return hmac.new(schluessel, wer, "sha256").hexdigest()[:STELLEN]
