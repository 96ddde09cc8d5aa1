"""The audit trail knows each person by one pseudonym, also when first acts come at once."""

from functools import partial

from flask import Flask
from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.services.protokoll import protokolliere
from tests.fabrik import JETZT, mache_person
from tests.gleichzeitig import fuehre_gleichzeitig_aus


def test_first_acts_at_once_share_one_pseudonym(app: Flask) -> None:
    eine, andere = mache_person().id, mache_person().id
    taten = [
        partial(protokolliere, "probe", a, JETZT, betroffen_id=b)
        for a, b in ((eine, andere), (andere, eine)) * 4
    ]
    assert fuehre_gleichzeitig_aus(app, taten) == []
    eintraege = db.session.scalars(select(Protokolleintrag)).all()
    assert len(eintraege) == 8
    assert {frozenset((e.akteur, e.betroffen)) for e in eintraege} == {
        frozenset((eintraege[0].akteur, eintraege[0].betroffen))
    }
