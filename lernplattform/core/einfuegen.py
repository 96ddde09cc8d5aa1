"""INSERT with ON CONFLICT, which both databases know but SQLAlchemy spells per database."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from lernplattform.core.db import Model, db

Einfuegung = sqlite.Insert | postgresql.Insert


def ist_postgresql() -> bool:
    return db.session.get_bind().dialect.name == "postgresql"


def einfuegen(model: type[Model], zeilen: list[dict[str, Any]]) -> Einfuegung:
    """One statement for all rows; follow with `.on_conflict_do_nothing()` or `…_do_update(…)`."""
    insert = postgresql.insert if ist_postgresql() else sqlite.insert
    return insert(model).values(zeilen)
