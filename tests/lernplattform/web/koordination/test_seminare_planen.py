"""A Seminar is planned, published and changed; what cannot be is said at its field."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Rolle
from lernplattform.models.seminar import Seminar, SeminarStatus
from lernplattform.models.standort import Standort
from tests.fabrik import (
    JETZT,
    gib_rolle,
    mache_person,
    mache_seminar,
    mache_standort,
)
from tests.seiten import Besuch
from tests.seminare import ANGABEN, das_seminar, melde_lotsin_an

pytestmark = pytest.mark.usefixtures("kurs", "stillstand")
Neu = Callable[[], Besuch]


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort("Musterstadt")


@pytest.fixture
def koordination(standort: Standort, besuch: Neu) -> Besuch:
    return besuch().melde_an(mache_person(Rolle.KOORDINATION, standort))


def test_a_seminar_is_planned_published_and_seen_by_a_lotsin(
    koordination: Besuch, standort: Standort, besuch: Neu
) -> None:
    lotsin = besuch().melde_an(mache_person(standort=standort))
    koordination.oeffne("/koordination/seminare/neu")
    text = koordination.sende("/koordination/seminare/neu", **ANGABEN)
    assert "Der Entwurf ist gespeichert." in text
    assert "Dienstag, 15. Dezember 2026, 18 bis 20:30 Uhr" in text
    assert "Montag, 14. Dezember 2026, 18 Uhr" in text
    seminar = das_seminar()
    lotsin.oeffne(f"/seminare/{seminar.id}/", 404)
    koordination.sende(f"/koordination/seminare/{seminar.id}/veroeffentlichen")
    assert "Konflikte klären" in lotsin.oeffne("/seminare/")
    assert "Konflikte klären" in koordination.oeffne("/koordination/seminare/")


def test_several_termine_are_taken_in_any_order_and_empty_rows_passed_over(
    koordination: Besuch,
) -> None:
    felder = ANGABEN | {
        "beginn_3": "2026-12-08T18:00",
        "ende_3": "2026-12-08T20:00",
        "beginn_2": "",
        "ende_2": "",
        "verlangte_module": ["vertrauen"],
        "bedingung": "bestaetigt",
        "hessenweit": "y",
    }
    text = koordination.sende("/koordination/seminare/neu", **felder)
    assert "Dienstag, 8. Dezember 2026, 18 bis 20 Uhr" in text
    seminar = das_seminar()
    assert [termin.beginn.day for termin in seminar.termine] == [8, 15]
    assert (seminar.beginn.day, seminar.hessenweit) == (8, True)
    assert (seminar.verlangte_module, seminar.bedingung.value) == (["vertrauen"], "bestaetigt")


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        ({"titel": " "}, "Bitte füllen Sie dieses Feld aus."),
        ({"plaetze": "viele"}, "Bitte geben Sie eine ganze Zahl an."),
        ({"plaetze": "0"}, "Bitte geben Sie eine Zahl von 1 bis 1000 an."),
        ({"beginn_1": ""}, "Bitte füllen Sie dieses Feld aus."),
        ({"beginn_1": "morgen"}, "Bitte geben Sie Tag und Uhrzeit an."),
        ({"beginn_1": "0001-01-01T00:00"}, "Bitte geben Sie Tag und Uhrzeit an."),
        ({"beginn_1": "2027-03-28T02:30"}, "weil die Uhr vorgestellt wird."),
        ({"ende_1": "2027-10-31T02:30"}, "weil die Uhr zurückgestellt wird."),
        ({"ende_1": "2026-12-15T18:00"}, "Das Ende muss nach dem Beginn liegen."),
        ({"beginn_2": "2026-12-16T18:00"}, "Bitte geben Sie auch das Ende an."),
        ({"ende_2": "2026-12-16T18:00"}, "Bitte geben Sie auch den Beginn an."),
        (
            {"beginn_2": "2026-12-15T19:00", "ende_2": "2026-12-15T21:00"},
            "Zwei Termine überschneiden sich.",
        ),
        (
            {"beginn_1": "2026-11-22T18:00", "ende_1": "2026-11-22T20:00"},
            "Der erste Termin liegt in der Vergangenheit.",
        ),
        (
            {"nachruecken_bis": "2026-12-16T18:00"},
            "Diese Frist muss vor dem ersten Termin liegen.",
        ),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(
    koordination: Besuch, felder: dict[str, str], satz: str
) -> None:
    text = koordination.sende("/koordination/seminare/neu", 422, **(ANGABEN | felder))
    assert satz in text
    assert "Bitte prüfen Sie Ihre Angaben" in text
    for wert in (ANGABEN | felder).values():
        assert f'value="{wert}"' in koordination.html or not wert.strip()
    assert db.session.scalars(select(Seminar)).all() == []


def test_the_form_shows_local_times_and_saving_it_unchanged_changes_nothing(
    koordination: Besuch, standort: Standort
) -> None:
    sommer = ANGABEN | {
        "beginn_1": "2027-07-01T18:00",
        "ende_1": "2027-07-01T20:00",
        "anmeldung_bis": "2027-03-27T12:00",
    }
    koordination.sende("/koordination/seminare/neu", **sommer)
    vorher = das_seminar()
    stand = (vorher.beginn, vorher.anmeldung_bis, vorher.abmeldung_bis, vorher.nachruecken_bis)
    assert (stand[0].hour, stand[1].hour) == (16, 11)
    koordination.oeffne(f"/koordination/seminare/{vorher.id}/aendern")
    for wert in sommer.values():
        assert f'value="{wert}"' in koordination.html
    assert 'value="2027-06-29T18:00"' in koordination.html
    fristen = {
        "abmeldung_bis": "2027-06-30T18:00",
        "nachruecken_bis": "2027-06-29T18:00",
    }
    text = koordination.sende(f"/koordination/seminare/{vorher.id}/aendern", **(sommer | fristen))
    assert "Die Änderungen sind gespeichert." in text
    nachher = das_seminar()
    assert stand == (
        nachher.beginn,
        nachher.anmeldung_bis,
        nachher.abmeldung_bis,
        nachher.nachruecken_bis,
    )


def test_a_foreign_standort_in_the_form_is_refused(koordination: Besuch) -> None:
    fremd = mache_standort()
    felder = ANGABEN | {"standort_id": str(fremd.id)}
    koordination.sende("/koordination/seminare/neu", 422, **felder)
    assert db.session.scalars(select(Seminar)).all() == []


def test_who_coordinates_two_standorte_chooses_one(standort: Standort, besuch: Neu) -> None:
    person, zweiter = mache_person(Rolle.KOORDINATION, standort), mache_standort("Zweitstadt")
    with transaktion():
        gib_rolle(person, Rolle.KOORDINATION, zweiter)
    koordination = besuch().melde_an(person)
    assert "Zweitstadt" in koordination.oeffne("/koordination/seminare/neu")
    felder = ANGABEN | {"standort_id": str(zweiter.id)}
    assert "Zweitstadt" in koordination.sende("/koordination/seminare/neu", **felder)


def test_changing_keeps_what_was_typed_when_something_is_wrong(
    koordination: Besuch, standort: Standort
) -> None:
    seminar = mache_seminar(standort)
    felder = ANGABEN | {"titel": "Ganz neu", "anmeldung_bis": "2027-01-01T12:00"}
    text = koordination.sende(f"/koordination/seminare/{seminar.id}/aendern", 422, **felder)
    assert "Diese Frist muss vor dem ersten Termin liegen." in text
    assert 'value="Ganz neu"' in koordination.html
    koordination.sende(
        f"/koordination/seminare/{seminar.id}/aendern", 422, **(ANGABEN | {"ort": ""})
    )
    assert das_seminar().titel == seminar.titel


def test_a_module_that_left_the_catalogue_is_no_longer_asked_for(
    koordination: Besuch, standort: Standort
) -> None:
    seminar = mache_seminar(standort, verlangte_module=["weg", "vertrauen"])
    assert "weg, Vertrauen schützen" in koordination.oeffne(f"/koordination/seminare/{seminar.id}/")
    felder = ANGABEN | {"verlangte_module": ["vertrauen"]}
    koordination.sende(f"/koordination/seminare/{seminar.id}/aendern", **felder)
    assert das_seminar().verlangte_module == ["vertrauen"]
    felder = ANGABEN | {"verlangte_module": ["weg"]}
    koordination.sende(f"/koordination/seminare/{seminar.id}/aendern", 422, **felder)


def test_a_draft_that_is_too_late_to_publish_is_a_conflict(
    koordination: Besuch, standort: Standort
) -> None:
    seminar = mache_seminar(standort, status=SeminarStatus.ENTWURF, anmeldung_bis=JETZT)
    text = koordination.sende(f"/koordination/seminare/{seminar.id}/veroeffentlichen", 409)
    assert "Die Anmeldefrist liegt in der Vergangenheit." in text


def test_a_first_termin_in_the_past_is_said_at_its_field(
    koordination: Besuch, standort: Standort
) -> None:
    koordination.oeffne("/koordination/seminare/neu")
    koordination.druecke(
        "Als Entwurf speichern",
        422,
        titel="Zu spät",
        ort="Rathaus",
        plaetze="1",
        beginn_1="2020-01-01T18:00",
        ende_1="2020-01-01T20:00",
    )
    assert 'href="#beginn_1"' in koordination.html
    assert "Der erste Termin liegt in der Vergangenheit." in koordination.text


def test_more_places_move_people_up_and_fewer_than_promised_are_a_conflict(
    koordination: Besuch, standort: Standort
) -> None:
    koordination.sende("/koordination/seminare/neu", **(ANGABEN | {"plaetze": "2"}))
    seminar_id = das_seminar().id
    koordination.sende(f"/koordination/seminare/{seminar_id}/veroeffentlichen")
    for _ in range(4):
        melde_lotsin_an(standort, seminar_id)
    pfad = f"/koordination/seminare/{seminar_id}/aendern"
    text = koordination.sende(pfad, **(ANGABEN | {"plaetze": "3"}))
    assert "Teilnehmende (3)" in text
    assert "Warteliste (1)" in text
    text = koordination.sende(pfad, 409, **(ANGABEN | {"plaetze": "1"}))
    assert "3 Personen haben schon einen Platz." in text
