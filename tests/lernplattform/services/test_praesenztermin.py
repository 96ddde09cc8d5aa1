"""An evening comes into the list once, however often it is sent."""

from functools import partial

from flask import Flask
from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.models.kursgruppe import Praesenztermin
from lernplattform.models.person import Rolle
from lernplattform.services.praesenztermin import aendere_termin, lege_termin_an
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_gruppe, mache_person, mache_standort
from tests.gleichzeitig import fuehre_gleichzeitig_aus

RUNDEN = 12
TAG = JETZT.date()


def test_an_evening_that_is_sent_twice_at_once_is_planned_once(app: Flask) -> None:
    ort = mache_standort()
    trainer = mache_person(Rolle.TRAINER, ort)
    wer = als(trainer)
    for _ in range(RUNDEN):
        gruppe = mache_gruppe(ort, trainer)
        tat = partial(lege_termin_an, wer, gruppe.id, TAG, "Grenzen", 4, JETZT)
        abgelehnt = fuehre_gleichzeitig_aus(app, [tat] * 4)
        assert [str(fehler) for fehler in abgelehnt] == ["titel: termin_doppelt"] * 3
    db.session.rollback()
    assert len(list(db.session.scalars(select(Praesenztermin)))) == RUNDEN


def test_a_new_evening_and_a_change_at_once_do_not_become_the_same(app: Flask) -> None:
    ort = mache_standort()
    trainer = mache_person(Rolle.TRAINER, ort)
    wer = als(trainer)
    for _ in range(RUNDEN):
        gruppe_id = mache_gruppe(ort, trainer).id
        lege_an = partial(lege_termin_an, wer, gruppe_id, TAG)
        assert fuehre_gleichzeitig_aus(app, [partial(lege_an, "Alt", 4, JETZT)]) == []
        termin_id = db.session.scalars(
            select(Praesenztermin.id).where(Praesenztermin.kursgruppe_id == gruppe_id)
        ).one()
        db.session.rollback()
        taten = [
            partial(lege_an, "Grenzen", 4, JETZT),
            partial(aendere_termin, wer, termin_id, TAG, "Grenzen", 4, JETZT),
        ]
        assert len(fuehre_gleichzeitig_aus(app, taten)) == 1
