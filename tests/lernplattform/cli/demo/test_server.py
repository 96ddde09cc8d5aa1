"""The demo as a process: it serves, sends mail, and stops both."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from flask import Flask

from lernplattform.cli.demo.menschen import KONTEN, PASSWORT
from lernplattform.core.config import DEMO_DATEI
from tests.mailserver import freier_port

# The demo is always on SQLite, whatever the other tests run on.
pytestmark = [pytest.mark.nur_sqlite, pytest.mark.echte_uhr]
WURZEL = Path(__file__).parents[4]


@pytest.fixture
def instanz(demo: Flask, tmp_path: Path) -> Path:
    """An instance folder in which the demo has been built before."""
    quelle = demo.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///")
    with sqlite3.connect(quelle) as von, sqlite3.connect(tmp_path / DEMO_DATEI) as nach:
        von.backup(nach)
    von.close()
    nach.close()
    return tmp_path


def starte(instanz: Path, port: int) -> subprocess.Popen[str]:
    umgebung = {**os.environ, "LP_DEMO": "1", "LP_INSTANZ": str(instanz), "PYTHONUNBUFFERED": "1"}
    befehl = [sys.executable, "-m", "flask", "--app", "wsgi", "demo", "starten"]
    return subprocess.Popen(
        [*befehl, "--port", str(port)],
        cwd=WURZEL,
        env=umgebung,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.fixture
def laufend(instanz: Path) -> Iterator[tuple[subprocess.Popen[str], int, str]]:
    """The process, its port, and what it printed up to the last line of the greeting."""
    port = freier_port()
    with starte(instanz, port) as prozess:
        assert prozess.stdout is not None
        ausgabe = ""
        while "Strg+C" not in ausgabe:
            zeile = prozess.stdout.readline()
            assert zeile, ausgabe
            ausgabe += zeile
        yield prozess, port, ausgabe
        prozess.kill()


def lies(port: int, pfad: str) -> str:
    with urlopen(f"http://127.0.0.1:{port}{pfad}") as antwort:
        return str(antwort.read().decode())


def ist_frei(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_it_greets_with_the_address_and_the_accounts_and_serves(
    laufend: tuple[subprocess.Popen[str], int, str],
) -> None:
    prozess, port, ausgabe = laufend
    assert f"http://127.0.0.1:{port}" in ausgabe
    assert PASSWORT in ausgabe
    for konto, _ in KONTEN:
        assert re.search(rf"^  {re.escape(konto)} ", ausgabe, re.M)
    assert "Demo" in lies(port, "/")
    assert "Postfach" in lies(port, "/demo/postfach/")
    prozess.send_signal(signal.SIGTERM)
    assert prozess.wait(timeout=20) == 0
    assert ist_frei(port)


def test_a_taken_port_is_said_in_a_sentence(instanz: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as horcher:
        port = horcher.getsockname()[1]
        prozess = starte(instanz, port)
        ausgabe, _ = prozess.communicate(timeout=30)
    assert prozess.returncode == 1
    assert f"Port {port} ist belegt" in ausgabe
    assert "Traceback" not in ausgabe


def test_when_one_of_the_two_dies_the_other_is_stopped(
    laufend: tuple[subprocess.Popen[str], int, str],
) -> None:
    prozess, port, _ = laufend
    kinder = Path(f"/proc/{prozess.pid}/task/{prozess.pid}/children").read_text().split()
    os.kill(int(kinder[1]), signal.SIGKILL)
    assert prozess.wait(timeout=20) == 1
    ende = time.monotonic() + 10
    while not ist_frei(port) and time.monotonic() < ende:
        time.sleep(0.1)
    assert ist_frei(port)
