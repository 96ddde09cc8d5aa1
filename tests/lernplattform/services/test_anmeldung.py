from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from kurse.regeln.seminarzugang import (
    BasisUnvollstaendig,
    ModulNichtGeschafft,
    QualifizierungWiderrufen,
)
from lernplattform.core.db import db
from lernplattform.core.errors import KeinRecht, Konflikt, NichtGefunden, VoraussetzungFehlt
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import (
    Anmeldung,
    AnmeldungStatus,
    Platzwechsel,
    Seminar,
    SeminarBedingung,
    SeminarStatus,
)
from lernplattform.models.standort import Standort
from lernplattform.services.anmeldung import melde_ab, melde_an
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, mache_seminar, mache_standort, setze_stand
from tests.katalog import beispiel_katalog
from tests.zaehlung import count_queries

BESTAETIGT, WARTELISTE = AnmeldungStatus.BESTAETIGT, AnmeldungStatus.WARTELISTE


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort()


def mache_lotsin(
    standort: Standort, stand: QualifizierungStand = QualifizierungStand.VOLLSTAENDIG
) -> Person:
    person = mache_person(standort=standort)
    setze_stand(person, stand)
    return person


def an(person: Person, seminar: Seminar, jetzt: datetime = JETZT) -> AnmeldungStatus:
    angemeldet = als(person)
    with transaktion():
        return melde_an(angemeldet, seminar.id, beispiel_katalog(), jetzt)


def ab(person: Person, seminar: Seminar, jetzt: datetime = JETZT) -> None:
    angemeldet = als(person)
    with transaktion():
        melde_ab(angemeldet, seminar.id, jetzt)


def stand_von(seminar: Seminar) -> dict[int, tuple[AnmeldungStatus, int]]:
    """By person: status and rang of the latest Anmeldung."""
    zeilen = db.session.scalars(
        select(Anmeldung).where(Anmeldung.seminar_id == seminar.id).order_by(Anmeldung.rang)
    )
    return {zeile.person_id: (zeile.status, zeile.rang) for zeile in zeilen}


def post(person: Person) -> list[str]:
    return list(
        db.session.scalars(
            select(Nachricht.vorlage).where(Nachricht.person_id == person.id).order_by(Nachricht.id)
        )
    )


def wechsel(person: Person) -> list[tuple[str, str]]:
    zeilen = db.session.execute(
        select(Platzwechsel.status, Platzwechsel.grund)
        .join(Anmeldung, Anmeldung.id == Platzwechsel.anmeldung_id)
        .where(Anmeldung.person_id == person.id)
        .order_by(Platzwechsel.id)
    )
    return [(zeile.status.value, zeile.grund) for zeile in zeilen]


def test_who_comes_while_places_are_free_has_one_at_once(standort: Standort) -> None:
    lotsin, seminar = mache_lotsin(standort), mache_seminar(standort)
    assert an(lotsin, seminar) is BESTAETIGT
    assert stand_von(seminar) == {lotsin.id: (BESTAETIGT, 1)}
    assert wechsel(lotsin) == [("bestaetigt", "platz_frei")]
    nachricht = db.session.scalars(select(Nachricht)).one()
    assert (nachricht.person_id, nachricht.vorlage) == (lotsin.id, "anmeldung_bestaetigt")
    assert nachricht.daten == {
        "seminar_id": seminar.id,
        "titel": seminar.titel,
        "beginn": seminar.beginn.isoformat(),
        "ort": seminar.ort,
        "rang": 1,
    }


def test_who_comes_to_a_full_seminar_waits_and_is_told_the_position(standort: Standort) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    personen = [mache_lotsin(standort) for _ in range(3)]
    assert [an(p, seminar) for p in personen] == [BESTAETIGT, WARTELISTE, WARTELISTE]
    assert wechsel(personen[2]) == [("warteliste", "seminar_voll")]
    letzte = db.session.scalars(select(Nachricht).order_by(Nachricht.id.desc())).first()
    assert letzte is not None
    assert (letzte.vorlage, letzte.daten["position"]) == ("anmeldung_warteliste", 2)


def test_signing_up_twice_makes_one_row_and_one_mail(standort: Standort) -> None:
    lotsin, seminar = mache_lotsin(standort), mache_seminar(standort)
    assert an(lotsin, seminar) is an(lotsin, seminar)
    assert len(db.session.scalars(select(Anmeldung)).all()) == 1
    assert post(lotsin) == ["anmeldung_bestaetigt"]


def test_the_present_state_is_shown_also_after_the_deadline(standort: Standort) -> None:
    lotsin, seminar = mache_lotsin(standort), mache_seminar(standort)
    an(lotsin, seminar)
    assert an(lotsin, seminar, seminar.anmeldung_bis + timedelta(hours=1)) is BESTAETIGT


def test_a_freed_place_goes_to_the_head_of_the_waiting_list_alone(standort: Standort) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    erste, zweite, dritte = (mache_lotsin(standort) for _ in range(3))
    for person in (erste, zweite, dritte):
        an(person, seminar)
    ab(erste, seminar)
    assert stand_von(seminar) == {
        erste.id: (AnmeldungStatus.ABGEMELDET, 1),
        zweite.id: (BESTAETIGT, 2),
        dritte.id: (WARTELISTE, 3),
    }
    assert post(erste) == ["anmeldung_bestaetigt", "abmeldung"]
    assert post(zweite) == ["anmeldung_warteliste", "nachgerueckt"]
    assert wechsel(zweite)[-1] == ("bestaetigt", "platz_frei_geworden")
    assert post(dritte) == ["anmeldung_warteliste"]


def test_who_leaves_the_waiting_list_frees_no_place(standort: Standort) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    erste, zweite, dritte = (mache_lotsin(standort) for _ in range(3))
    for person in (erste, zweite, dritte):
        an(person, seminar)
    ab(zweite, seminar)
    assert stand_von(seminar)[dritte.id] == (WARTELISTE, 3)
    assert "nachgerueckt" not in post(dritte)


def test_coming_back_after_cancelling_means_the_end_of_the_list(standort: Standort) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    erste, zweite, dritte = (mache_lotsin(standort) for _ in range(3))
    for person in (erste, zweite, dritte):
        an(person, seminar)
    ab(erste, seminar)
    assert an(erste, seminar) is WARTELISTE
    assert stand_von(seminar)[erste.id] == (WARTELISTE, 4)


def test_after_the_cut_off_a_freed_place_stays_free_and_nobody_is_overtaken(
    standort: Standort,
) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    erste, zweite, spaete = (mache_lotsin(standort) for _ in range(3))
    an(erste, seminar)
    an(zweite, seminar)
    ab(erste, seminar, seminar.nachruecken_bis)
    assert stand_von(seminar)[zweite.id] == (WARTELISTE, 2)
    assert an(spaete, seminar, seminar.nachruecken_bis + timedelta(hours=1)) is WARTELISTE
    assert wechsel(spaete) == [("warteliste", "andere_warten")]


def test_until_the_last_moment_before_the_cut_off_people_move_up(standort: Standort) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    erste, zweite = (mache_lotsin(standort) for _ in range(2))
    an(erste, seminar)
    an(zweite, seminar)
    ab(erste, seminar, seminar.nachruecken_bis - timedelta(microseconds=1))
    assert stand_von(seminar)[zweite.id] == (BESTAETIGT, 2)


@pytest.mark.parametrize(
    "frist",
    [
        datetime(2026, 10, 25, 1, 0, tzinfo=UTC),  # the clock has just been put back
        datetime(2026, 12, 31, 23, 0, tzinfo=UTC),  # midnight of New Year in Berlin
        datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
    ],
)
def test_the_deadlines_close_at_the_second(standort: Standort, frist: datetime) -> None:
    seminar = mache_seminar(standort, anmeldung_bis=frist, abmeldung_bis=frist)
    with transaktion():
        db.session.get_one(Seminar, seminar.id).beginn = frist + timedelta(days=1)
    rechtzeitig, zu_spaet = mache_lotsin(standort), mache_lotsin(standort)
    davor = frist - timedelta(seconds=1)
    assert an(rechtzeitig, seminar, davor) is BESTAETIGT
    with pytest.raises(Konflikt, match="anmeldung_geschlossen"):
        an(zu_spaet, seminar, frist)
    with pytest.raises(Konflikt, match="abmeldung_geschlossen"):
        ab(rechtzeitig, seminar, frist)
    ab(rechtzeitig, seminar, davor)
    assert stand_von(seminar) == {rechtzeitig.id: (AnmeldungStatus.ABGEMELDET, 1)}


def test_cancelling_twice_or_without_a_booking_changes_nothing(standort: Standort) -> None:
    lotsin, seminar = mache_lotsin(standort), mache_seminar(standort)
    ab(lotsin, seminar)
    an(lotsin, seminar)
    ab(lotsin, seminar)
    ab(lotsin, seminar)
    assert post(lotsin) == ["anmeldung_bestaetigt", "abmeldung"]


def test_an_incomplete_basis_locks_the_sign_up(standort: Standort) -> None:
    lotsin = mache_lotsin(standort, QualifizierungStand.LAEUFT)
    seminar = mache_seminar(standort)
    with pytest.raises(VoraussetzungFehlt) as fehler:
        an(lotsin, seminar)
    assert fehler.value.fehlend == (BasisUnvollstaendig(),)
    assert stand_von(seminar) == {}
    assert post(lotsin) == []


def test_a_revoked_qualifizierung_locks_the_sign_up(standort: Standort) -> None:
    lotsin = mache_lotsin(standort, QualifizierungStand.WIDERRUFEN)
    with pytest.raises(VoraussetzungFehlt) as fehler:
        an(lotsin, mache_seminar(standort))
    assert fehler.value.fehlend == (QualifizierungWiderrufen(),)


def test_a_seminar_may_ask_for_confirmation_and_for_modules(standort: Standort) -> None:
    seminar = mache_seminar(
        standort, bedingung=SeminarBedingung.BESTAETIGT, verlangte_module=["ankommen", "vertrauen"]
    )
    lotsin = mache_lotsin(standort, QualifizierungStand.BESTAETIGT)
    _schliesse_modul_ab(lotsin, "vertrauen")
    with pytest.raises(VoraussetzungFehlt) as fehler:
        an(lotsin, seminar)
    assert fehler.value.fehlend == (ModulNichtGeschafft("ankommen", "Gut ankommen"),)
    _schliesse_modul_ab(lotsin, "ankommen")
    assert an(lotsin, seminar) is BESTAETIGT


def test_a_draft_and_a_foreign_seminar_are_not_there(standort: Standort) -> None:
    lotsin = mache_lotsin(standort)
    entwurf = mache_seminar(standort, status=SeminarStatus.ENTWURF)
    fremd = mache_seminar(mache_standort())
    for seminar in (entwurf, fremd):
        with pytest.raises(NichtGefunden):
            an(lotsin, seminar)
        with pytest.raises(NichtGefunden):
            ab(lotsin, seminar)


def test_a_hessenweites_seminar_is_open_to_lotsen_of_every_standort(standort: Standort) -> None:
    assert (
        an(mache_lotsin(standort), mache_seminar(mache_standort(), hessenweit=True)) is BESTAETIGT
    )


def test_a_seminar_that_was_called_off_takes_nobody(standort: Standort) -> None:
    seminar = mache_seminar(standort, status=SeminarStatus.ABGESAGT)
    with pytest.raises(Konflikt, match="seminar_abgesagt"):
        an(mache_lotsin(standort), seminar)


def test_only_lotsen_sign_up(standort: Standort) -> None:
    with pytest.raises(KeinRecht):
        an(mache_person(Rolle.KOORDINATION, standort), mache_seminar(standort))


def test_signing_up_and_moving_up_stay_within_the_budget_of_statements(standort: Standort) -> None:
    seminar = mache_seminar(standort, plaetze=1, verlangte_module=["vertrauen"])
    personen = [mache_lotsin(standort) for _ in range(3)]
    for person in personen:
        _schliesse_modul_ab(person, "vertrauen")
    an(personen[0], seminar)
    angemeldet = als(personen[1])
    with count_queries() as sql, transaktion():
        melde_an(angemeldet, seminar.id, beispiel_katalog(), JETZT)
    assert len(sql) <= 9, sql
    angemeldet = als(personen[0])
    with count_queries() as sql, transaktion():
        melde_ab(angemeldet, seminar.id, JETZT)
    assert post(personen[1])[-1] == "nachgerueckt"
    assert len(sql) <= 9, sql


def _schliesse_modul_ab(person: Person, modul_id: str) -> None:
    with transaktion():
        db.session.add(
            Abschluss(
                person_id=person.id,
                art=Abschlussart.MODUL,
                inhalt_id=modul_id,
                fassung=1,
                hash="0" * 64,
                am=JETZT,
            )
        )
