from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, Konflikt, NichtGefunden
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import Anmeldung, AnmeldungStatus, Seminar, SeminarStatus, Termin
from lernplattform.models.standort import Standort
from lernplattform.services.anmeldung import melde_an
from lernplattform.services.seminar import (
    aendere_seminar,
    lege_seminar_an,
    sage_seminar_ab,
    veroeffentliche_seminar,
)
from lernplattform.services.seminarangaben import Seminarangaben
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, mache_seminar, mache_standort, setze_stand
from tests.katalog import beispiel_katalog
from tests.zaehlung import count_queries

BEGINN = JETZT + timedelta(days=30)
ANGABEN = Seminarangaben(
    titel="Konflikte klären",
    ort="Rathaus",
    plaetze=2,
    termine=((BEGINN, BEGINN + timedelta(hours=2)),),
)


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort()


@pytest.fixture
def koordination(standort: Standort) -> Person:
    return mache_person(Rolle.KOORDINATION, standort)


def tu(akt: Any, person: Person, *rest: Any) -> Any:
    angemeldet = als(person)
    with transaktion():
        return akt(angemeldet, *rest, JETZT)


def seminar_mit(koordination: Person, standort: Standort, anmeldungen: int) -> int:
    """A published Seminar of two places; so many people have signed up."""
    seminar_id = tu(lege_seminar_an, koordination, standort.id, ANGABEN)
    tu(veroeffentliche_seminar, koordination, seminar_id)
    for _ in range(anmeldungen):
        lotsin = mache_person(standort=standort)
        setze_stand(lotsin, QualifizierungStand.VOLLSTAENDIG)
        tu(melde_an, lotsin, seminar_id, beispiel_katalog())
    return seminar_id


def staende(seminar_id: int) -> list[AnmeldungStatus]:
    zeilen = select(Anmeldung.status).where(Anmeldung.seminar_id == seminar_id)
    return list(db.session.scalars(zeilen.order_by(Anmeldung.rang)))


def post(vorlage: str) -> int:
    return len(db.session.scalars(select(Nachricht).where(Nachricht.vorlage == vorlage)).all())


def lies(seminar_id: int) -> Seminar:
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Seminar, seminar_id)


def test_a_new_seminar_is_a_draft_with_sensible_deadlines(
    koordination: Person, standort: Standort
) -> None:
    seminar = lies(tu(lege_seminar_an, koordination, standort.id, ANGABEN))
    assert seminar.status is SeminarStatus.ENTWURF
    assert seminar.beginn == BEGINN
    assert seminar.anmeldung_bis == seminar.abmeldung_bis == BEGINN - timedelta(days=1)
    assert seminar.nachruecken_bis == BEGINN - timedelta(days=2)
    assert [(t.beginn, t.ende) for t in seminar.termine] == list(ANGABEN.termine)
    assert db.session.scalars(select(Protokolleintrag.akt)).all() == ["seminar_angelegt"]


def test_another_standort_is_not_there(koordination: Person, standort: Standort) -> None:
    fremd = mache_standort()
    with pytest.raises(NichtGefunden):
        tu(lege_seminar_an, koordination, fremd.id, ANGABEN)
    seminar = mache_seminar(fremd, hessenweit=True)
    for akt, rest in (
        (aendere_seminar, (ANGABEN,)),
        (veroeffentliche_seminar, ()),
        (sage_seminar_ab, ("krank",)),
    ):
        with pytest.raises(NichtGefunden):
            tu(akt, koordination, seminar.id, *rest)


def test_more_places_move_people_up_in_their_order(
    koordination: Person, standort: Standort
) -> None:
    seminar_id = seminar_mit(koordination, standort, 5)
    tu(aendere_seminar, koordination, seminar_id, replace(ANGABEN, plaetze=4))
    assert staende(seminar_id) == [AnmeldungStatus.BESTAETIGT] * 4 + [AnmeldungStatus.WARTELISTE]
    assert post("nachgerueckt") == 2
    assert post("seminar_geaendert") == 0


def test_fewer_places_than_promised_are_refused(koordination: Person, standort: Standort) -> None:
    seminar_id = seminar_mit(koordination, standort, 3)
    with pytest.raises(Konflikt) as fehler:
        tu(aendere_seminar, koordination, seminar_id, replace(ANGABEN, plaetze=1))
    assert (fehler.value.code, fehler.value.felder) == (
        "plaetze_unter_bestaetigt",
        {"bestaetigt": 2},
    )
    assert lies(seminar_id).plaetze == 2


def test_a_moved_date_or_place_is_told_to_everybody_who_is_active(
    koordination: Person, standort: Standort
) -> None:
    seminar_id = seminar_mit(koordination, standort, 3)
    spaeter = BEGINN + timedelta(days=7)
    neu = replace(ANGABEN, termine=((spaeter, spaeter + timedelta(hours=2)),))
    alte_id = lies(seminar_id).termine[0].id
    tu(aendere_seminar, koordination, seminar_id, neu)
    assert post("seminar_geaendert") == 3
    assert lies(seminar_id).beginn == spaeter
    assert [t.id for t in lies(seminar_id).termine] == [alte_id]
    tu(aendere_seminar, koordination, seminar_id, replace(neu, ort="Bücherei"))
    assert post("seminar_geaendert") == 6


def test_another_title_is_not_worth_a_mail(koordination: Person, standort: Standort) -> None:
    seminar_id = seminar_mit(koordination, standort, 1)
    tu(aendere_seminar, koordination, seminar_id, replace(ANGABEN, titel="Anders"))
    assert lies(seminar_id).titel == "Anders"
    assert post("seminar_geaendert") == 0


def test_termine_can_be_added_and_taken_away(koordination: Person, standort: Standort) -> None:
    seminar_id = tu(lege_seminar_an, koordination, standort.id, ANGABEN)
    zweiter = (BEGINN + timedelta(days=1), BEGINN + timedelta(days=1, hours=2))
    zwei = replace(ANGABEN, termine=(*ANGABEN.termine, zweiter))
    tu(aendere_seminar, koordination, seminar_id, zwei)
    assert len(lies(seminar_id).termine) == 2
    tu(aendere_seminar, koordination, seminar_id, ANGABEN)
    assert len(db.session.scalars(select(Termin)).all()) == 1


def test_calling_off_ends_every_booking_and_tells_the_reason(
    koordination: Person, standort: Standort
) -> None:
    seminar_id = seminar_mit(koordination, standort, 3)
    tu(sage_seminar_ab, koordination, seminar_id, " Die Referentin ist krank. ")
    assert staende(seminar_id) == [AnmeldungStatus.ABGESAGT] * 3
    assert post("seminar_abgesagt") == 3
    nachricht = select(Nachricht).where(Nachricht.vorlage == "seminar_abgesagt")
    letzte = db.session.scalars(nachricht).first()
    assert letzte is not None
    assert letzte.daten["grund"] == "Die Referentin ist krank."
    tu(sage_seminar_ab, koordination, seminar_id, "noch einmal")
    assert post("seminar_abgesagt") == 3


def test_calling_off_needs_a_reason_and_a_published_seminar(
    koordination: Person, standort: Standort
) -> None:
    seminar_id = tu(lege_seminar_an, koordination, standort.id, ANGABEN)
    with pytest.raises(EingabeUngueltig):
        tu(sage_seminar_ab, koordination, seminar_id, "  ")
    with pytest.raises(Konflikt, match="seminar_entwurf"):
        tu(sage_seminar_ab, koordination, seminar_id, "krank")


def test_what_was_called_off_or_has_begun_cannot_be_changed(
    koordination: Person, standort: Standort
) -> None:
    abgesagt = mache_seminar(standort, status=SeminarStatus.ABGESAGT)
    vorbei = mache_seminar(standort, in_tagen=-1)
    for seminar, code in ((abgesagt, "seminar_abgesagt"), (vorbei, "seminar_begonnen")):
        with pytest.raises(Konflikt, match=code):
            tu(aendere_seminar, koordination, seminar.id, ANGABEN)
    with pytest.raises(Konflikt, match="seminar_abgesagt"):
        tu(veroeffentliche_seminar, koordination, abgesagt.id)


def test_nothing_is_published_whose_sign_up_is_already_over(
    koordination: Person, standort: Standort
) -> None:
    frist = JETZT - timedelta(minutes=1)
    angaben = replace(ANGABEN, anmeldung_bis=frist)
    seminar_id = tu(lege_seminar_an, koordination, standort.id, angaben)
    with pytest.raises(Konflikt, match="anmeldefrist_vorbei"):
        tu(veroeffentliche_seminar, koordination, seminar_id)


def test_publishing_twice_is_one_act(koordination: Person, standort: Standort) -> None:
    seminar_id = tu(lege_seminar_an, koordination, standort.id, ANGABEN)
    tu(veroeffentliche_seminar, koordination, seminar_id)
    tu(veroeffentliche_seminar, koordination, seminar_id)
    akte = db.session.scalars(select(Protokolleintrag.akt).order_by(Protokolleintrag.id)).all()
    assert akte == ["seminar_angelegt", "seminar_veroeffentlicht"]


def test_changing_and_calling_off_stay_within_the_budget_of_statements(
    koordination: Person, standort: Standort
) -> None:
    """Ten, of which the session takes one. Moving the date and adding places at once takes one
    more, because the Termine must be read after the lock."""
    seminar_id = seminar_mit(koordination, standort, 5)
    spaeter = BEGINN + timedelta(days=7)
    verlegt = replace(ANGABEN, termine=((spaeter, spaeter + timedelta(hours=2)),))
    angemeldet = als(koordination)
    for angaben in (verlegt, replace(verlegt, plaetze=4)):
        with count_queries() as sql, transaktion():
            aendere_seminar(angemeldet, seminar_id, angaben, JETZT)
        assert len(sql) <= 9, "\n".join(sql)
    with count_queries() as sql, transaktion():
        sage_seminar_ab(angemeldet, seminar_id, "krank", JETZT)
    assert len(sql) <= 9, "\n".join(sql)
