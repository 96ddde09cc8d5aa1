"""The one place that turns errors into statuses and sentences."""

from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, make_response, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, OperationalError
from werkzeug.exceptions import HTTPException

from lernplattform.core.db import db
from lernplattform.core.errors import (
    KeinRecht,
    Konflikt,
    NichtBereit,
    NichtGefunden,
    ZuVieleVersuche,
)
from lernplattform.web.meldungen import konflikt_saetze
from lernplattform.web.sitzung import verzichte_auf_person

log = structlog.get_logger()

TITEL = {
    400: _l("Das hat nicht geklappt"),
    403: _l("Diese Seite gehört nicht zu Ihrem Bereich"),
    404: _l("Diese Seite gibt es nicht"),
    405: _l("So geht das hier nicht"),
    409: _l("Das geht gerade nicht"),
    413: _l("Das ist zu groß"),
    429: _l("Bitte warten Sie kurz"),
    500: _l("Bei uns ist ein Fehler passiert"),
    503: _l("Die Plattform ist gerade nicht bereit"),
}
TEXT = {
    400: _l(
        "Die Seite war zu lange offen. Bitte laden Sie sie neu und versuchen Sie es noch einmal."
    ),
    403: _l("Ihr Zugang ist für diese Seite nicht freigeschaltet."),
    404: _l(
        "Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist nicht für Sie bestimmt."
    ),
    405: _l("Bitte gehen Sie zurück und benutzen Sie den Knopf auf der Seite."),
    413: _l("Ihre Eingabe ist zu lang. Bitte kürzen Sie den Text."),
    500: _l(
        "Ihre letzte Eingabe ist vielleicht nicht gespeichert. "
        "Bitte versuchen Sie es gleich noch einmal."
    ),
    503: _l(
        "Bitte versuchen Sie es in einer Minute noch einmal. "
        "Was Sie schon gespeichert haben, ist sicher."
    ),
}

# What the page would otherwise ask the session for; after a failure nothing is asked.
OHNE_PERSON: dict[str, Any] = {"angemeldet": None, "navigation": []}


def fehlerseite(status: int, saetze: list[str] | None = None) -> Response:
    """The error page: what happened and what to do. Asks the database for nothing."""
    seite = render_template(
        "fehler/fehler.html",
        titel=TITEL.get(status, TITEL[500]),
        text=" ".join(saetze if saetze is not None else [str(TEXT.get(status, TEXT[500]))]),
        was_tun=[(_("Zur Startseite"), url_for("oeffentlich.start"))],
        nummer=structlog.contextvars.get_contextvars().get("anfrage") if status >= 500 else None,
        **(OHNE_PERSON if status >= 500 else {}),
    )
    return make_response(seite, status)


def richte_ein(app: Flask) -> None:
    app.register_error_handler(NichtGefunden, lambda _f: fehlerseite(404))
    app.register_error_handler(KeinRecht, lambda _f: fehlerseite(403))
    app.register_error_handler(Konflikt, lambda f: fehlerseite(409, konflikt_saetze(f)))
    app.register_error_handler(ZuVieleVersuche, _gedrosselt)
    app.register_error_handler(NichtBereit, lambda _f: _spaeter())
    app.register_error_handler(OperationalError, _datenbank)
    app.register_error_handler(CSRFError, lambda _f: fehlerseite(400))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unerwartet)


def _http(fehler: HTTPException) -> Response:
    if fehler.response is not None or (fehler.code or 500) < 400:
        return fehler.get_response()  # type: ignore[return-value]
    antwort = fehlerseite(fehler.code or 500)
    if fehler.code == 405 and (erlaubt := getattr(fehler, "valid_methods", None)):
        antwort.headers["Allow"] = ", ".join(sorted(erlaubt))
    return antwort


def _gedrosselt(fehler: ZuVieleVersuche) -> Response:
    minuten = max(1, -(-fehler.warten // 60))
    antwort = fehlerseite(
        429,
        [
            _(
                "Es gab zu viele Versuche. Bitte warten Sie %(n)s Minuten. "
                "Versuchen Sie es dann wieder.",
                n=minuten,
            )
        ],
    )
    antwort.headers["Retry-After"] = str(fehler.warten)
    return antwort


def _datenbank(fehler: DBAPIError) -> Response:
    log.error("datenbank", exc_info=fehler)
    return _spaeter()


def _spaeter() -> Response:
    verzichte_auf_person()
    db.session.rollback()
    antwort = fehlerseite(HTTPStatus.SERVICE_UNAVAILABLE)
    antwort.headers["Retry-After"] = "60"
    return antwort


def _unerwartet(fehler: Exception) -> Response:
    log.error("unerwartet", exc_info=fehler)
    verzichte_auf_person()
    db.session.rollback()
    return fehlerseite(500)
