"""The Koordination sees its Seminare, who takes part, and calls one off."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import insert, select

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.seminar import Anmeldung, AnmeldungStatus, Termin
from lernplattform.models.standort import Standort
from tests.fabrik import (
    JETZT,
    mache_person,
    mache_seminar,
    mache_standort,
)
from tests.seiten import Besuch
from tests.seminare import ANGABEN, melde_lotsin_an
from tests.zaehlung import count_queries

pytestmark = pytest.mark.usefixtures("kurs", "stillstand")
Neu = Callable[[], Besuch]


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort("Musterstadt")


@pytest.fixture
def koordination(standort: Standort, besuch: Neu) -> Besuch:
    return besuch().melde_an(mache_person(Rolle.KOORDINATION, standort))


def test_without_seminare_the_list_invites(koordination: Besuch) -> None:
    assert "Hier stehen bald Ihre Seminare." in koordination.oeffne("/koordination/seminare/")


def test_the_page_shows_who_takes_part_and_who_waits_in_order(
    koordination: Besuch, standort: Standort
) -> None:
    seminar = mache_seminar(standort, plaetze=2)
    for name in ("Zoe", "Özlem", "Berta", "Anna"):
        melde_lotsin_an(standort, seminar.id, vorname=name, nachname="")
    text = koordination.oeffne(f"/koordination/seminare/{seminar.id}/")
    stellen = [text.index(wort) for wort in ("Özlem", "Zoe", "Warteliste (2)", "Berta", "Anna")]
    assert stellen == sorted(stellen)
    assert "23. November 2026" in text


def test_each_termin_stands_on_a_line_of_its_own(koordination: Besuch, standort: Standort) -> None:
    seminar = mache_seminar(standort)
    beginn = JETZT + timedelta(days=60)
    with transaktion():
        db.session.add(
            Termin(seminar_id=seminar.id, beginn=beginn, ende=beginn + timedelta(hours=1))
        )
    koordination.oeffne(f"/koordination/seminare/{seminar.id}/")
    liste = koordination.html.split("Termine</dt>")[1].split("</dd>")[0]
    assert re.findall(r"<li>[^<]*(23\. Dezember|22\. Januar)", liste) == [
        "23. Dezember",
        "22. Januar",
    ]


def test_of_people_from_elsewhere_only_name_and_standort_are_seen(
    koordination: Besuch, standort: Standort
) -> None:
    seminar = mache_seminar(standort, hessenweit=True)
    fremde = melde_lotsin_an(mache_standort("Anderswo"), seminar.id, vorname="Farah")
    eigene = melde_lotsin_an(standort, seminar.id, vorname="Emine")
    text = koordination.oeffne(f"/koordination/seminare/{seminar.id}/")
    assert f"{fremde.name} Anderswo –" in text
    assert f"{eigene.name} Musterstadt 23. November 2026" in text
    assert f"/koordination/personen/{eigene.id}/" in koordination.html
    assert f"/koordination/personen/{fremde.id}/" not in koordination.html
    assert fremde.email not in koordination.html


def test_calling_off_needs_a_reason_and_writes_to_everybody(
    koordination: Besuch, standort: Standort
) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    for _ in range(2):
        melde_lotsin_an(standort, seminar.id)
    pfad = f"/koordination/seminare/{seminar.id}/absagen"
    text = koordination.sende(pfad, 422, grund=" ")
    assert "Bitte füllen Sie dieses Feld aus." in text
    text = koordination.sende(pfad, grund="Die Referentin ist krank.")
    assert "Dieses Seminar ist abgesagt. Die Referentin ist krank." in text
    absagen = select(Nachricht).where(Nachricht.vorlage == "seminar_abgesagt")
    assert len(db.session.scalars(absagen).all()) == 2


def test_seminare_of_another_standort_answer_like_unknown_ones(
    koordination: Besuch, standort: Standort
) -> None:
    fremd = mache_seminar(mache_standort(), hessenweit=True, titel="Fremdes")
    assert "Fremdes" not in koordination.oeffne("/koordination/seminare/")
    for nr in (fremd.id, 999):
        koordination.oeffne(f"/koordination/seminare/{nr}/", 404)
        koordination.oeffne(f"/koordination/seminare/{nr}/aendern", 404)
        for akt, felder in (
            ("aendern", ANGABEN),
            ("veroeffentlichen", {}),
            ("absagen", {"grund": "x"}),
        ):
            antwort = koordination.post(f"/koordination/seminare/{nr}/{akt}", **felder)
            assert antwort.status_code == 404, akt


def test_others_may_not_enter(standort: Standort, besuch: Neu) -> None:
    for rolle in (Rolle.LOTSE, Rolle.TRAINER):
        person = besuch().melde_an(mache_person(rolle, standort))
        person.oeffne("/koordination/seminare/", 403)
        person.oeffne("/koordination/seminare/neu", 403)


def test_the_past_is_paged_and_nothing_is_left_out(
    koordination: Besuch, standort: Standort
) -> None:
    for nr in range(45):
        mache_seminar(standort, in_tagen=-10 - nr // 3, titel=f"Altes {nr}.")
    mache_seminar(standort, titel="Kommendes")
    gesehen: list[str] = []
    pfad = "/koordination/seminare/"
    for _ in range(3):
        text = koordination.oeffne(pfad)
        gesehen += [f"Altes {nr}." for nr in range(45) if f"Altes {nr}." in text]
        assert ("Kommendes" in text) == (pfad == "/koordination/seminare/")
        if "Weitere anzeigen" in text:
            pfad = koordination.link("Weitere anzeigen")
    assert sorted(gesehen) == sorted(f"Altes {nr}." for nr in range(45))


def test_the_pages_stay_within_the_budget_also_with_4000_anmeldungen(
    koordination: Besuch, standort: Standort
) -> None:
    seminare = [mache_seminar(standort, in_tagen=n - 10) for n in range(20)]
    _fuelle([seminar.id for seminar in seminare], 200)
    voll = seminare[-1].id
    koordination.oeffne("/koordination/seminare/neu")  # brings the Katalog into memory
    for pfad, grenze in (
        ("/koordination/seminare/", 10),
        (f"/koordination/seminare/{voll}/", 6),
        (f"/koordination/seminare/{voll}/aendern", 6),
        ("/koordination/seminare/neu", 6),
    ):
        with count_queries() as sql:
            koordination.oeffne(pfad)
        assert len(sql) <= grenze, "\n".join(sql)
    token = koordination.csrf_token()
    for pfad, felder in (
        ("/koordination/seminare/neu", ANGABEN),
        (f"/koordination/seminare/{voll}/aendern", ANGABEN | {"plaetze": "10"}),
        (f"/koordination/seminare/{voll}/aendern", ANGABEN | {"plaetze": "50"}),
        (f"/koordination/seminare/{voll}/absagen", {"grund": "krank"}),
    ):
        with count_queries() as sql:
            antwort = koordination.client.post(pfad, data={**felder, "csrf_token": token})
        assert antwort.status_code == 303
        assert len(sql) <= 10, "\n".join(sql)


def test_what_is_over_is_called_so(koordination: Besuch, standort: Standort) -> None:
    vorbei = mache_seminar(standort, in_tagen=-3000)
    for pfad in ("/koordination/seminare/", f"/koordination/seminare/{vorbei.id}/"):
        text = koordination.oeffne(pfad)
        assert "vorbei" in text
        assert "veröffentlicht" not in text


def _fuelle(seminar_ids: list[int], je: int) -> None:
    personen = [
        {
            "vorname": "A",
            "nachname": f"B{n}",
            "email": f"voll{n}@test.example",
            "angelegt_am": JETZT - timedelta(days=1),
            "sortierschluessel": f"b{n}",
        }
        for n in range(je)
    ]
    with transaktion():
        db.session.execute(insert(Person), personen)
        ids = db.session.scalars(select(Person.id).where(Person.vorname == "A")).all()
        zeilen = [
            {
                "seminar_id": seminar_id,
                "person_id": person_id,
                "rang": rang,
                "grund": "seminar_voll",
                "status": AnmeldungStatus.BESTAETIGT if rang < 11 else AnmeldungStatus.WARTELISTE,
                "angemeldet_am": JETZT,
                "geaendert_am": JETZT,
            }
            for seminar_id in seminar_ids
            for rang, person_id in enumerate(ids, start=1)
        ]
        db.session.execute(insert(Anmeldung), zeilen)
