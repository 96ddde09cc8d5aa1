from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kurse.katalog import Katalog
from kurse.kurs import Modul, ModulStatus
from kurse.speichern import hash_von
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Abschlussart, Modulfortschritt
from lernplattform.models.kursgruppe import Praesenztermin, Teilnahme
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.services.fortschritt import (
    berechne_neu,
    pruefe_vollstaendigkeit,
    schliesse_ab,
    sperre_person,
)
from tests.fabrik import JETZT, mache_gruppe, mache_person, mache_standort
from tests.katalog import beispiel_katalog, ersetze_inhalt, spiele_beispiel_ein

PFLICHT = ("willkommen", "erster-besuch", "verschwiegen-sein", "brief-weg", "fuenf-fragen")
INHALTE = tuple(beispiel_katalog().inhalte)


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person()


def schliesse(katalog: Katalog, person: Person, *ids: str, tage: int = 0) -> None:
    for inhalt_id in ids:
        with transaktion():
            am = JETZT + timedelta(days=tage)
            sperre_person(person.id)
            schliesse_ab(katalog, person.id, katalog.inhalte[inhalt_id], am)


def abschluesse(person: Person) -> list[tuple[str, str, int]]:
    zeilen = db.session.query(Abschluss).filter_by(person_id=person.id).order_by(Abschluss.id)
    return [(a.art.value, a.inhalt_id, a.fassung) for a in zeilen]


def fortschritt(person: Person) -> dict[str, tuple[int, object, object]]:
    db.session.expire_all()
    zeilen = db.session.query(Modulfortschritt).filter_by(person_id=person.id)
    return {m.modul_id: (m.erledigt, m.zuletzt_am, m.geschafft_am) for m in zeilen}


def qualifizierung(person: Person) -> Qualifizierung:
    db.session.expire_all()
    return db.session.query(Qualifizierung).filter_by(person_id=person.id).one()


def nachrichten(person: Person) -> list[str]:
    return [n.vorlage for n in db.session.query(Nachricht).filter_by(person_id=person.id)]


def war_dabei(person: Person, ue: int) -> None:
    gruppe = mache_gruppe(mache_standort())
    with transaktion():
        termin = Praesenztermin(
            kursgruppe_id=gruppe.id, datum=date(2026, 11, 2), titel="Abend", ue=ue
        )
        db.session.add(termin)
        db.session.flush()
        db.session.add(
            Teilnahme(
                praesenztermin_id=termin.id,
                person_id=person.id,
                ue=ue,
                erfasst_von_id=person.id,
                erfasst_am=JETZT,
            )
        )


def test_something_done_is_a_dated_fact_of_its_version(katalog, person):
    schliesse(katalog, person, "willkommen")
    fakt = db.session.query(Abschluss).one()
    assert (fakt.art, fakt.inhalt_id, fakt.fassung) == (Abschlussart.LEKTION, "willkommen", 1)
    assert (fakt.hash, fakt.am) == (katalog.inhalte["willkommen"].hash, JETZT)
    assert fortschritt(person) == {"ankommen": (1, JETZT, None)}


def test_doing_it_again_changes_nothing(katalog, person):
    schliesse(katalog, person, "willkommen")
    schliesse(katalog, person, "willkommen", tage=3)
    assert abschluesse(person) == [("lektion", "willkommen", 1)]
    assert fortschritt(person) == {"ankommen": (1, JETZT, None)}


def test_the_last_mandatory_step_completes_the_modul_in_any_order(katalog, person):
    schliesse(katalog, person, "erster-besuch", "willkommen")
    assert abschluesse(person)[-1] == ("modul", "ankommen", 1)
    assert fortschritt(person)["ankommen"] == (2, JETZT, JETZT)


def test_a_voluntary_step_does_not_complete_a_modul(katalog, person):
    schliesse(katalog, person, "willkommen", "gut-zuhoeren")
    assert ("modul", "ankommen", 1) not in abschluesse(person)


def test_everything_done_makes_the_qualifizierung_vollstaendig_and_says_so_once(katalog, person):
    schliesse(katalog, person, *PFLICHT)
    assert qualifizierung(person).stand is QualifizierungStand.VOLLSTAENDIG
    assert qualifizierung(person).vollstaendig_am == JETZT
    assert abschluesse(person)[-1] == ("kurs", "beispielkurs", 1)
    schliesse(katalog, person, "gut-zuhoeren", *PFLICHT, tage=2)
    assert qualifizierung(person).vollstaendig_am == JETZT
    assert nachrichten(person) == ["vollstaendig"]


def test_without_the_ue_of_the_standort_it_still_runs(katalog):
    person = mache_person(standort=mache_standort(mindest_ue_praesenz=6))
    war_dabei(person, 5)
    schliesse(katalog, person, *PFLICHT)
    assert qualifizierung(person).stand is QualifizierungStand.LAEUFT
    assert nachrichten(person) == []


def test_attendance_that_comes_later_completes_it(katalog):
    person = mache_person(standort=mache_standort(mindest_ue_praesenz=6))
    schliesse(katalog, person, *PFLICHT)
    war_dabei(person, 2)
    war_dabei(person, 4)
    for _mal in range(2):
        with transaktion():
            pruefe_vollstaendigkeit(katalog, person.id, JETZT)
    assert qualifizierung(person).stand is QualifizierungStand.VOLLSTAENDIG
    assert nachrichten(person) == ["vollstaendig"]


def test_attendance_alone_completes_nothing(katalog, person):
    war_dabei(person, 40)
    with transaktion():
        pruefe_vollstaendigkeit(katalog, person.id, JETZT)
    assert qualifizierung(person).stand is QualifizierungStand.LAEUFT


def test_each_standort_asks_for_its_own_ue(katalog):
    person = mache_person(standort=mache_standort(mindest_ue_praesenz=0))
    anderer = mache_standort(mindest_ue_praesenz=10)
    with transaktion():
        db.session.add(Qualifizierung(person_id=person.id, standort_id=anderer.id))
    schliesse(katalog, person, *PFLICHT)
    staende = {q.standort_id: q.stand for q in db.session.query(Qualifizierung)}
    assert staende.pop(anderer.id) is QualifizierungStand.LAEUFT
    assert list(staende.values()) == [QualifizierungStand.VOLLSTAENDIG]


def test_a_mandatory_modul_in_preparation_keeps_everybody_waiting(katalog, person):
    wartend = Modul("spaeter", "Später", 3, ("Ziel",), True, ModulStatus.IN_VORBEREITUNG)
    kurs = replace(katalog.basis, module=(*katalog.basis.module, wartend))
    schliesse(replace(katalog, kurse=(kurs,)), person, *PFLICHT)
    assert qualifizierung(person).stand is QualifizierungStand.LAEUFT


def test_a_raised_fassung_takes_nothing_away_and_can_be_done_again(katalog, person):
    schliesse(katalog, person, *PFLICHT)
    vorher = fortschritt(person)
    neu = replace(katalog.lektion("willkommen"), fassung=2, titel="Neu", hash="")
    neuer = ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu)))
    spiele_beispiel_ein(neuer)
    with transaktion():
        pruefe_vollstaendigkeit(neuer, person.id, JETZT)
    assert fortschritt(person) == vorher
    assert qualifizierung(person).stand is QualifizierungStand.VOLLSTAENDIG
    schliesse(neuer, person, "willkommen", tage=1)
    assert ("lektion", "willkommen", 2) in abschluesse(person)
    assert fortschritt(person)["ankommen"][0] == 2


def test_a_szenario_that_is_gone_from_the_catalogue_still_leaves_its_fact(katalog, person):
    module = tuple(
        replace(modul, bausteine=tuple(b for b in modul.bausteine if b.inhalt.id != "brief-weg"))
        for modul in katalog.basis.module
    )
    ohne = replace(katalog, kurse=(replace(katalog.basis, module=module),))
    with transaktion():
        schliesse_ab(ohne, person.id, katalog.inhalte["brief-weg"], JETZT)
    assert abschluesse(person) == [("szenario", "brief-weg", 1)]


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.tuples(st.sampled_from(INHALTE), st.integers(0, 30)), max_size=9))
def test_summaries_recomputed_from_the_facts_are_the_same(app, getan):
    katalog, person = spiele_beispiel_ein(), mache_person()
    for inhalt_id, tage in getan:
        schliesse(katalog, person, inhalt_id, tage=tage)
    geschrieben = fortschritt(person)
    with transaktion():
        berechne_neu(katalog, person.id)
    assert fortschritt(person) == geschrieben
    assert bool(geschrieben) == bool(getan)
