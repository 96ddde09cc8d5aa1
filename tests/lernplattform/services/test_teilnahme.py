"""Two evenings recorded at the same moment complete a Qualifizierung as two after each other."""

from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.kursgruppe import Kursgruppe, Praesenztermin, Teilnahme
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet
from lernplattform.services.standort import Standortangaben, aendere_standort
from lernplattform.services.teilnahme import erfasse_teilnahme
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_gruppe, mache_person, mache_standort
from tests.gleichzeitig import fuehre_gleichzeitig_aus
from tests.katalog import spiele_beispiel_ein

RUNDEN = 12


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def ort(app: Flask) -> Standort:
    return mache_standort(mindest_ue_praesenz=8)


@pytest.fixture
def trainer(ort: Standort) -> Person:
    return mache_person(Rolle.TRAINER, ort)


def _termin(gruppe: Kursgruppe, tage_her: int) -> int:
    tag = JETZT.date() - timedelta(days=tage_her)
    with transaktion():
        termin = Praesenztermin(kursgruppe_id=gruppe.id, datum=tag, titel="Abend", ue=4)
        db.session.add(termin)
    return termin.id


def _mit_allen_modulen(katalog: Katalog, ort: Standort) -> Person:
    person = mache_person(standort=ort)
    with transaktion():
        db.session.add_all(
            Abschluss(
                person_id=person.id,
                art=Abschlussart.MODUL,
                inhalt_id=modul.id,
                fassung=1,
                hash="x",
                am=JETZT,
            )
            for modul in katalog.basis.module
        )
    return person


def _erfasse(wer: Angemeldet, katalog: Katalog, termin_id: int, person_id: int) -> None:
    erfasse_teilnahme(wer, katalog, termin_id, {person_id: 4}, "", JETZT)


def _staende() -> set[QualifizierungStand]:
    db.session.rollback()
    return set(db.session.scalars(select(Qualifizierung.stand)))


def test_of_two_evenings_at_once_neither_misses_the_others_ue(
    app: Flask, katalog: Katalog, ort: Standort, trainer: Person
) -> None:
    wer = als(trainer)
    for _ in range(RUNDEN):
        lotse = _mit_allen_modulen(katalog, ort)
        gruppe = mache_gruppe(ort, trainer, (lotse,))
        taten = [
            partial(_erfasse, wer, katalog, _termin(gruppe, tage), lotse.id) for tage in (7, 14)
        ]
        assert fuehre_gleichzeitig_aus(app, taten) == []
    assert _staende() == {QualifizierungStand.VOLLSTAENDIG}


def test_an_evening_and_a_lower_demand_at_once_miss_nobody(
    app: Flask, katalog: Katalog, trainer: Person
) -> None:
    verwaltung = als(mache_person(Rolle.VERWALTUNG))
    for _ in range(RUNDEN):
        ort = mache_standort(mindest_ue_praesenz=8)
        wer = als(mache_person(Rolle.TRAINER, ort))
        lotse = _mit_allen_modulen(katalog, ort)
        gruppe = mache_gruppe(ort, db.session.get(Person, wer.person_id), (lotse,))
        weniger = Standortangaben(ort.name, ort.traeger_id, mindest_ue_praesenz=4)
        taten = [
            partial(_erfasse, wer, katalog, _termin(gruppe, 7), lotse.id),
            partial(aendere_standort, verwaltung, katalog, ort.id, weniger, JETZT),
        ]
        assert fuehre_gleichzeitig_aus(app, taten) == []
    assert _staende() == {QualifizierungStand.VOLLSTAENDIG}


def test_the_same_evening_recorded_twice_at_once_is_recorded_once(
    app: Flask, katalog: Katalog, ort: Standort, trainer: Person
) -> None:
    lotse, wer = mache_person(standort=ort), als(trainer)
    termin_id = _termin(mache_gruppe(ort, trainer, (lotse,)), 7)
    taten = [partial(_erfasse, wer, katalog, termin_id, lotse.id)] * 4
    assert fuehre_gleichzeitig_aus(app, taten) == []
    db.session.rollback()
    assert [zeile.ue for zeile in db.session.scalars(select(Teilnahme))] == [4]


def test_ue_outside_the_termin_and_strangers_are_refused(
    katalog: Katalog, ort: Standort, trainer: Person
) -> None:
    lotse, fremd = mache_person(standort=ort), mache_person(standort=ort)
    termin_id = _termin(mache_gruppe(ort, trainer, (lotse,)), 7)
    for ue in (-1, 5):
        with pytest.raises(EingabeUngueltig), transaktion():
            erfasse_teilnahme(als(trainer), katalog, termin_id, {lotse.id: ue}, "", JETZT)
    with pytest.raises(NichtGefunden), transaktion():
        erfasse_teilnahme(als(trainer), katalog, termin_id, {fremd.id: 4}, "", JETZT)
    assert list(db.session.scalars(select(Teilnahme))) == []
