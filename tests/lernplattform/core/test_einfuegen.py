from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.einfuegen import einfuegen, ist_postgresql
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Modulfortschritt
from tests.fabrik import JETZT, mache_person


def test_a_row_that_is_there_can_be_left_alone_or_changed(app: Flask):
    person = mache_person()
    zeile = {"person_id": person.id, "modul_id": "a", "erledigt": 1, "zuletzt_am": JETZT}
    neue = {**zeile, "erledigt": 5}
    schluessel = ["person_id", "modul_id"]
    with transaktion():
        db.session.execute(einfuegen(Modulfortschritt), [zeile, {**zeile, "modul_id": "b"}])
    with transaktion():
        db.session.execute(einfuegen(Modulfortschritt).on_conflict_do_nothing(), [neue])
    assert [m.erledigt for m in db.session.query(Modulfortschritt)] == [1, 1]
    with transaktion():
        einfuegung = einfuegen(Modulfortschritt)
        setze = {"erledigt": einfuegung.excluded.erledigt}
        aendernd = einfuegung.on_conflict_do_update(index_elements=schluessel, set_=setze)
        db.session.execute(aendernd, [neue])
    db.session.expire_all()
    assert {m.modul_id: m.erledigt for m in db.session.query(Modulfortschritt)} == {"a": 5, "b": 1}


def test_it_knows_its_database(app: Flask):
    assert ist_postgresql() is (db.engine.dialect.name == "postgresql")
