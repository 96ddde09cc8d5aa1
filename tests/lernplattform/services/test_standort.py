"""Träger and Standorte are changed by the Verwaltung alone, whoever asks."""

import pytest
from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, KeinRecht
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Rolle
from lernplattform.models.standort import Standort
from lernplattform.services.standort import (
    Standortangaben,
    aendere_standort,
    benenne_traeger,
    lege_standort_an,
    lege_traeger_an,
)
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, mache_standort


def test_a_koordination_changes_no_standort(app: Flask) -> None:
    ort = mache_standort()
    koordination = als(mache_person(Rolle.KOORDINATION, ort))
    angaben = Standortangaben("Neu", ort.traeger_id, 0)
    for tat in (
        lambda: lege_traeger_an(koordination, "Neu", JETZT),
        lambda: benenne_traeger(koordination, ort.traeger_id, "Neu", JETZT),
        lambda: lege_standort_an(koordination, angaben, JETZT),
        lambda: aendere_standort(koordination, None, ort.id, angaben, JETZT),
    ):
        with pytest.raises(KeinRecht), transaktion():
            tat()
    assert db.session.query(Standort).filter_by(name="Neu").count() == 0


def test_before_any_content_is_stored_a_standort_can_be_changed(app: Flask) -> None:
    ort = mache_standort(mindest_ue_praesenz=8)
    verwaltung = als(mache_person(Rolle.VERWALTUNG))
    with transaktion():
        angaben = Standortangaben(ort.name, ort.traeger_id, 4)
        aendere_standort(verwaltung, None, ort.id, angaben, JETZT)
    assert db.session.query(Standort.mindest_ue_praesenz).scalar() == 4


def test_a_traeger_that_does_not_exist_is_refused(app: Flask) -> None:
    verwaltung = als(mache_person(Rolle.VERWALTUNG))
    with pytest.raises(EingabeUngueltig) as fehler, transaktion():
        lege_standort_an(verwaltung, Standortangaben("Neu", 999, 0), JETZT)
    assert fehler.value.feld == "traeger_id"
