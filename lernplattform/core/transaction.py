"""The one commit."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from lernplattform.core.db import db, schreibt
from lernplattform.core.errors import NichtBereit


@contextmanager
def transaktion() -> Iterator[None]:
    """One use case, one transaction: commit on leaving, roll back on any exception.

    What was read before is ended first. The write begins with the first statement inside, so
    parsing and hashing that come before it hold no lock. One within another would throw away
    what the outer one has written, so it is refused.
    """
    if schreibt.get():
        raise RuntimeError("transaktion() within transaktion()")
    db.session.rollback()
    marke = schreibt.set(True)
    try:
        yield
        _schreibe_fest()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        schreibt.reset(marke)


def ist_schreibend() -> bool:
    """Inside `transaktion()`: nothing may end it but its own end."""
    return schreibt.get()


def _schreibe_fest() -> None:
    try:
        db.session.commit()
    except DBAPIError as fehler:
        if fehler.connection_invalidated or "locked" in str(fehler.orig):
            raise NichtBereit from fehler
        raise


@contextmanager
def lesend() -> Iterator[None]:
    """A read of its own inside a writing view: it holds no lock, and ends before the write."""
    marke = schreibt.set(False)
    try:
        yield
    finally:
        db.session.rollback()
        schreibt.reset(marke)
