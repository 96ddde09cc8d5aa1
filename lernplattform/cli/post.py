"""Sending what waits in the outbox, and deleting what has been kept long enough."""

import signal
from datetime import timedelta
from threading import Event

import click
import structlog
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.exc import SQLAlchemyError

from lernplattform.cli.versand import sende_naechste
from lernplattform.core import clock
from lernplattform.core.errors import NichtBereit
from lernplattform.core.transaction import transaktion
from lernplattform.services.barrierefreiheit import vergiss_erledigte

post = AppGroup("post", help="E-Mails aus dem Postausgang senden.")
log = structlog.get_logger()
PAUSE = 2.0
"""Seconds between two looks into an empty outbox."""
TAG = timedelta(days=1)
"""The sender is what always runs, so it also deletes what has been kept long enough."""
PAUSE_BEI_STOERUNG = 15.0


@post.command("senden")
@click.option("--dauernd", is_flag=True, help="Weiter senden bis zum Signal TERM oder INT.")
def senden(dauernd: bool) -> None:
    """Sendet, was fällig ist, und löscht, was lange genug aufbewahrt ist.

    Mehrere Sender zugleich stören sich nicht.
    """
    _raeume_auf()
    if not (current_app.config["DEMO"] or current_app.config["SMTP_HOST"]):
        raise click.ClickException("Es fehlt LP_SMTP_HOST, der Mailserver.")
    schluss = Event()
    if dauernd:
        for zeichen in (signal.SIGTERM, signal.SIGINT):
            signal.signal(zeichen, lambda *_: schluss.set())
        _sende_dauernd(schluss)
    else:
        click.echo(f"Bearbeitet: {_sende_faellige(schluss)}")


def _raeume_auf() -> None:
    """A fault here is no reason to keep mail waiting."""
    try:
        with transaktion():
            vergiss_erledigte(clock.jetzt())
    except (SQLAlchemyError, NichtBereit) as fehler:
        log.error("aufraeumen_misslungen", exc_info=fehler)


def _sende_faellige(schluss: Event) -> int:
    anzahl = 0
    while not schluss.is_set() and sende_naechste():
        anzahl += 1
    return anzahl


def _sende_dauernd(schluss: Event) -> None:
    """The mail in hand is finished first. A database that is away for a while stops nothing."""
    aufraeumen_ab = clock.jetzt() + TAG
    while not schluss.is_set():
        try:
            _sende_faellige(schluss)
            schluss.wait(PAUSE)
        except (SQLAlchemyError, NichtBereit) as fehler:
            log.error("postausgang_unerreichbar", exc_info=fehler)
            schluss.wait(PAUSE_BEI_STOERUNG)
        if clock.jetzt() >= aufraeumen_ab:
            aufraeumen_ab = clock.jetzt() + TAG
            _raeume_auf()
