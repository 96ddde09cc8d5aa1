"""Kursgruppen as the Koordination makes them, also one that works for two Standorte."""

from collections.abc import Callable

import pytest
from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied, Kursgruppe
from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import Standort
from tests.fabrik import gib_rolle, mache_gruppe, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

Besucht = Callable[[], Besuch]
ANDERER = "gehört zu einem anderen Standort"


@pytest.fixture
def hier(app: Flask) -> Standort:
    spiele_beispiel_ein()
    return mache_standort("Musterstadt")


@pytest.fixture
def dort(app: Flask) -> Standort:
    return mache_standort("Beispielheim")


@pytest.fixture
def koordination(besuch: Besucht, hier: Standort, dort: Standort) -> Besuch:
    person = mache_person(Rolle.KOORDINATION, hier)
    with transaktion():
        gib_rolle(person, Rolle.KOORDINATION, dort)
    return besuch().melde_an(person)


def mitglieder() -> int:
    db.session.rollback()  # SQLite would show what stood there at the last look
    return db.session.query(Gruppenmitglied).count()


def test_a_trainer_of_another_standort_is_said_at_the_field_and_nothing_is_made(
    koordination: Besuch, hier: Standort, dort: Standort
) -> None:
    trainer = mache_person(Rolle.TRAINER, dort)
    text = koordination.sende(
        "/koordination/gruppen/neu", 422, name="Herbst", standort_id=hier.id, trainer=trainer.id
    )
    assert ANDERER in text
    assert 'value="Herbst"' in koordination.html
    assert db.session.query(Kursgruppe).count() == 0


def test_a_name_is_there_once_in_a_standort(
    koordination: Besuch, hier: Standort, dort: Standort
) -> None:
    neu = "/koordination/gruppen/neu"
    koordination.sende(neu, name="Herbst", standort_id=hier.id)
    assert "Diesen Namen gibt es schon" in koordination.sende(
        neu, 422, name="Herbst", standort_id=hier.id
    )
    koordination.sende(neu, name="Herbst", standort_id=dort.id)
    koordination.sende(neu, name="Winter", standort_id=hier.id)
    winter = db.session.query(Kursgruppe).filter_by(name="Winter").one().id
    koordination.sende(f"/koordination/gruppen/{winter}/", 422, name="Herbst")
    koordination.sende(f"/koordination/gruppen/{winter}/", name="Winter")


def test_a_refused_change_leaves_name_and_leaders_as_they_were(
    koordination: Besuch, hier: Standort, dort: Standort
) -> None:
    eigener, fremder = mache_person(Rolle.TRAINER, hier), mache_person(Rolle.TRAINER, dort)
    gruppe = mache_gruppe(hier, eigener)
    name = gruppe.name
    text = koordination.sende(
        f"/koordination/gruppen/{gruppe.id}/", 422, name="Anders", trainer=fremder.id
    )
    assert ANDERER in text
    db.session.expire_all()
    assert db.session.get_one(Kursgruppe, gruppe.id).name == name
    assert [zeile.person_id for zeile in db.session.query(Gruppenleitung)] == [eigener.id]


def test_a_group_is_renamed_and_led_by_whom_the_form_names(
    koordination: Besuch, hier: Standort
) -> None:
    erste, zweite = mache_person(Rolle.TRAINER, hier), mache_person(Rolle.TRAINER, hier)
    gruppe = mache_gruppe(hier, erste)
    text = koordination.sende(
        f"/koordination/gruppen/{gruppe.id}/", name="Kurs Frühjahr", trainer=zweite.id
    )
    assert "Kurs Frühjahr" in text
    assert [zeile.person_id for zeile in db.session.query(Gruppenleitung)] == [zweite.id]


def test_a_lotse_joins_once_and_leaves(koordination: Besuch, hier: Standort) -> None:
    lotse, gruppe = mache_person(Rolle.LOTSE, hier), mache_gruppe(hier)
    for _ in range(2):
        koordination.sende(f"/koordination/gruppen/{gruppe.id}/aufnehmen/{lotse.id}")
        assert mitglieder() == 1
    koordination.sende(f"/koordination/gruppen/{gruppe.id}/herausnehmen/{lotse.id}")
    assert mitglieder() == 0


def test_a_lotse_of_another_standort_cannot_join(
    koordination: Besuch, hier: Standort, dort: Standort
) -> None:
    lotse, gruppe = mache_person(Rolle.LOTSE, dort), mache_gruppe(hier)
    koordination.sende(f"/koordination/gruppen/{gruppe.id}/aufnehmen/{lotse.id}", 404)
    assert mitglieder() == 0


def test_an_invitation_into_a_group_of_another_standort_is_refused_at_the_field(
    koordination: Besuch, hier: Standort, dort: Standort
) -> None:
    gruppe = mache_gruppe(dort)
    felder = {"vorname": "Olena", "email": "olena@test.example", "rolle": "lotse"}
    text = koordination.sende(
        "/koordination/einladen", 422, standort_id=hier.id, kursgruppe_id=gruppe.id, **felder
    )
    assert ANDERER in text
    assert db.session.query(Person).filter_by(email="olena@test.example").count() == 0
    koordination.sende(
        "/koordination/einladen", standort_id=dort.id, kursgruppe_id=gruppe.id, **felder
    )
    assert mitglieder() == 1


def test_the_dossier_names_no_group_of_a_foreign_standort(
    besuch: Besucht, hier: Standort, dort: Standort
) -> None:
    lotse = mache_person(Rolle.LOTSE, hier)
    with transaktion():
        gib_rolle(lotse, Rolle.LOTSE, dort)
    eigene, fremde = mache_gruppe(hier, None, (lotse,)), mache_gruppe(dort, None, (lotse,))
    text = (
        besuch()
        .melde_an(mache_person(Rolle.KOORDINATION, hier))
        .oeffne(f"/koordination/personen/{lotse.id}/")
    )
    assert eigene.name in text
    assert fremde.name not in text
