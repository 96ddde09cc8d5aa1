"""The acts of a trainer refuse by themselves what a page would not even offer."""

import pytest
from flask import Flask
from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Durchsicht, Reflexion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle
from lernplattform.services.durchsicht import beantworte_reflexion, sieh_durch
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_gruppe, mache_person, mache_standort
from tests.lernstand import mache_reflexion


@pytest.fixture
def paar(app: Flask) -> tuple[Person, Person]:
    """A trainer, and a Lotse of the own Kursgruppe."""
    ort = mache_standort()
    trainer, lotse = mache_person(Rolle.TRAINER, ort), mache_person(Rolle.LOTSE, ort)
    mache_gruppe(ort, trainer, (lotse,))
    return trainer, lotse


def test_a_private_reflexion_is_not_answered(paar: tuple[Person, Person]) -> None:
    trainer, lotse = paar
    privat = mache_reflexion(lotse, geteilt=False)
    with pytest.raises(NichtGefunden), transaktion():
        beantworte_reflexion(als(trainer), privat.id, "Gelesen.", JETZT)
    assert db.session.scalar(select(Reflexion.antwort)) == ""


def test_a_reflexion_that_is_taken_back_is_not_answered(paar: tuple[Person, Person]) -> None:
    trainer, lotse = paar
    reflexion = mache_reflexion(lotse)
    with transaktion():
        db.session.query(Reflexion).update({"geteilt_am": None})
    with pytest.raises(NichtGefunden), transaktion():
        beantworte_reflexion(als(trainer), reflexion.id, "Gelesen.", JETZT)


def test_nobody_outside_the_own_groups_is_reviewed_or_answered(app: Flask) -> None:
    trainer, fremd = mache_person(Rolle.TRAINER), mache_person()
    reflexion = mache_reflexion(fremd)
    with pytest.raises(NichtGefunden), transaktion():
        sieh_durch(als(trainer), fremd.id, "", JETZT)
    with pytest.raises(NichtGefunden), transaktion():
        beantworte_reflexion(als(trainer), reflexion.id, "Gelesen.", JETZT)
    assert db.session.scalars(select(Durchsicht)).all() == []
    assert db.session.scalars(select(Nachricht)).all() == []
