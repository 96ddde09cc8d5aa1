"""All workers switch together, and stay with the old catalogue on a fault."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import delete, update

from kurse.kurs import Lektion
from lernplattform.app import create_app
from lernplattform.core.db import db
from lernplattform.core.errors import NichtBereit
from lernplattform.core.transaction import transaktion
from lernplattform.models.inhalt import Inhaltsfassung, Katalogstand
from lernplattform.models.person import Rolle
from lernplattform.queries.inhalt import Inhaltsspeicher, live_katalogstand
from tests.conftest import test_config
from tests.datenbanken import Datenbank
from tests.fabrik import mache_person
from tests.katalog import beispiel_katalog, ersetze_inhalt, spiele_beispiel_ein
from tests.seiten import Besuch


def neue_fassung() -> Lektion:
    alt = beispiel_katalog().lektion("willkommen")
    assert alt is not None
    return replace(alt, titel="Herzlich willkommen", hash="f" * 64)


def test_what_was_stored_comes_back_equal(app: Flask) -> None:
    katalog = spiele_beispiel_ein()
    assert Inhaltsspeicher(demo=False).katalog(live_katalogstand()) == katalog


def test_two_workers_see_new_content_with_their_next_request(app: Flask) -> None:
    spiele_beispiel_ein()
    arbeiter = Inhaltsspeicher(demo=False), Inhaltsspeicher(demo=False)
    vorher = [a.katalog(live_katalogstand()) for a in arbeiter]
    spiele_beispiel_ein(ersetze_inhalt(beispiel_katalog(), neue_fassung()))
    nachher = [a.katalog(live_katalogstand()) for a in arbeiter]
    assert [k.inhalte["willkommen"].titel for k in vorher] == ["Willkommen im Team"] * 2
    assert [k.inhalte["willkommen"].titel for k in nachher] == ["Herzlich willkommen"] * 2


def test_the_old_version_stays_in_the_database(app: Flask) -> None:
    alt = spiele_beispiel_ein().inhalte["willkommen"]
    spiele_beispiel_ein(ersetze_inhalt(beispiel_katalog(), neue_fassung()))
    assert db.session.get(Inhaltsfassung, alt.hash) is not None


def test_a_worker_that_cannot_read_the_new_catalogue_keeps_the_old_one(app: Flask) -> None:
    spiele_beispiel_ein()
    arbeiter = Inhaltsspeicher(demo=False)
    vorher = arbeiter.katalog(live_katalogstand())
    spiele_beispiel_ein(ersetze_inhalt(beispiel_katalog(), neue_fassung()))
    with transaktion():
        db.session.execute(delete(Inhaltsfassung).where(Inhaltsfassung.hash == "f" * 64))
    assert arbeiter.katalog(live_katalogstand()) is vorher


def test_without_readable_content_the_platform_is_not_ready(app: Flask) -> None:
    besucher = Besuch(app)
    assert besucher.client.get("/readyz").status_code == 503
    with pytest.raises(NichtBereit):
        Inhaltsspeicher(demo=False).katalog(None)
    spiele_beispiel_ein()
    with transaktion():
        db.session.execute(update(Katalogstand).values(struktur={}))
    assert besucher.client.get("/readyz").status_code == 503
    person = mache_person(Rolle.LOTSE)
    seite = besucher.melde_an(person).client.get("/lernen/")
    assert seite.status_code == 503
    assert seite.headers["Retry-After"]


def test_ready_and_alive_answer_without_signing_in(app: Flask) -> None:
    spiele_beispiel_ein()
    besucher = Besuch(app)
    assert (
        besucher.client.get("/readyz").json["inhalt_version"] == beispiel_katalog().inhalt_version
    )
    assert besucher.client.get("/healthz").json == {"status": "ok"}


def test_a_database_without_tables_is_not_ready(
    datenbank: Datenbank,
) -> None:
    url = datenbank.leere()
    app = create_app(test_config(url, datenbank.ordner))
    antwort = Besuch(app).client.get("/readyz")
    with app.app_context():
        db.engine.dispose()
    assert (antwort.status_code, antwort.json) == (503, {"status": "keine Datenbank"})
