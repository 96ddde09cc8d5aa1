"""Serving the demo: web server and mail sender, side by side, on this machine only."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import click

WURZEL = Path(__file__).resolve().parents[3]
HOST = "127.0.0.1"
GEDULD = 60.0
"""Seconds for the web server to answer for the first time."""
FRIST = 15.0
"""Seconds for a child to end after SIGTERM."""


def basis_url(port: int) -> str:
    return f"http://{HOST}:{port}"


def verlange_freien_port(port: int) -> None:
    """As the server will bind it, so a port that was only just left counts as free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as fehler:
            raise click.ClickException(
                f"Port {port} ist belegt. Nehmen Sie einen anderen: make start PORT={port + 1}"
            ) from fehler


def bediene(port: int, begruessung: str, daneben: Callable[[], object] | None = None) -> None:
    """Until SIGTERM or SIGINT, or until one of the two ends by itself (then with exit code 1).

    `daneben` is done while the web server is coming up.
    """
    schluss = Event()
    for zeichen in (signal.SIGTERM, signal.SIGINT):
        signal.signal(zeichen, lambda *_: schluss.set())
    kinder = [_starte(_webserver(port), port)]
    try:
        if daneben is not None:
            daneben()
        if _wartet_auf_antwort(port, kinder, schluss):
            kinder.append(_starte(_sender(), port))
            click.echo(begruessung)
        while not schluss.is_set() and _alle_laufen(kinder):
            schluss.wait(0.5)
    finally:
        _beende(kinder)
    if not schluss.is_set():
        raise click.ClickException("Die Demo ist unerwartet zu Ende. Der Grund steht darüber.")


def _webserver(port: int) -> list[str]:
    optionen = ["--worker-class=gthread", "--workers=1", "--threads=6", "--log-level=warning"]
    return ["gunicorn", "wsgi:app", f"--bind={HOST}:{port}", "--no-control-socket", *optionen]


def _sender() -> list[str]:
    return ["flask", "--app", "wsgi", "post", "senden", "--dauernd"]


def _starte(befehl: Sequence[str], port: int) -> subprocess.Popen[bytes]:
    """In a group of its own: Ctrl-C reaches this process alone, which then ends both."""
    umgebung = {**os.environ, "LP_BASIS_URL": basis_url(port)}
    return subprocess.Popen(  # noqa: S603 - our own commands
        [sys.executable, "-m", *befehl], cwd=WURZEL, env=umgebung, start_new_session=True
    )


def _wartet_auf_antwort(
    port: int, kinder: Sequence[subprocess.Popen[bytes]], schluss: Event
) -> bool:
    ende = time.monotonic() + GEDULD
    while time.monotonic() < ende and not schluss.is_set() and _alle_laufen(kinder):
        if _antwortet(port):
            return True
        schluss.wait(0.1)
    return False


def _antwortet(port: int) -> bool:
    verbindung = http.client.HTTPConnection(HOST, port, timeout=GEDULD)
    try:
        verbindung.request("GET", "/readyz")
        return verbindung.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        verbindung.close()


def _alle_laufen(kinder: Sequence[subprocess.Popen[bytes]]) -> bool:
    return all(kind.poll() is None for kind in kinder)


def _beende(kinder: Sequence[subprocess.Popen[bytes]]) -> None:
    for kind in kinder:
        if kind.poll() is None:
            kind.terminate()
    for kind in kinder:
        try:
            kind.wait(FRIST)
        except subprocess.TimeoutExpired:
            kind.kill()
