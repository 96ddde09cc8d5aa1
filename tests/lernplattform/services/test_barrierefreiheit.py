"""The accessibility statement is complete or not stored; reports are kept as long as they say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, KeinRecht, NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.barrierefreiheit import Barriereerklaerung, Barrieremeldung
from lernplattform.models.person import Rolle
from lernplattform.models.standort import Rechtsseite, Rechtstext
from lernplattform.queries.barrierefreiheit import lies_erklaerung
from lernplattform.queries.konto import fehlende_rechtstexte
from lernplattform.rechte import Angemeldet
from lernplattform.services.barrierefreiheit import (
    erledige_meldung,
    melde_barriere,
    setze_erklaerung,
)
from lernplattform.services.rechtstexte import setze_rechtstext
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person
from tests.rechtsseiten import ERKLAERUNG


@pytest.fixture
def verwaltung(app: Flask) -> Angemeldet:
    return als(mache_person(Rolle.VERWALTUNG))


def test_what_was_written_is_read_back_as_it_was(verwaltung: Angemeldet) -> None:
    assert lies_erklaerung() is None
    with transaktion():
        setze_erklaerung(verwaltung, ERKLAERUNG, JETZT)
    db.session.expire_all()
    assert lies_erklaerung() == ERKLAERUNG


def test_writing_anew_replaces_the_one_statement(verwaltung: Angemeldet) -> None:
    kuerzer = replace(ERKLAERUNG, ausnahmen=ERKLAERUNG.ausnahmen[:1], telefon="0611 1")
    for fassung in (ERKLAERUNG, kuerzer):
        with transaktion():
            setze_erklaerung(verwaltung, fassung, JETZT)
    db.session.expire_all()
    assert lies_erklaerung() == kuerzer
    assert db.session.query(Barriereerklaerung).count() == 1


@pytest.mark.parametrize(
    ("felder", "feld"),
    [
        ({"traeger": ""}, "traeger"),
        ({"email": "", "telefon": ""}, "email"),
        ({"geprueft_am": ERKLAERUNG.erstellt_am - timedelta(days=1)}, "geprueft_am"),
        ({"geprueft_am": date(2026, 11, 24)}, "geprueft_am"),
    ],
)
def test_an_incomplete_statement_is_refused_at_its_field(
    verwaltung: Angemeldet, felder: dict[str, object], feld: str
) -> None:
    with pytest.raises(EingabeUngueltig) as fehler, transaktion():
        setze_erklaerung(verwaltung, replace(ERKLAERUNG, **felder), JETZT)
    assert fehler.value.feld == feld
    assert lies_erklaerung() is None


def test_the_database_too_holds_no_statement_without_a_contact(verwaltung: Angemeldet) -> None:
    with transaktion():
        setze_erklaerung(verwaltung, ERKLAERUNG, JETZT)
    with pytest.raises(IntegrityError), transaktion():
        db.session.query(Barriereerklaerung).update({"email": "", "telefon": ""})


def test_only_a_statement_counts_and_the_free_text_of_before_goes_with_it(
    verwaltung: Angemeldet,
) -> None:
    with transaktion():
        for art in Rechtsseite:
            setze_rechtstext(art, "Text", JETZT, von_id=verwaltung.person_id)
    assert fehlende_rechtstexte() == {Rechtsseite.BARRIEREFREIHEIT}
    with transaktion():
        setze_erklaerung(verwaltung, replace(ERKLAERUNG, ergaenzung="Text"), JETZT)
    assert fehlende_rechtstexte() == frozenset()
    assert db.session.get(Rechtstext, Rechtsseite.BARRIEREFREIHEIT) is None


@pytest.mark.parametrize("rolle", [Rolle.LOTSE, Rolle.TRAINER, Rolle.KOORDINATION])
def test_nobody_but_the_verwaltung_writes_or_settles(app: Flask, rolle: Rolle) -> None:
    wer = als(mache_person(rolle))
    with transaktion():
        melde_barriere("Zu klein", "/lernen/", "", JETZT)
    for tat in (
        lambda: setze_erklaerung(wer, ERKLAERUNG, JETZT),
        lambda: erledige_meldung(wer, _ids()[0], JETZT),
    ):
        with pytest.raises(KeinRecht), transaktion():
            tat()


def test_a_report_is_settled_once_and_goes_a_year_later(verwaltung: Angemeldet) -> None:
    with transaktion():
        melde_barriere("Der Knopf ist zu klein.", "/lernen/", "a@test.example", JETZT)
        melde_barriere("Bleibt offen", "", "", JETZT)
    erledigt, offen = _ids()
    for tage in (0, 3):
        with transaktion():
            erledige_meldung(verwaltung, erledigt, JETZT + timedelta(days=tage))
    assert db.session.get_one(Barrieremeldung, erledigt).erledigt_am == JETZT
    with transaktion():
        melde_barriere("Neu", "", "", JETZT + timedelta(days=365))
    assert erledigt in _ids()
    with transaktion():
        melde_barriere("Neuer", "", "", JETZT + timedelta(days=365, seconds=1))
    assert erledigt not in _ids()
    assert offen in _ids()


def test_an_unknown_report_is_not_found(verwaltung: Angemeldet) -> None:
    with pytest.raises(NichtGefunden), transaktion():
        erledige_meldung(verwaltung, 999, JETZT)


def _ids() -> list[int]:
    return list(db.session.scalars(select(Barrieremeldung.id).order_by(Barrieremeldung.id)))
