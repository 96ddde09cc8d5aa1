from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from lernplattform.core.errors import NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import AnmeldungStatus, Seminar, SeminarStatus
from lernplattform.models.standort import Standort
from lernplattform.queries.seminar import (
    lies_geplantes,
    lies_seminar,
    lies_wechsel,
    list_gehaltene,
    list_geplante,
    list_seminare,
    list_vergangene,
)
from lernplattform.services.anmeldung import melde_ab, melde_an
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, mache_seminar, mache_standort, setze_stand
from tests.katalog import beispiel_katalog


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort()


def mache_angemeldete(standort: Standort, seminar: Seminar, anzahl: int) -> list[Person]:
    personen = [mache_person(standort=standort) for _ in range(anzahl)]
    for person in personen:
        setze_stand(person, QualifizierungStand.VOLLSTAENDIG)
        angemeldet = als(person)
        with transaktion():
            melde_an(angemeldet, seminar.id, beispiel_katalog(), JETZT)
    return personen


def ab(person: Person, seminar: Seminar) -> None:
    angemeldet = als(person)
    with transaktion():
        melde_ab(angemeldet, seminar.id, seminar.nachruecken_bis)


def test_the_position_counts_those_who_wait_before(standort: Standort) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    fest, *wartende = mache_angemeldete(standort, seminar, 4)
    assert [lies_seminar(als(p), seminar.id).position for p in wartende] == [1, 2, 3]
    assert lies_seminar(als(fest), seminar.id).position is None
    ab(wartende[0], seminar)
    assert [lies_seminar(als(p), seminar.id).position for p in wartende] == [None, 1, 2]


def test_who_has_cancelled_has_no_booking_but_a_history(standort: Standort) -> None:
    seminar = mache_seminar(standort)
    (person,) = mache_angemeldete(standort, seminar, 1)
    ab(person, seminar)
    assert lies_seminar(als(person), seminar.id).eigene is None
    gruende = [wechsel.grund for wechsel in lies_wechsel(person.id, seminar.id)]
    assert gruende == ["platz_frei", "selbst_abgemeldet"]


def test_while_people_wait_a_freed_place_is_not_free_for_a_newcomer(standort: Standort) -> None:
    seminar = mache_seminar(standort, plaetze=2)
    erste, *_ = mache_angemeldete(standort, seminar, 3)
    ab(erste, seminar)
    zeile = lies_seminar(als(erste), seminar.id)
    assert (zeile.bestaetigt, zeile.wartend, zeile.frei) == (1, 1, 0)


def test_nobody_sees_the_booking_of_another(standort: Standort) -> None:
    seminar = mache_seminar(standort)
    mache_angemeldete(standort, seminar, 1)
    zeile = lies_seminar(als(mache_person(standort=standort)), seminar.id)
    assert (zeile.bestaetigt, zeile.eigene) == (1, None)


def test_who_moves_to_another_standort_keeps_sight_of_the_booking(standort: Standort) -> None:
    seminar = mache_seminar(standort)
    (person,) = mache_angemeldete(standort, seminar, 1)
    woanders = als(mache_person())
    umgezogen = replace(woanders, person_id=person.id)
    assert lies_seminar(umgezogen, seminar.id).eigene is AnmeldungStatus.BESTAETIGT
    with pytest.raises(NichtGefunden):
        lies_seminar(woanders, seminar.id)


def test_each_side_has_its_own_lists(standort: Standort) -> None:
    kommt = mache_seminar(standort)
    vorbei = mache_seminar(standort, in_tagen=-3)
    entwurf = mache_seminar(standort, status=SeminarStatus.ENTWURF)
    fremd = mache_seminar(mache_standort(), hessenweit=True)
    lotsin = als(mache_person(standort=standort))
    koordination = als(mache_person(Rolle.KOORDINATION, standort))
    assert {z.id for z in list_seminare(lotsin, JETZT)} == {kommt.id, fremd.id}
    assert {z.id for z in list_vergangene(lotsin, JETZT)} == {vorbei.id}
    assert {z.id for z in list_geplante(koordination, JETZT)} == {kommt.id, entwurf.id}
    assert [z.id for z in list_gehaltene(koordination, JETZT)[0]] == [vorbei.id]
    with pytest.raises(NichtGefunden):
        lies_geplantes(koordination, fremd.id)


def test_a_seminar_is_over_when_its_last_termin_ends(standort: Standort) -> None:
    seminar = mache_seminar(standort, in_tagen=0)
    lotsin = als(mache_person(standort=standort))
    ende = seminar.termine[0].ende
    assert list_seminare(lotsin, ende - timedelta(seconds=1))
    assert not list_seminare(lotsin, ende)
