"""Marks by which a device tells one session, and one writer, from another, and that name nobody."""

import hmac
from typing import Any

from flask import current_app, g, session
from flask_login import current_user

from lernplattform.rechte import Angemeldet
from lernplattform.web.geraet.blueprint import bp
from lernplattform.web.kopie import ist_kopie
from lernplattform.web.sitzung import OHNE_PERSON, SCHLUESSEL

STELLEN = 20


@bp.app_context_processor
def _kontext() -> dict[str, Any]:
    return {
        "geraet_marke": None if _schweigt() else _sitzungsmarke(),
        "entwurf_marke": _entwurfsmarke,
    }


def _schweigt() -> bool:
    """A copy belongs to no session, and after a failure nobody knows whose session it is."""
    return ist_kopie() or OHNE_PERSON in g


def _sitzungsmarke() -> str:
    """Empty without a session. Made from its token: the number of a session is given again."""
    if not current_user or not current_user.is_authenticated:
        return ""
    return _marke("geraet", session[SCHLUESSEL])


def _entwurfsmarke(person: Angemeldet) -> str:
    """The same in every session of the writer, who must find the words after signing in again."""
    return _marke("entwurf", person.person_id)


def _marke(zweck: str, wert: object) -> str:
    schluessel = str(current_app.secret_key).encode()
    return hmac.new(schluessel, f"{zweck}:{wert}".encode(), "sha256").hexdigest()[:STELLEN]
