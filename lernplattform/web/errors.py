"""The one place that turns errors into statuses and sentences."""

from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, make_response, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, OperationalError
from werkzeug.exceptions import HTTPException

from lernplattform.core.db import db
from lernplattform.core.errors import (
    EingabeUngueltig,
    KeinRecht,
    Konflikt,
    NichtBereit,
    NichtGefunden,
    ZuVieleVersuche,
)
from lernplattform.web.fehlertexte import TEXT, TITEL, ZU_LANGE_OFFEN, bekannter_status
from lernplattform.web.meldungen import konflikt_saetze
from lernplattform.web.sitzung import verzichte_auf_person
from lernplattform.web.ziele import bereich_von, letzte_seite
from lernplattform.web.zugang import angemeldet

log = structlog.get_logger()

# What the page would otherwise ask the session for; after a failure nothing is asked.
OHNE_PERSON: dict[str, Any] = {"angemeldet": None, "navigation": [], "bereiche": []}
# Something was sent from a page: there the person goes on.
ZURUECK = frozenset({400, 405, 409, 413, 422, 429})


def fehlerseite(status: int, saetze: list[str] | None = None) -> Response:
    """The error page: what happened, what to do, and a way on.

    From 500 on the page does without the person: the database may be what failed.
    """
    if status >= 500:
        verzichte_auf_person()
    bekannt = bekannter_status(status)
    seite = render_template(
        "fehler/fehler.html",
        titel=TITEL[bekannt],
        saetze=saetze if saetze is not None else [str(TEXT[bekannt])],
        was_tun=_wege(bekannt),
        diese_seite=None,  # what does not exist and what is not theirs must look the same
        meldeseite=None,
        nummer=structlog.contextvars.get_contextvars().get("anfrage") if status >= 500 else None,
        **(OHNE_PERSON if status >= 500 else {}),
    )
    return make_response(seite, status)


def _wege(status: int) -> list[tuple[str, str]]:
    start = url_for("oeffentlich.start")
    if status >= 500:
        nochmal = [(_("Noch einmal versuchen"), request.path)] if request.method == "GET" else []
        return [*nochmal, (_("Zur Startseite"), start)]
    if current_user.is_authenticated:
        weiter = [(_("Zu Ihrem Bereich"), bereich_von(angemeldet()))]
    else:
        weiter = [(_("Zur Startseite"), start), (_("Anmelden"), url_for("zugaenge.login"))]
    zurueck = letzte_seite()
    if status in ZURUECK and zurueck not in {start, request.path}:
        return [(_("Zurück zur letzten Seite"), zurueck), weiter[0]]
    return weiter


def richte_ein(app: Flask) -> None:
    app.register_error_handler(NichtGefunden, lambda _f: fehlerseite(404))
    app.register_error_handler(KeinRecht, lambda _f: fehlerseite(403))
    app.register_error_handler(Konflikt, lambda f: fehlerseite(409, konflikt_saetze(f)))
    app.register_error_handler(EingabeUngueltig, lambda _f: fehlerseite(422))
    app.register_error_handler(ZuVieleVersuche, _gedrosselt)
    app.register_error_handler(NichtBereit, lambda _f: _spaeter())
    app.register_error_handler(OperationalError, _datenbank)
    app.register_error_handler(CSRFError, lambda _f: fehlerseite(400, [str(ZU_LANGE_OFFEN)]))
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
    satz = ngettext(
        "Es gab zu viele Versuche. Bitte warten Sie %(num)s Minute. Versuchen Sie es dann wieder.",
        "Es gab zu viele Versuche. Bitte warten Sie %(num)s Minuten. Versuchen Sie es dann wieder.",
        minuten,
    )
    antwort = fehlerseite(429, [satz])
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
