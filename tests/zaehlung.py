"""Count the SQL statements of a block, to hold query budgets."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from lernplattform.core.db import db

KEINE_ANFRAGE = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


@contextmanager
def count_queries() -> Iterator[list[str]]:
    """`with count_queries() as sql: ...; assert len(sql) <= 6, sql`"""
    anfragen: list[str] = []

    def merke(_verbindung: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        if not sql.startswith(KEINE_ANFRAGE):
            anfragen.append(sql)

    event.listen(db.engine, "before_cursor_execute", merke)
    try:
        yield anfragen
    finally:
        event.remove(db.engine, "before_cursor_execute", merke)
