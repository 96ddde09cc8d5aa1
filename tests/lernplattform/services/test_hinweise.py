"""A first-visit hint that was closed stays closed, for this person alone."""

from dataclasses import replace

import pytest
from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person
from lernplattform.services.hinweise import schliesse_hinweis
from tests.angemeldet import als
from tests.fabrik import mache_person


def test_closing_is_kept_once_for_each_area_and_for_nobody_else(app: Flask) -> None:
    person, andere = mache_person(), mache_person()
    for bereich in ("lernen", "begleitung", "lernen"):
        with transaktion():
            schliesse_hinweis(als(person), bereich)
    db.session.expire_all()
    assert db.session.get_one(Person, person.id).gesehene_hinweise == ["lernen", "begleitung"]
    assert db.session.get_one(Person, andere.id).gesehene_hinweise == []


def test_somebody_who_is_gone_cannot_close_anything(app: Flask) -> None:
    niemand = replace(als(mache_person()), person_id=999_999)
    with pytest.raises(NichtGefunden), transaktion():
        schliesse_hinweis(niemand, "lernen")
