"""The database as we rely on it: strict SQLite, aware times, one way to write."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import lesend, transaktion
from lernplattform.models.person import Person, Zustaendigkeit
from lernplattform.models.standort import Standort, Traeger
from tests.fabrik import JETZT, mache_person, mache_standort


def ist_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def test_every_connection_is_strict_and_survives_a_power_cut(app: Flask) -> None:
    if not ist_sqlite():
        assert db.session.scalar(text("SHOW transaction_isolation")) == "read committed"
        return
    verbindungen = [db.engine.connect() for _ in range(3)]
    for verbindung in verbindungen:
        werte = {
            name: verbindung.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        verbindung.close()
        assert werte["journal_mode"] == "wal"
        assert werte["synchronous"] == 2  # FULL
        assert werte["foreign_keys"] == 1
        assert werte["busy_timeout"] >= 5000


def test_times_come_back_aware_and_in_utc(app: Flask) -> None:
    in_berlin = JETZT.astimezone(timezone(timedelta(hours=1)))
    person = mache_person(angelegt_am=in_berlin)
    db.session.expire_all()
    gelesen = db.session.get_one(Person, person.id).angelegt_am
    assert gelesen == JETZT
    assert gelesen.tzinfo is UTC


def test_a_naive_time_is_refused(app: Flask) -> None:
    with pytest.raises(Exception, match="naive datetime"):
        mache_person(angelegt_am=datetime(2026, 1, 1))  # noqa: DTZ001


def test_a_row_that_points_nowhere_is_refused(app: Flask) -> None:
    with pytest.raises(DBAPIError), transaktion():
        db.session.add(Zustaendigkeit(person_id=4711, rolle="lotse", standort_id=4711))


def test_a_value_outside_an_enumeration_is_refused_by_the_database(app: Flask) -> None:
    ort = mache_standort()
    person = mache_person(standort=ort)
    with pytest.raises(DBAPIError), transaktion():
        db.session.execute(
            text(
                "INSERT INTO zustaendigkeit (person_id, rolle, standort_id) VALUES (:p, 'chef', :s)"
            ),
            {"p": person.id, "s": ort.id},
        )


def test_four_eyes_are_switched_off_only_with_a_reason(app: Flask) -> None:
    ort = mache_standort()
    with pytest.raises(DBAPIError), transaktion():
        db.session.get_one(Standort, ort.id).vier_augen = False


def test_an_exception_leaves_nothing_behind(app: Flask) -> None:
    with pytest.raises(NichtGefunden), transaktion():
        _lege_halb_an()
    assert db.session.query(Traeger).count() == 0


def test_a_read_before_a_write_takes_no_lock_and_the_write_sees_the_newest(app: Flask) -> None:
    """The case that fails on SQLite without BEGIN IMMEDIATE: read, foreign write, own write."""
    ort = mache_standort()
    db.session.expire_all()
    with transaktion():
        with lesend():
            assert db.session.get_one(Standort, ort.id).mindest_ue_praesenz == 0
        with db.engine.begin() as andere:
            andere.execute(text("UPDATE standort SET mindest_ue_praesenz = 5"))
        eigener = db.session.get_one(Standort, ort.id)
        assert eigener.mindest_ue_praesenz == 5
        eigener.mindest_ue_praesenz += 1
    assert db.session.get_one(Standort, ort.id).mindest_ue_praesenz == 6


def _lege_halb_an() -> None:
    db.session.add(Traeger(name="Halb angelegt"))
    db.session.flush()  # it has reached the database
    raise NichtGefunden


def test_a_statement_that_fails_does_not_tell_what_was_written_with_it(app: Flask) -> None:
    with pytest.raises(DBAPIError) as fehler:
        db.session.execute(text("INSERT INTO gibt_es_nicht VALUES (:was)"), {"was": "vertraulich"})
    assert "gibt_es_nicht" in str(fehler.value)
    assert "vertraulich" not in str(fehler.value)
