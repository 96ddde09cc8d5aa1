"""Sessions begin, and none is kept for ever."""

from datetime import timedelta

from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.sitzung import Sitzung
from lernplattform.services.sitzung import beginne_sitzung
from tests.fabrik import JETZT, mache_person


def test_a_new_session_clears_away_those_long_over(app: Flask) -> None:
    person = mache_person()
    for tag in (0, 1, 10):
        with transaktion():
            beginne_sitzung(person.id, JETZT + timedelta(days=tag))
    assert db.session.query(Sitzung).count() == 1
