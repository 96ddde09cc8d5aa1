"""INSERT with ON CONFLICT, which both databases know but SQLAlchemy spells per database."""

from sqlalchemy.dialects import postgresql, sqlite

from lernplattform.core.db import Model, db

Einfuegung = sqlite.Insert | postgresql.Insert


def ist_postgresql() -> bool:
    return db.session.get_bind().dialect.name == "postgresql"


def einfuegen(model: type[Model]) -> Einfuegung:
    """Follow with `.on_conflict_do_nothing()` or `…_do_update(…)`, and execute it with the rows.

    Rows given to `.values()` would make each statement one that is compiled anew.
    """
    insert = postgresql.insert if ist_postgresql() else sqlite.insert
    return insert(Model.metadata.tables[model.__tablename__])
