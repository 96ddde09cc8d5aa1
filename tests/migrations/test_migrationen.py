"""Migrations are tested like code: the models are the head, each step goes up and down."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.person import Person
from tests.datenbanken import MIGRATIONEN
from tests.fabrik import JETZT, mache_person


def test_the_models_equal_the_head(app: Flask) -> None:
    with db.engine.connect() as verbindung:
        kontext = MigrationContext.configure(verbindung, opts={"compare_type": True})
        assert compare_metadata(kontext, db.metadata) == []


def test_all_the_way_down_leaves_nothing_and_up_again_works(app: Flask) -> None:
    mache_person()
    db.session.remove()
    downgrade(MIGRATIONEN, revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade(MIGRATIONEN)
    assert mache_person().id == 1


@pytest.mark.parametrize("akt", ["UPDATE abschluss SET fassung = 2", "DELETE FROM abschluss"])
def test_a_fact_can_neither_be_changed_nor_deleted(app: Flask, akt: str) -> None:
    person = mache_person()
    with transaktion():
        db.session.add(_abschluss(person))
    with pytest.raises(DBAPIError, match="append-only"), transaktion():
        db.session.execute(text(akt))
    assert db.session.query(Abschluss).one().fassung == 1


def _abschluss(person: Person) -> Abschluss:
    return Abschluss(
        person_id=person.id,
        art=Abschlussart.LEKTION,
        inhalt_id="ankommen",
        fassung=1,
        hash="0" * 64,
        am=JETZT,
    )
