"""People and their Zuständigkeiten, also when two act at once."""

from functools import partial

from flask import Flask
from sqlalchemy import func, select

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.kursgruppe import Gruppenmitglied
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.services.personen import (
    NeuePerson,
    lege_person_an,
    nimm_zustaendigkeit,
    nimm_zustaendigkeit_von,
    setze_aktiv,
)
from tests.fabrik import JETZT, gib_rolle, mache_gruppe, mache_person, mache_standort
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


def test_of_two_who_invite_the_same_address_one_is_told_that_it_is_taken(app: Flask) -> None:
    neu = NeuePerson("Amira", "Muster", email="amira@test.example")
    abgelehnt = fuehre_gleichzeitig_aus(app, [partial(lege_person_an, neu, JETZT)] * 4)
    assert [str(fehler) for fehler in abgelehnt] == ["email: belegt"] * 3
    assert db.session.scalar(select(func.count(Person.id))) == 1


def test_who_is_no_longer_a_lotse_of_a_standort_leaves_its_groups_alone(app: Flask) -> None:
    hier, dort = mache_standort(), mache_standort()
    lotse = mache_person(Rolle.LOTSE, hier)
    with transaktion():
        gib_rolle(lotse, Rolle.LOTSE, dort)
    mache_gruppe(hier, None, (lotse, mache_person(Rolle.LOTSE, hier)))
    andere = mache_gruppe(dort, None, (lotse,)).id
    with transaktion():
        zustaendigkeit = db.session.query(Zustaendigkeit).filter_by(
            person_id=lotse.id, standort_id=hier.id
        )
        nimm_zustaendigkeit(zustaendigkeit.one(), JETZT, von_id=lotse.id)
    gruppen = select(Gruppenmitglied.kursgruppe_id).where(Gruppenmitglied.person_id == lotse.id)
    assert db.session.scalars(gruppen).all() == [andere]
    assert db.session.scalar(select(func.count()).select_from(Gruppenmitglied)) == 2
