"""The session beside what a request does: it never undoes a write, and never hides an error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import time_machine
from flask import Flask
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from lernplattform.core import clock, passwort
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Linkart, Person, Rolle
from lernplattform.services.konto import erzeuge_zugangslink
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

Besucht = Callable[[], Besuch]
NEU = "ein ganz neuer Satz"


def test_a_password_is_kept_where_somebody_else_is_signed_in(app: Flask, besuch: Besucht) -> None:
    """A phone that a family shares: the session of one is seen while the other writes."""
    eine, andere = mache_person(), mache_person()
    besucher = besuch().melde_an(eine)
    with transaktion():
        token = erzeuge_zugangslink(andere.id, Linkart.RUECKSETZEN, clock.jetzt())
    csrf = besucher.csrf_token()
    with time_machine.travel(clock.jetzt() + timedelta(minutes=10)):
        antwort = besucher.post(f"/passwort/neu/{token}", csrf_token=csrf, neu=NEU, wiederholt=NEU)
    assert antwort.status_code == 303
    db.session.expire_all()
    assert passwort.stimmt(db.session.get_one(Person, andere.id).passwort_hash, NEU)


def test_without_the_database_a_signed_in_person_reads_that_it_is_not_ready(
    app: Flask, besuch: Besucht
) -> None:
    spiele_beispiel_ein()
    besucher = besuch().melde_an(mache_person(Rolle.KOORDINATION))
    with _ohne_datenbank():
        antwort = besucher.client.get("/koordination/")
    assert antwort.status_code == 503
    assert antwort.headers["Retry-After"]
    assert "frame-ancestors" in antwort.headers["Content-Security-Policy"]


@contextmanager
def _ohne_datenbank() -> Iterator[None]:
    def scheitere(*_alles: Any) -> None:
        raise OperationalError("", None, Exception("gone"))

    event.listen(db.engine, "before_cursor_execute", scheitere)
    try:
        yield
    finally:
        event.remove(db.engine, "before_cursor_execute", scheitere)
