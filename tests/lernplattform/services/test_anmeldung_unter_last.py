"""Two hundred people want ten places at the same moment.

One round is no proof: a count before the lock sells the right number in many of them.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from threading import Barrier, Thread
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.seminar import Anmeldung, AnmeldungStatus, Platzwechsel, Seminar
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet
from lernplattform.services.anmeldung import melde_ab, melde_an
from lernplattform.services.warteliste import Wechselgrund
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_seminar, mache_standort
from tests.katalog import beispiel_katalog

RUNDEN = 20
MENSCHEN = 200
PLAETZE = 10
FREI = Wechselgrund.PLATZ_FREI_GEWORDEN
BESTAETIGT, WARTELISTE = AnmeldungStatus.BESTAETIGT, AnmeldungStatus.WARTELISTE


@pytest.fixture
def app_config(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The others wait for a connection of the pool: PostgreSQL lets a hundred in by default, and
    SQLite's writers poll for the lock, so many of them cost time and prove nothing more."""
    groesse = {"sqlite": 8, "postgresql": 32}[request.config.getoption("--datenbank")]
    pool = {"pool_size": groesse, "max_overflow": 0, "pool_timeout": 60}
    return {"SQLALCHEMY_ENGINE_OPTIONS": pool}


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort()


@pytest.fixture
def menschen(standort: Standort) -> list[Angemeldet]:
    with transaktion():
        personen = [_person(n) for n in range(MENSCHEN)]
        db.session.add_all(personen)
        db.session.flush()  # the ids are needed below
        for person in personen:
            rolle = Zustaendigkeit(person_id=person.id, rolle=Rolle.LOTSE, standort_id=standort.id)
            db.session.add_all([rolle, _vollstaendig(person, standort)])
    return [als(person) for person in personen]


def _person(nummer: int) -> Person:
    return Person(
        vorname="Amira",
        nachname=f"Muster{nummer}",
        email=f"last{nummer}@test.example",
        angelegt_am=JETZT,
        sortierschluessel=f"muster{nummer}",
    )


def _vollstaendig(person: Person, standort: Standort) -> Qualifizierung:
    return Qualifizierung(
        person_id=person.id,
        standort_id=standort.id,
        stand=QualifizierungStand.VOLLSTAENDIG,
        vollstaendig_am=JETZT,
    )


def gleichzeitig(app: Flask, akte: Iterable[Callable[[], object]]) -> None:
    """Each act in a thread, a session and a transaction of its own, all released together."""
    liste = list(akte)
    start, fehler = Barrier(len(liste)), []

    def fuehre_aus(akt: Callable[[], object]) -> None:
        with app.app_context():
            start.wait(60)
            try:
                with transaktion():
                    akt()
            except Exception as ausnahme:
                fehler.append(ausnahme)

    faeden = [Thread(target=fuehre_aus, args=(akt,)) for akt in liste]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join(120)
    assert not any(faden.is_alive() for faden in faeden)
    assert fehler == []


def an(mensch: Angemeldet, seminar: Seminar) -> Callable[[], object]:
    katalog = beispiel_katalog()  # here, or every thread would load it for itself
    return lambda: melde_an(mensch, seminar.id, katalog, JETZT)


def ab(mensch: Angemeldet, seminar: Seminar) -> Callable[[], object]:
    return lambda: melde_ab(mensch, seminar.id, JETZT)


def lies(seminar: Seminar) -> list[Anmeldung]:
    db.session.rollback()
    db.session.expire_all()
    abfrage = select(Anmeldung).where(Anmeldung.seminar_id == seminar.id)
    return list(db.session.scalars(abfrage.order_by(Anmeldung.rang)))


def post(seminar: Seminar, vorlage: str) -> Counter[int]:
    """How many of these mails each person has waiting for this Seminar."""
    db.session.rollback()
    db.session.expire_all()
    zeilen = db.session.scalars(select(Nachricht).where(Nachricht.vorlage == vorlage))
    return Counter(z.person_id for z in zeilen if z.daten["seminar_id"] == seminar.id)


def test_two_hundred_at_once_get_ten_places_in_every_round(
    app: Flask, standort: Standort, menschen: list[Angemeldet]
) -> None:
    for _ in range(RUNDEN):
        seminar = mache_seminar(standort, plaetze=PLAETZE)
        gleichzeitig(app, [an(mensch, seminar) for mensch in menschen])
        anmeldungen = lies(seminar)
        assert [a.rang for a in anmeldungen] == list(range(1, MENSCHEN + 1))
        assert [a.status for a in anmeldungen[:PLAETZE]] == [BESTAETIGT] * PLAETZE
        assert {a.status for a in anmeldungen[PLAETZE:]} == {WARTELISTE}
        assert {a.person_id for a in anmeldungen} == {m.person_id for m in menschen}
        einmal = dict.fromkeys((a.person_id for a in anmeldungen), 1)
        assert (
            post(seminar, "anmeldung_bestaetigt") + post(seminar, "anmeldung_warteliste") == einmal
        )


def test_cancellations_at_once_move_up_exactly_the_first_waiters_with_one_mail_each(
    app: Flask, standort: Standort, menschen: list[Angemeldet]
) -> None:
    seminar = mache_seminar(standort, plaetze=PLAETZE)
    gleichzeitig(app, [an(mensch, seminar) for mensch in menschen[:40]])
    reihe = [a.person_id for a in lies(seminar)]
    nach_id = {mensch.person_id: mensch for mensch in menschen}

    gleichzeitig(app, [ab(nach_id[reihe[3]], seminar)])
    assert post(seminar, "nachgerueckt") == {reihe[10]: 1}

    gleichzeitig(app, [ab(nach_id[person], seminar) for person in reihe[4:9]])
    assert post(seminar, "nachgerueckt") == dict.fromkeys(reihe[10:16], 1)
    bestaetigt = [a.person_id for a in lies(seminar) if a.status is BESTAETIGT]
    assert bestaetigt == [*reihe[:3], reihe[9], *reihe[10:16]]
    wechsel = db.session.scalars(select(Platzwechsel).where(Platzwechsel.grund == FREI)).all()
    assert len(wechsel) == 6


def test_one_person_in_fifty_browsers_has_one_booking_and_one_mail(
    app: Flask, standort: Standort, menschen: list[Angemeldet]
) -> None:
    seminar = mache_seminar(standort, plaetze=PLAETZE)
    gleichzeitig(app, [an(menschen[0], seminar)] * 50)
    assert [a.rang for a in lies(seminar)] == [1]
    assert post(seminar, "anmeldung_bestaetigt") == {menschen[0].person_id: 1}


def test_coming_and_going_at_once_never_sells_more_than_there_is(
    app: Flask, standort: Standort, menschen: list[Angemeldet]
) -> None:
    """Whoever waits at the end came later than everybody who has a place."""
    seminar = mache_seminar(standort, plaetze=PLAETZE)
    gleichzeitig(app, [an(mensch, seminar) for mensch in menschen[:60]])
    gehen = [ab(mensch, seminar) for mensch in menschen[:30]]
    kommen = [an(mensch, seminar) for mensch in menschen[60:90]]
    gleichzeitig(app, [*gehen, *kommen])
    aktive = [a for a in lies(seminar) if a.status in {BESTAETIGT, WARTELISTE}]
    assert len(aktive) == 60
    assert [a.status for a in aktive[:PLAETZE]] == [BESTAETIGT] * PLAETZE
    assert {a.status for a in aktive[PLAETZE:]} == {WARTELISTE}
