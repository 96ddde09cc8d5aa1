"""Migrations are tested like code: the models are the head, each step goes up and down."""

from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import Rechtsseite, Rechtstext
from lernplattform.services.barrierefreiheit import melde_barriere, setze_erklaerung
from lernplattform.services.protokoll import protokolliere
from tests.angemeldet import als
from tests.datenbanken import MIGRATIONEN
from tests.fabrik import JETZT, mache_person
from tests.katalog import spiele_beispiel_ein
from tests.rechtsseiten import ERKLAERUNG
from tests.spiel import GUTER_BRIEF, spiele


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


def test_a_language_that_was_only_a_default_counts_as_not_chosen(app: Flask) -> None:
    downgrade(MIGRATIONEN, revision="0001")
    with transaktion():
        db.session.execute(
            text(
                "INSERT INTO person (vorname, nachname, email, sprache, aktiv, angelegt_am, "
                "sortierschluessel) VALUES ('A', 'B', 'a@b.example', 'de', :wahr, :am, 'b')"
            ),
            {"wahr": True, "am": JETZT},
        )
    db.session.remove()
    upgrade(MIGRATIONEN)
    person = db.session.scalars(select(Person)).one()
    assert (person.sprache, person.gesehene_hinweise) == (None, [])
    assert not person.einfach_lesen


def test_the_free_text_on_accessibility_outlives_the_way_up_and_down(app: Flask) -> None:
    downgrade(MIGRATIONEN, revision="0002")
    with transaktion():
        db.session.execute(
            text("INSERT INTO rechtstext VALUES ('barrierefreiheit', 'Unser Text.', :am)"),
            {"am": JETZT},
        )
    db.session.remove()
    upgrade(MIGRATIONEN)
    assert _freier_text() == "Unser Text."
    verwaltung = als(mache_person(Rolle.VERWALTUNG))
    with transaktion():
        setze_erklaerung(verwaltung, replace(ERKLAERUNG, ergaenzung="Neuer Text."), JETZT)
        melde_barriere("Zu klein", "/", "", JETZT)
    assert _freier_text() is None
    db.session.remove()
    downgrade(MIGRATIONEN, revision="0002")
    assert _freier_text() == "Neuer Text."
    db.session.remove()
    upgrade(MIGRATIONEN)
    assert _freier_text() == "Neuer Text."


@pytest.mark.parametrize("akt", ["UPDATE {} SET id = id + 1", "DELETE FROM {}"])
@pytest.mark.parametrize("tabelle", ["abschluss", "antwort", "protokolleintrag"])
def test_a_fact_can_neither_be_changed_nor_deleted(app: Flask, tabelle: str, akt: str) -> None:
    katalog, person = spiele_beispiel_ein(), mache_person()
    spiele(katalog, person.id, "brief-weg", GUTER_BRIEF)
    with transaktion():
        protokolliere("probe", person.id, JETZT)
    vorher = _ids(tabelle)
    assert vorher
    with pytest.raises(DBAPIError, match="append-only"), transaktion():
        db.session.execute(text(akt.format(tabelle)))
    assert _ids(tabelle) == vorher


def _freier_text() -> str | None:
    art = Rechtstext.art == Rechtsseite.BARRIEREFREIHEIT
    return db.session.scalar(select(Rechtstext.text).where(art))


def _ids(tabelle: str) -> list[int]:
    spalte = db.metadata.tables[tabelle].c.id
    return list(db.session.scalars(select(spalte).order_by(spalte)))
