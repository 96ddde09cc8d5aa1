"""Chromium, the app on a real port, and people with a browser each."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from lernplattform.app import create_app
from lernplattform.core.db import db
from tests.browser.chromium import chromium
from tests.browser.server import Buehne, diene
from tests.browser.welt import Welt, baue_welt
from tests.conftest import test_config
from tests.datenbanken import Datenbank


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as offen:
        yield offen


@pytest.fixture
def buehne(app: Flask, browser: Browser) -> Iterator[Buehne]:
    """The database of this one test, for tests that change something."""
    with diene(app) as adresse:
        buehne = Buehne(app, browser, adresse)
        yield buehne
        buehne.schliesse()


@pytest.fixture(scope="package")
def schauplatz(datenbank: Datenbank, browser: Browser) -> Iterator[tuple[Buehne, Welt]]:
    """One full world for all tests that only look at pages."""
    url = datenbank.neue_kopie()
    app = create_app({**test_config(url, datenbank.ordner), "STILBUCH": True})
    with app.app_context():
        welt = baue_welt()
        db.session.remove()
        with diene(app) as adresse:
            yield Buehne(app, browser, adresse), welt
        db.engine.dispose()
    datenbank.verwerfe(url)
