"""The sender as a process of its own, as it runs beside the web server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from lernplattform.core.clock import jetzt
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.services.nachrichten import lege_nachricht_an
from tests.conftest import SCHLUESSEL
from tests.fabrik import mache_person
from tests.mailserver import Annahme, mailserver

pytestmark = pytest.mark.echte_uhr  # the sender is a program of its own

WURZEL = Path(__file__).parents[3]


def starte(app: Flask, port: int, ordner: Path, *optionen: str) -> subprocess.Popen[str]:
    umgebung = {
        **os.environ,
        "LP_DEMO": "0",
        "LP_INSTANZ": str(ordner),
        "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
        "SECRET_KEY": SCHLUESSEL,
        "LP_SMTP_HOST": "127.0.0.1",
        "LP_SMTP_PORT": str(port),
        "LP_SMTP_STARTTLS": "0",
    }
    befehl = [sys.executable, "-m", "flask", "--app", "wsgi", "post", "senden", *optionen]
    return subprocess.Popen(
        befehl, cwd=WURZEL, env=umgebung, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def lege_an(anzahl: int = 1) -> None:
    person = mache_person()
    with transaktion():
        for _ in range(anzahl):
            lege_nachricht_an(person.id, "durchsicht", jetzt())


def wartend() -> int:
    db.session.rollback()
    offen = select(func.count()).select_from(Nachricht).where(Nachricht.gesendet_am.is_(None))
    return db.session.scalar(offen) or 0


def warte_auf_mail(annahme: Annahme, sekunden: float = 20) -> None:
    """The server keeps the mail a moment after its answer."""
    ende = time.monotonic() + sekunden
    while not annahme.mails and time.monotonic() < ende:
        time.sleep(0.05)


def warte_bis_leer(sekunden: float = 20) -> None:
    ende = time.monotonic() + sekunden
    while wartend() and time.monotonic() < ende:
        time.sleep(0.1)
    assert wartend() == 0


def test_sending_once_ends_when_nothing_is_due(app: Flask, tmp_path: Path) -> None:
    annahme = Annahme()
    lege_an(3)
    with mailserver(annahme) as port:
        ausgabe, fehler = starte(app, port, tmp_path).communicate(timeout=30)
    assert "Bearbeitet: 3" in ausgabe, fehler
    assert len(annahme.mails) == 3


def test_a_lasting_sender_takes_up_new_mail_and_stops_on_a_signal(
    app: Flask, tmp_path: Path
) -> None:
    annahme = Annahme()
    lege_an()
    with mailserver(annahme) as port, starte(app, port, tmp_path, "--dauernd") as sender:
        warte_bis_leer()
        lege_an()
        warte_bis_leer()
        sender.send_signal(signal.SIGTERM)
        assert sender.wait(timeout=10) == 0
    assert len(annahme.mails) == 2


def test_a_sender_killed_after_the_servers_yes_repeats_the_mail_once_under_the_same_id(
    app: Flask, tmp_path: Path
) -> None:
    annahme = Annahme()
    lege_an()
    opfer: list[subprocess.Popen[str]] = []

    def toete_sender() -> str:
        opfer[0].kill()
        opfer[0].wait()
        return "250 OK"

    annahme.bei_daten = toete_sender
    with mailserver(annahme) as port:
        opfer.append(starte(app, port, tmp_path))
        opfer[0].communicate(timeout=30)
        warte_auf_mail(annahme)
        assert len(annahme.mails) == wartend() == 1
        annahme.bei_daten = lambda: "250 OK"
        with transaktion():
            db.session.execute(update(Nachricht).values(gemietet_bis=jetzt()))
        for _ in range(2):
            starte(app, port, tmp_path).communicate(timeout=30)
    assert wartend() == 0
    ids = [mail["Message-ID"] for mail in annahme.mails]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_without_a_mail_server_the_command_says_what_is_missing(app: Flask) -> None:
    app.config["SMTP_HOST"] = ""
    ergebnis = app.test_cli_runner().invoke(args=["post", "senden"])
    assert ergebnis.exit_code == 1
    assert "LP_SMTP_HOST" in ergebnis.output
