"""The database: one SQLAlchemy object, UTC times, named constraints, SQLite made strict."""

import sqlite3
from collections.abc import Sequence
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, DateTime, Engine, Enum, MetaData, event
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from lernplattform.core.datenschutz import Umgang

NAMEN = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# Set by core.transaction: the next BEGIN on SQLite takes the write lock at once.
schreibt: ContextVar[bool] = ContextVar("schreibt", default=False)


class Basis(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMEN)
    __datenschutz__: Umgang


# A statement that fails goes into the log; what people wrote with it must not.
db = SQLAlchemy(
    model_class=Basis,
    session_options={"expire_on_commit": False},
    engine_options={"hide_parameters": True},
)

if TYPE_CHECKING:
    Model = Basis
else:
    Model = db.Model


class Zeitpunkt(TypeDecorator[datetime]):
    """An aware UTC datetime on both databases; SQLite alone would give it back naive."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _werte(enum: type[StrEnum]) -> Sequence[str]:
    return [mitglied.value for mitglied in enum]


def aufzaehlung(enum: type[StrEnum]) -> Enum:
    """A string column that takes only the values of `enum`, by a CHECK that both databases hold."""
    return Enum(
        enum,
        name=enum.__name__.lower(),
        native_enum=False,
        length=32,
        create_constraint=True,
        values_callable=_werte,
    )


@event.listens_for(Engine, "connect")
def _stelle_sqlite_ein(verbindung: Any, _satz: Any) -> None:
    if not isinstance(verbindung, sqlite3.Connection):
        return
    verbindung.isolation_level = None  # BEGIN is ours, see _beginne
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=15000",
    ):
        verbindung.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _beginne(verbindung: Connection) -> None:
    """A write begun as a read fails at once with BUSY_SNAPSHOT, so it begins IMMEDIATE."""
    if verbindung.dialect.name == "sqlite":
        verbindung.exec_driver_sql("BEGIN IMMEDIATE" if schreibt.get() else "BEGIN")
