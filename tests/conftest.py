"""Every test has a migrated database of its own, on SQLite or on PostgreSQL.

`pytest --datenbank=postgresql` runs the suite on the other database. Migrations run once into a
template; each test works on a copy of it.
"""

import socket
from collections.abc import Callable, Iterator
from contextvars import Context
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kurse.katalog import Katalog
from lernplattform.app import create_app
from lernplattform.core.db import db
from tests.datenbanken import Datenbank, PostgresDatenbank, SqliteDatenbank
from tests.einmal import einmal
from tests.fabrik import JETZT
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

SCHLUESSEL = "nur-fuer-tests-0123456789-abcdefghijklmnop"
# Machines under test are busy: how long one example takes says nothing.
hypothesis.settings.register_profile("ohne-frist", deadline=None)
hypothesis.settings.load_profile("ohne-frist")
LOKAL = {"127.0.0.1", "::1", "localhost"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--datenbank", choices=("sqlite", "postgresql"), default="sqlite")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What touches no database, or looks at pages alone, runs once: with SQLite."""
    if config.getoption("--datenbank") == "sqlite":
        return
    wieder = [item for item in items if _braucht_beide(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(wieder)])
    items[:] = wieder


def _braucht_beide(item: pytest.Item) -> bool:
    return "datenbank" in getattr(item, "fixturenames", ()) and not item.get_closest_marker(
        "nur_sqlite"
    )


@pytest.fixture(scope="session")
def datenbank(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Datenbank]:
    """The kind of database under test, with its migrated template."""
    art = (
        SqliteDatenbank
        if request.config.getoption("--datenbank") == "sqlite"
        else PostgresDatenbank
    )
    kind = art(tmp_path_factory.mktemp("datenbank"))
    kind.baue_vorlage(lambda url: create_app(test_config(url, kind.ordner)))
    yield kind
    kind.schliesse()


@pytest.fixture(scope="session", autouse=True)
def _einmal() -> Iterator[None]:
    with einmal():
        yield


def test_config(url: str, ordner: Path) -> dict[str, Any]:
    """What every app under test is made of: nothing comes from the environment."""
    return {
        "TESTING": False,
        "PROPAGATE_EXCEPTIONS": False,
        "DEMO": False,
        "STILBUCH": False,
        "SECRET_KEY": SCHLUESSEL,
        "SQLALCHEMY_DATABASE_URI": url,
        "BASIS_URL": "https://lernen.example",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": 1,
        "SMTP_STARTTLS": False,
        "WTF_CSRF_ENABLED": True,
        "TRUSTED_HOSTS": None,
        "SESSION_COOKIE_SECURE": False,
        "SESSION_COOKIE_NAME": "sitzung",
    }


class FrischerClient(FlaskClient):
    """Each request begins without the test's own app context, as it does on a server.

    Otherwise `g` would live on from request to request, and with it the person signed in.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        kwargs.setdefault("buffered", True)  # a streamed answer is read in the same context
        return Context().run(super().open, *args, **kwargs)


test_config.__test__ = False  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _uhr(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test begins at JETZT, whatever the day: what it makes then is fresh, not long expired.

    Except where another program, or the browser, has a clock of its own.
    """
    if any(request.node.get_closest_marker(art) for art in ("browser", "echte_uhr")):
        yield
        return
    with time_machine.travel(JETZT):
        yield


@pytest.fixture
def app_config() -> dict[str, Any]:
    """Overrides for one test: redefine or extend it in a test file."""
    return {}


@pytest.fixture
def app(datenbank: Datenbank, app_config: dict[str, Any]) -> Iterator[Flask]:
    url = datenbank.neue_kopie()
    app = create_app({**test_config(url, datenbank.ordner), **app_config})
    app.test_client_class = FrischerClient
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    datenbank.verwerfe(url)


@pytest.fixture
def kurs(app: Flask) -> Katalog:
    """The course of the tests, live."""
    return spiele_beispiel_ein()


@pytest.fixture
def stillstand() -> Iterator[None]:
    """JETZT lasts, for tests of deadlines that end just now."""
    with time_machine.travel(JETZT, tick=False):
        yield


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def besuch(app: Flask) -> Callable[[], Besuch]:
    """A new visitor with a browser of its own: `besuch().melde_an(person)`."""
    return lambda: Besuch(app)


@pytest.fixture(autouse=True)
def _kein_netz(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for another machine fails."""
    verbinde = socket.socket.connect

    def nur_lokal(selbst: socket.socket, adresse: Any) -> None:
        if isinstance(adresse, tuple) and adresse[0] not in LOKAL:
            raise AssertionError(f"A test wants to reach {adresse}")
        verbinde(selbst, adresse)

    monkeypatch.setattr(socket.socket, "connect", nur_lokal)
