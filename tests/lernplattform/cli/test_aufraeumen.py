"""What the sender deletes by the way, since it is what always runs."""

from datetime import datetime, timedelta
from threading import Event
from typing import Any

import time_machine
from flask import Flask
from sqlalchemy import func, select, text

from lernplattform.cli.post import _sende_dauernd
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.barrierefreiheit import Barrieremeldung
from lernplattform.services.nachrichten import lege_nachricht_an
from tests.fabrik import JETZT, mache_person
from tests.mailserver import Annahme, mailserver


def lege_meldung_an(erledigt_am: datetime) -> None:
    with transaktion():
        db.session.add(
            Barrieremeldung(
                text="Knopf",
                seite="/",
                email="",
                eingegangen_am=erledigt_am,
                erledigt_am=erledigt_am,
            )
        )


def meldungen() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Barrieremeldung)) or 0


def test_sending_once_deletes_reports_settled_more_than_a_year_ago(app: Flask) -> None:
    for tage in (364, 366):
        lege_meldung_an(JETZT - timedelta(days=tage))
    app.test_cli_runner().invoke(args=["post", "senden"], catch_exceptions=False)
    assert meldungen() == 1


def test_without_a_mail_server_they_are_deleted_all_the_same(app: Flask) -> None:
    app.config["SMTP_HOST"] = ""
    lege_meldung_an(JETZT - timedelta(days=366))
    app.test_cli_runner().invoke(args=["post", "senden"])
    assert meldungen() == 0


def test_what_cannot_be_deleted_keeps_no_mail_waiting(app: Flask) -> None:
    person = mache_person()
    with transaktion():
        lege_nachricht_an(person.id, "durchsicht", JETZT)
        db.session.execute(text("DROP TABLE barrieremeldung"))
    annahme = Annahme()
    with mailserver(annahme) as port:
        app.config["SMTP_PORT"] = port
        app.test_cli_runner().invoke(args=["post", "senden"], catch_exceptions=False)
    assert len(annahme.mails) == 1


class Naechte(Event):
    """Sleeps for hours instead of two seconds, and counts the reports before each sleep."""

    def __init__(self, uhr: Any, *stunden: int) -> None:
        super().__init__()
        self.uhr, self.stunden = uhr, list(stunden)
        self.gesehen: list[int] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.gesehen.append(meldungen())
        if self.stunden:
            self.uhr.shift(timedelta(hours=self.stunden.pop(0)))
        else:
            self.set()
        return self.is_set()


def test_a_lasting_sender_deletes_them_once_a_day(app: Flask) -> None:
    with time_machine.travel(JETZT, tick=False) as uhr:
        lege_meldung_an(JETZT - timedelta(days=365) + timedelta(hours=1))
        schluss = Naechte(uhr, 2, 21, 1)
        _sende_dauernd(schluss)
    assert schluss.gesehen == [1, 1, 1, 0]
