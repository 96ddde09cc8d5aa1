"""Workers are killed while answers come in: what was acknowledged is there afterwards."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from contextvars import Context
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask, session
from flask_wtf.csrf import generate_csrf
from sqlalchemy import text

from kurse.katalog import Katalog
from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Antwort
from lernplattform.services.sitzung import beginne_sitzung
from tests.conftest import SCHLUESSEL
from tests.fabrik import mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.spiel import GUTER_BRIEF, starte

pytestmark = pytest.mark.echte_uhr  # the server is a program of its own

WURZEL = Path(__file__).resolve().parents[4]
LERNENDE = 10
JE_PERSON = 25  # Durchläufe of four answers each: 1,000 in all
ANTWORTEN = LERNENDE * JE_PERSON * len(GUTER_BRIEF)
FRIST = 60.0
"""Seconds without any answer, after which something else is wrong."""
JE_TOD = 80
"""Acknowledged answers between two kills. By the clock, a busy machine would kill workers faster
than it starts them, and nobody would ever be served."""


@dataclass(frozen=True)
class Zugang:
    """A signed-in browser, reduced to what it sends."""

    person_id: int
    cookie: str
    csrf: str


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


def test_no_acknowledged_answer_is_lost_when_workers_are_killed(
    app: Flask, katalog: Katalog
) -> None:
    ort = mache_standort()
    zugaenge = [Context().run(_zugang, app, mache_person(standort=ort).id) for _ in range(LERNENDE)]
    with _server(app) as (port, server), ThreadPoolExecutor(LERNENDE) as pool:
        gezaehlt = threading.Semaphore(0)
        moerder = threading.Thread(target=_toete_arbeiter, args=(server.pid, gezaehlt))
        moerder.start()
        auftraege = [
            pool.submit(_lerne, app, katalog, zugang, port, gezaehlt) for zugang in zugaenge
        ]
        bestaetigt = {antwort for auftrag in auftraege for antwort in auftrag.result()}
        moerder.join()
    db.session.rollback()
    gespeichert = [(a.durchlauf_id, a.schritt) for a in db.session.query(Antwort)]
    assert len(bestaetigt) == ANTWORTEN
    assert bestaetigt - set(gespeichert) == set()
    assert len(gespeichert) == len(set(gespeichert))
    if db.engine.dialect.name == "sqlite":
        assert db.session.scalar(text("PRAGMA integrity_check")) == "ok"


def _zugang(app: Flask, person_id: int) -> Zugang:
    """The cookie as the server itself would set it."""
    with app.test_request_context():
        with transaktion():
            session["sitzung"] = beginne_sitzung(person_id, clock.jetzt())
        csrf = generate_csrf()
        signierer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        return Zugang(person_id, signierer.dumps(dict(session)), csrf)


def _lerne(
    app: Flask, katalog: Katalog, zugang: Zugang, port: int, gezaehlt: threading.Semaphore
) -> list[tuple[int, int]]:
    """Play one Durchlauf after the other; the answers that the server acknowledged."""
    bestaetigt = []
    for _ in range(JE_PERSON):
        with app.app_context():
            durchlauf_id = starte(katalog, zugang.person_id, "brief-weg", clock.jetzt())
        for schritt, option in enumerate(GUTER_BRIEF):
            _sende_bis_bestaetigt(zugang, port, durchlauf_id, schritt, option)
            bestaetigt.append((durchlauf_id, schritt))
            gezaehlt.release()
    return bestaetigt


def _sende_bis_bestaetigt(
    zugang: Zugang, port: int, durchlauf_id: int, schritt: int, option: str
) -> None:
    """As a person does: where no answer came, press the button again."""
    felder = {"csrf_token": zugang.csrf, "schritt": schritt, "antwort": option}
    for _ in range(50):
        status = _sende(port, f"/lernen/durchlauf/{durchlauf_id}/antwort", felder, zugang.cookie)
        if status == 303:
            return
        assert status in {None, 503}, status
        time.sleep(0.1)
    raise AssertionError("the server never answered")


def _sende(port: int, pfad: str, felder: dict[str, object], cookie: str) -> int | None:
    """The status, or None where the connection broke before it came."""
    kopf = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"__Host-sitzung={cookie}",
    }
    verbindung = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        verbindung.request("POST", pfad, urlencode(felder), kopf)
        return verbindung.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        verbindung.close()


def _toete_arbeiter(haupt_pid: int, gezaehlt: threading.Semaphore) -> None:
    """One of the workers each time, while the others and the learners go on."""
    for nummer in range(1, ANTWORTEN):
        if not gezaehlt.acquire(timeout=FRIST):
            return
        if nummer % JE_TOD == 0:
            for pid in _kinder(haupt_pid)[:1]:
                os.kill(pid, signal.SIGKILL)


def _kinder(pid: int) -> list[int]:
    """The processes whose parent is `pid`; the fourth field of stat, after the name in brackets."""
    kinder = []
    for datei in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended while we looked
            felder = datei.read_text().rpartition(")")[2].split()
            if int(felder[1]) == pid:
                kinder.append(int(datei.parent.name))
    return kinder


@contextmanager
def _server(app: Flask) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """gunicorn with two workers, on the database of this test."""
    with socket.socket() as frei:
        frei.bind(("127.0.0.1", 0))
        port = int(frei.getsockname()[1])
    befehl = [
        *(sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", f"127.0.0.1:{port}"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
        *("--log-level", "critical", "--no-control-socket"),
    ]
    umgebung = {
        **os.environ,
        "SECRET_KEY": SCHLUESSEL,
        "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
    }
    server = subprocess.Popen(befehl, cwd=WURZEL, env=umgebung)
    try:
        _warte_auf(port)
        yield port, server
    finally:
        server.terminate()
        server.wait(30)


def _warte_auf(port: int) -> None:
    for _ in range(200):
        with socket.socket() as versuch:
            if versuch.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not start")
