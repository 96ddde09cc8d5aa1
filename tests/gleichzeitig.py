"""Several acts at the same moment, each with a connection and a transaction of its own."""

from collections.abc import Callable, Sequence
from threading import Barrier, Thread

from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.errors import Fehler
from lernplattform.core.transaction import transaktion


def fuehre_gleichzeitig_aus(app: Flask, taten: Sequence[Callable[[], object]]) -> list[Fehler]:
    """Begin all of them together; what the platform refused."""
    start, abgelehnt = Barrier(len(taten)), list[Fehler]()

    def fuehre_aus(tat: Callable[[], object]) -> None:
        with app.app_context():
            start.wait()
            try:
                with transaktion():
                    tat()
            except Fehler as fehler:
                abgelehnt.append(fehler)
            finally:
                db.session.remove()

    faeden = [Thread(target=fuehre_aus, args=(tat,)) for tat in taten]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    return abgelehnt
