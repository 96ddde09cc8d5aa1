"""The session cookie: it holds a random token, the database knows its hash."""

from dataclasses import dataclass
from datetime import datetime

from flask import Flask, Request, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from lernplattform.core import clock
from lernplattform.core.extensions import login_manager
from lernplattform.core.transaction import ist_schreibend, transaktion
from lernplattform.queries.sitzung import Sitzungszeiten, finde_angemeldet
from lernplattform.rechte import Angemeldet
from lernplattform.services.sitzung import GENAUIGKEIT, halte_sitzung
from lernplattform.web.ziele import seite_der_anfrage

SCHLUESSEL = "sitzung"
OHNE_PERSON = "ohne_person"
# Who asks how long the session still lasts does not make it last longer.
NUR_GEFRAGT = "zugaenge.sitzungsrest"


@dataclass(frozen=True, slots=True)
class Sitzungsende:
    """When a session ends if nothing happens, and when it ends in any case."""

    ruhe: datetime
    hoechst: datetime


@dataclass(frozen=True, slots=True)
class Restzeit:
    """The same in whole seconds from now."""

    ruhe: int
    hoechst: int


def richte_ein(app: Flask) -> None:
    login_manager.init_app(app)
    login_manager.session_protection = None  # our sessions live in the database
    login_manager.request_loader(_lade)
    login_manager.unauthorized_handler(_zum_login)
    app.context_processor(lambda: {"restzeit": restzeit, "seite_der_anfrage": seite_der_anfrage})


def oeffne(token: str) -> None:
    """Put a new session into the cookie; whatever the cookie held before is gone."""
    session.clear()
    session[SCHLUESSEL] = token


def schliesse() -> None:
    session.clear()


def verzichte_auf_person() -> None:
    """The database cannot be asked: what is left of this request is answered without a person."""
    setattr(g, OHNE_PERSON, True)


def _lade(_request: Request) -> Angemeldet | None:
    token = session.get(SCHLUESSEL)
    if not token or OHNE_PERSON in g:
        return None
    jetzt = clock.jetzt()
    gefunden = finde_angemeldet(
        token,
        jetzt,
        ruhedauer=current_app.config["SITZUNG_RUHEDAUER"],
        hoechstdauer=current_app.config["SITZUNG_HOECHSTDAUER"],
    )
    if gefunden is None:
        return None
    person, zeiten = gefunden
    g.sitzungsende = _ende(zeiten, _halte(person, zeiten.zuletzt_am, jetzt))
    return person


def _halte(person: Angemeldet, zuletzt_am: datetime, jetzt: datetime) -> datetime:
    """When the session was last seen, as stored.

    Not within a write: a public POST may ask for the person only while it answers.
    """
    if jetzt - zuletzt_am <= GENAUIGKEIT or ist_schreibend() or request.endpoint == NUR_GEFRAGT:
        return zuletzt_am
    with transaktion():
        halte_sitzung(person.sitzung_id, jetzt)
    return jetzt


def _ende(zeiten: Sitzungszeiten, zuletzt_am: datetime) -> Sitzungsende:
    return Sitzungsende(
        ruhe=zuletzt_am + current_app.config["SITZUNG_RUHEDAUER"],
        hoechst=zeiten.begonnen_am + current_app.config["SITZUNG_HOECHSTDAUER"],
    )


def restzeit() -> Restzeit:
    """Of the session of this request, whose person was asked for before; nothing without one."""
    ende = g.get("sitzungsende")
    if ende is None:
        return Restzeit(0, 0)
    jetzt = clock.jetzt()
    return Restzeit(
        ruhe=int((ende.ruhe - jetzt).total_seconds()),
        hoechst=int((ende.hoechst - jetzt).total_seconds()),
    )


def _zum_login() -> Response:
    """After signing in, a GET goes on where it was asked for, a POST on the page of its form."""
    return redirect(url_for("zugaenge.login", weiter=seite_der_anfrage()), code=303)
