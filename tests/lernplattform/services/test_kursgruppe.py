"""Changes of one Kursgruppe at the same moment end as one after the other."""

from functools import partial

from flask import Flask
from sqlalchemy import func, select

from lernplattform.core.db import db
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied
from lernplattform.models.person import Rolle
from lernplattform.services.kursgruppe import aendere_gruppe, nimm_auf
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_gruppe, mache_person, mache_standort
from tests.gleichzeitig import fuehre_gleichzeitig_aus


def test_a_double_click_takes_a_lotse_in_once(app: Flask) -> None:
    standort = mache_standort()
    wer = als(mache_person(Rolle.KOORDINATION, standort))
    lotse, gruppe = mache_person(Rolle.LOTSE, standort).id, mache_gruppe(standort).id
    taten = [partial(nimm_auf, wer, gruppe, lotse, JETZT) for _ in range(6)]
    assert fuehre_gleichzeitig_aus(app, taten) == []
    assert db.session.scalar(select(func.count()).select_from(Gruppenmitglied)) == 1


def test_two_who_save_the_same_leader_do_not_collide(app: Flask) -> None:
    standort = mache_standort()
    wer = als(mache_person(Rolle.KOORDINATION, standort))
    trainer, gruppe = mache_person(Rolle.TRAINER, standort).id, mache_gruppe(standort).id
    taten = [partial(aendere_gruppe, wer, gruppe, "Kurs", [trainer], JETZT) for _ in range(6)]
    assert fuehre_gleichzeitig_aus(app, taten) == []
    assert db.session.scalar(select(func.count()).select_from(Gruppenleitung)) == 1
