"""The demo, built once: tests here read it and change nothing."""

from collections.abc import Iterator

import pytest
from flask import Flask

from kurse.katalog import Katalog, fuer_demo
from kurse.laden import load_katalog
from lernplattform.app import create_app
from lernplattform.cli.demo.aufbau import baue_auf
from lernplattform.core.db import db
from tests.conftest import FrischerClient, test_config
from tests.datenbanken import Datenbank
from tests.fabrik import JETZT
from tests.katalog import spiele_beispiel_ein


@pytest.fixture(scope="session")
def katalog() -> Katalog:
    """The shipped content."""
    geladen = load_katalog().katalog
    assert geladen is not None
    return geladen


@pytest.fixture(scope="session")
def demo_app(datenbank: Datenbank, katalog: Katalog) -> Iterator[Flask]:
    url = datenbank.neue_kopie()
    app = create_app(
        {**test_config(url, datenbank.ordner), "DEMO": True, "BASIS_URL": "http://127.0.0.1:8000"}
    )
    app.test_client_class = FrischerClient
    with app.app_context():
        spiele_beispiel_ein(katalog)
        baue_auf(fuer_demo(katalog), JETZT)
        db.session.remove()
    yield app
    with app.app_context():
        db.engine.dispose()
    datenbank.verwerfe(url)


@pytest.fixture
def demo(demo_app: Flask) -> Iterator[Flask]:
    with demo_app.app_context():
        yield demo_app
        db.session.remove()
