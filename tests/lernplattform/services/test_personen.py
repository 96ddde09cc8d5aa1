"""Nobody takes the last Verwaltung, also not two people from each other."""

from functools import partial

from flask import Flask
from sqlalchemy import func, select

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.services.personen import nimm_zustaendigkeit_von, setze_aktiv
from tests.fabrik import JETZT, mache_person
from tests.gleichzeitig import fuehre_gleichzeitig_aus

RUNDEN = 10


def test_two_who_take_the_verwaltung_from_each_other_leave_one(app: Flask) -> None:
    for _ in range(RUNDEN):
        with transaktion():
            db.session.query(Zustaendigkeit).delete()
        eine, andere = mache_person(Rolle.VERWALTUNG).id, mache_person(Rolle.VERWALTUNG).id
        je_person = dict(
            db.session.execute(select(Zustaendigkeit.person_id, Zustaendigkeit.id)).all()
        )
        taten = [
            partial(nimm_zustaendigkeit_von, a, je_person[a], JETZT, von_id=b)
            for a, b in ((eine, andere), (andere, eine))
        ]
        abgelehnt = fuehre_gleichzeitig_aus(app, taten)
        assert [str(fehler) for fehler in abgelehnt] == ["letzte_verwaltung"]
        db.session.rollback()
        assert db.session.scalar(select(func.count(Zustaendigkeit.id))) == 1


def test_two_who_lock_each_other_out_leave_one(app: Flask) -> None:
    for _ in range(RUNDEN):
        with transaktion():
            db.session.query(Zustaendigkeit).delete()
        eine, andere = mache_person(Rolle.VERWALTUNG).id, mache_person(Rolle.VERWALTUNG).id
        taten = [
            partial(setze_aktiv, a, False, JETZT, von_id=b)
            for a, b in ((eine, andere), (andere, eine))
        ]
        abgelehnt = fuehre_gleichzeitig_aus(app, taten)
        assert [str(fehler) for fehler in abgelehnt] == ["letzte_verwaltung"]
        db.session.rollback()
        aktive = select(func.count(Person.id)).where(Person.aktiv, Person.id.in_([eine, andere]))
        assert db.session.scalar(aktive) == 1
