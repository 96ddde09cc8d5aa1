"""How alembic reaches the database of the app.

On SQLite foreign keys are off while tables are rebuilt: with them on, a rebuild deletes the
children. They are checked before the commit and switched on again afterwards.
"""

from typing import Any

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from lernplattform.core.db import Zeitpunkt, db, schreibt


class VerweiseVerletzt(RuntimeError):
    """After the migration rows refer to rows that do not exist; nothing was changed."""


def fuehre_aus() -> None:
    with current_app.app_context(), db.engine.connect() as verbindung:
        ist_sqlite = verbindung.dialect.name == "sqlite"
        if ist_sqlite:
            _schalte_verweise(verbindung, an=False)
        marke = schreibt.set(True)
        try:
            _migriere(verbindung, ist_sqlite=ist_sqlite)
        finally:
            schreibt.reset(marke)
            if ist_sqlite:
                _schalte_verweise(verbindung, an=True)


def _migriere(verbindung: Connection, *, ist_sqlite: bool) -> None:
    context.configure(
        connection=verbindung,
        target_metadata=db.metadata,
        render_as_batch=ist_sqlite,
        compare_type=True,
        render_item=_schreibe,
    )
    with verbindung.begin():
        context.run_migrations()
        if ist_sqlite:
            _pruefe_verweise(verbindung)


def _schreibe(art: str, objekt: Any, _kontext: Any) -> str | bool:
    """A migration outlives our own column types: it names what the database stores."""
    if art == "type" and isinstance(objekt, Zeitpunkt):
        return "sa.DateTime(timezone=True)"
    return False


def _schalte_verweise(verbindung: Connection, *, an: bool) -> None:
    """Past SQLAlchemy, which would open a transaction in which the pragma does nothing."""
    roh = verbindung.connection.driver_connection
    roh.execute(f"PRAGMA foreign_keys={'ON' if an else 'OFF'}")


def _pruefe_verweise(verbindung: Connection) -> None:
    verletzt = verbindung.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if verletzt:
        raise VerweiseVerletzt(str(verletzt[:10]))


fuehre_aus()
