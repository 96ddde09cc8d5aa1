import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import insert, select

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import (
    Anmeldung,
    AnmeldungStatus,
    Seminar,
    SeminarBedingung,
    SeminarStatus,
    Termin,
)
from lernplattform.models.standort import Standort
from tests.fabrik import JETZT, mache_person, mache_seminar, mache_standort
from tests.seiten import Besuch
from tests.seminare import mache_lotsin, melde_andere_an
from tests.zaehlung import count_queries

pytestmark = pytest.mark.usefixtures("kurs", "stillstand")
Neu = Callable[[], Besuch]


def test_without_seminare_the_list_invites(standort: Standort, besuch: Neu) -> None:
    text = besuch().melde_an(mache_lotsin(standort)).oeffne("/seminare/")
    assert "Hier stehen bald Seminare." in text


def test_a_lotsin_signs_up_and_cancels_through_the_pages(standort: Standort, besuch: Neu) -> None:
    seminar = mache_seminar(standort)
    lotsin = besuch().melde_an(mache_lotsin(standort))
    text = lotsin.oeffne("/seminare/")
    assert "Noch 10 von 10 Plätzen frei" in text
    text = lotsin.oeffne(lotsin.link(seminar.titel))
    assert "Mittwoch, 23. Dezember 2026, 20:30 Uhr" in text
    assert "Ich möchte teilnehmen" in text
    text = lotsin.sende(f"/seminare/{seminar.id}/anmelden")
    assert text.count("Sie haben einen Platz.") == 1
    assert "Ich möchte teilnehmen" not in text
    text = lotsin.oeffne("/seminare/")
    assert "Ihre Anmeldungen" in text
    text = lotsin.sende(f"/seminare/{seminar.id}/abmelden")
    assert "Sie nehmen nicht mehr teil." in text
    assert "Ich möchte teilnehmen" in text
    assert "Es war ein Platz frei, Sie nehmen teil." in text
    assert "Sie haben abgesagt." in text


def test_a_post_answers_with_303_to_the_page(standort: Standort, besuch: Neu) -> None:
    seminar = mache_seminar(standort)
    lotsin = besuch().melde_an(mache_lotsin(standort))
    antwort = lotsin.post(f"/seminare/{seminar.id}/anmelden")
    assert (antwort.status_code, antwort.headers["Location"]) == (303, f"/seminare/{seminar.id}/")


def test_a_locked_seminar_says_what_is_missing_and_refuses_the_act(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(
        standort, bedingung=SeminarBedingung.BESTAETIGT, verlangte_module=["vertrauen"]
    )
    lotsin = besuch().melde_an(mache_lotsin(standort, QualifizierungStand.LAEUFT))
    saetze = [
        "Ihre Basisqualifizierung ist noch nicht vollständig.",
        "Ihre Koordination muss die Basisqualifizierung erst noch bestätigen.",
        "Es fehlt noch das Modul",
    ]
    for text in (
        lotsin.oeffne("/seminare/"),
        lotsin.oeffne(f"/seminare/{seminar.id}/"),
        lotsin.sende(f"/seminare/{seminar.id}/anmelden", status=409),
    ):
        assert [satz for satz in saetze if satz not in text] == []
        assert "Ich möchte teilnehmen" not in text


def test_words_of_a_seminar_are_marked_as_german_on_pages_in_another_language(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, beschreibung="Wir üben.", ort="Rathaus, Raum 2")
    lotsin = besuch().melde_an(mache_lotsin(standort, sprache="ar"))
    lotsin.oeffne("/seminare/")
    assert f'<bdi lang="de">{seminar.titel}</bdi></a>' in lotsin.html
    lotsin.oeffne(f"/seminare/{seminar.id}/")
    assert f'<bdi lang="de">{seminar.titel}</bdi></h1>' in lotsin.html
    assert '<bdi lang="de">Rathaus, Raum 2</bdi>' in lotsin.html
    assert re.search(r'lang="de" dir="auto">\s+<p>Wir üben\.</p>', lotsin.html)


def test_what_bars_all_seminare_is_said_once(standort: Standort, besuch: Neu) -> None:
    mache_seminar(standort)
    mache_seminar(standort, bedingung=SeminarBedingung.BESTAETIGT)
    text = (
        besuch().melde_an(mache_lotsin(standort, QualifizierungStand.LAEUFT)).oeffne("/seminare/")
    )
    assert text.count("Ihre Basisqualifizierung ist noch nicht vollständig.") == 1
    assert text.count("Ihre Koordination muss die Basisqualifizierung erst noch bestätigen.") == 1


def test_a_closed_seminar_says_since_when_and_refuses_with_409(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, anmeldung_bis=JETZT)
    lotsin = besuch().melde_an(mache_lotsin(standort))
    text = lotsin.oeffne(f"/seminare/{seminar.id}/")
    assert "Die Anmeldung ging bis Montag, 23. November 2026, 20:30 Uhr." in text
    assert "Ich möchte teilnehmen" not in text
    text = lotsin.sende(f"/seminare/{seminar.id}/anmelden", status=409)
    assert "Die Anmeldung ist geschlossen." in text


def test_too_late_to_cancel_is_said_on_the_page_and_refused(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, abmeldung_bis=JETZT)
    (person,) = melde_andere_an(standort, seminar, 1)
    lotsin = besuch().melde_an(person)
    text = lotsin.oeffne(f"/seminare/{seminar.id}/")
    assert "Nicht mehr teilnehmen" not in text
    assert "Die Frist zum Absagen ist vorbei." in text
    lotsin.sende(f"/seminare/{seminar.id}/abmelden", status=409)


@pytest.mark.parametrize(
    ("wartende", "satz"),
    [
        (1, "Ihr Platz geht an die nächste Person."),
        (0, "Ihr Platz wird wieder frei. Wenn Sie es sich anders überlegen, müssen Sie sich neu"),
    ],
)
def test_who_cancels_reads_what_becomes_of_the_place(
    standort: Standort, besuch: Neu, wartende: int, satz: str
) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    person, *_wartende = melde_andere_an(standort, seminar, 1 + wartende)
    text = besuch().melde_an(person).oeffne(f"/seminare/{seminar.id}/")
    assert satz in text
    assert ("stehen Sie wieder ganz hinten" in text) is bool(wartende)


def test_a_place_given_back_after_the_last_promotion_goes_to_nobody(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, plaetze=1, nachruecken_bis=JETZT)
    person, _wartet = melde_andere_an(standort, seminar, 2)
    text = besuch().melde_an(person).oeffne(f"/seminare/{seminar.id}/")
    assert "Ihr Platz wird wieder frei." in text


def test_own_bookings_come_first_and_the_past_stands_apart(standort: Standort, besuch: Neu) -> None:
    mache_seminar(standort, in_tagen=5, titel="Bald")
    gebucht = mache_seminar(standort, in_tagen=50, titel="Gebucht")
    mache_seminar(standort, in_tagen=-5, titel="Gewesen")
    (person,) = melde_andere_an(standort, gebucht, 1)
    text = besuch().melde_an(person).oeffne("/seminare/")
    stellen = [text.index(wort) for wort in ("Gebucht", "Bald", "Vergangene Seminare", "Gewesen")]
    assert stellen == sorted(stellen)


def test_a_seminar_with_several_termine_is_over_after_the_last(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, in_tagen=-1, titel="Läuft noch")
    beginn = JETZT + timedelta(days=1)
    with transaktion():
        db.session.add(
            Termin(seminar_id=seminar.id, beginn=beginn, ende=beginn + timedelta(hours=1))
        )
    text = besuch().melde_an(mache_lotsin(standort)).oeffne("/seminare/")
    assert "Vergangene Seminare" not in text
    assert "Läuft noch" in text


def test_a_seminar_called_off_shows_the_reason_to_those_who_had_booked(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, titel="Abgesagtes")
    (person,) = melde_andere_an(standort, seminar, 1)
    with transaktion():
        zeile = db.session.get_one(Seminar, seminar.id)
        zeile.status, zeile.absage_grund = SeminarStatus.ABGESAGT, "Die Referentin ist krank."
        anmeldung = db.session.scalars(select(Anmeldung)).one()
        anmeldung.status = AnmeldungStatus.ABGESAGT
    lotsin = besuch().melde_an(person)
    assert "Abgesagtes" in lotsin.oeffne("/seminare/")
    assert "Die Referentin ist krank." in lotsin.oeffne(f"/seminare/{seminar.id}/")
    andere = besuch().melde_an(mache_lotsin(standort))
    assert "Abgesagtes" not in andere.oeffne("/seminare/")


def test_drafts_and_foreign_seminare_answer_like_unknown_ones(
    standort: Standort, besuch: Neu
) -> None:
    entwurf = mache_seminar(standort, status=SeminarStatus.ENTWURF, titel="Geheim")
    fremd = mache_seminar(mache_standort(), titel="Fremd")
    lotsin = besuch().melde_an(mache_lotsin(standort))
    text = lotsin.oeffne("/seminare/")
    assert "Geheim" not in text
    assert "Fremd" not in text
    seiten = {lotsin.oeffne(f"/seminare/{nr}/", 404) for nr in (entwurf.id, fremd.id, 999)}
    assert len(seiten) == 1
    for nr in (entwurf.id, fremd.id, 999):
        for akt in ("anmelden", "abmelden"):
            assert lotsin.post(f"/seminare/{nr}/{akt}").status_code == 404


def test_a_hessenweites_seminar_is_shown_at_every_standort(standort: Standort, besuch: Neu) -> None:
    seminar = mache_seminar(mache_standort("Anderswo"), hessenweit=True, titel="Für alle")
    lotsin = besuch().melde_an(mache_lotsin(standort))
    assert "Für alle" in lotsin.oeffne("/seminare/")
    assert "Anderswo" in lotsin.oeffne(f"/seminare/{seminar.id}/")


def test_only_lotsen_enter(standort: Standort, besuch: Neu) -> None:
    besuch().melde_an(mache_person(Rolle.KOORDINATION, standort)).oeffne("/seminare/", 403)


def test_the_calendar_file_holds_every_termin_and_is_for_those_with_a_place(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    (person,) = melde_andere_an(standort, seminar, 1)
    (wartende,) = melde_andere_an(standort, seminar, 1)
    antwort = besuch().melde_an(person).client.get(f"/seminare/{seminar.id}/kalender.ics")
    assert antwort.mimetype == "text/calendar"
    (ereignis,) = Calendar.from_ical(antwort.data).walk("VEVENT")
    assert str(ereignis["uid"]) == f"seminar-{seminar.id}-1@lernen.example"
    assert ereignis.decoded("dtstart") == seminar.beginn
    assert str(ereignis["url"]) == f"https://lernen.example/seminare/{seminar.id}/"
    fremde = (wartende, mache_lotsin(standort))
    for andere in fremde:
        besuch().melde_an(andere).oeffne(f"/seminare/{seminar.id}/kalender.ics", 404)


def test_the_pages_stay_within_the_budget_also_with_4000_anmeldungen(
    standort: Standort, besuch: Neu
) -> None:
    seminare = [mache_seminar(standort, in_tagen=n + 3, verlangte_module=["x"]) for n in range(20)]
    eigenes = mache_seminar(standort, verlangte_module=[])
    (person,) = melde_andere_an(standort, eigenes, 1)
    _fuelle(standort, [*seminare, eigenes], 200)
    lotsin = besuch().melde_an(person)
    lotsin.oeffne("/seminare/")  # brings the Katalog into memory
    for pfad, grenze in (
        ("/seminare/", 10),
        (f"/seminare/{seminare[0].id}/", 6),
        (f"/seminare/{eigenes.id}/", 6),
        (f"/seminare/{eigenes.id}/kalender.ics", 6),
    ):
        with count_queries() as sql:
            lotsin.oeffne(pfad)
        assert len(sql) <= grenze, "\n".join(sql)
    token = lotsin.csrf_token()
    for akt in ("abmelden", "anmelden"):
        with count_queries() as sql:
            antwort = lotsin.client.post(
                f"/seminare/{eigenes.id}/{akt}", data={"csrf_token": token}
            )
        assert antwort.status_code == 303
        assert len(sql) <= 10, "\n".join(sql)


def _fuelle(standort: Standort, seminare: list[Seminar], je: int) -> None:
    personen = [
        {
            "vorname": "A",
            "nachname": f"B{n}",
            "email": f"voll{n}@test.example",
            "angelegt_am": JETZT,
            "sortierschluessel": f"b{n}",
        }
        for n in range(je)
    ]
    with transaktion():
        db.session.execute(insert(Person), personen)
        ids = db.session.scalars(select(Person.id).where(Person.vorname == "A")).all()
        zeilen = [
            {
                "seminar_id": seminar.id,
                "person_id": person_id,
                "rang": rang,
                "grund": "seminar_voll",
                "status": AnmeldungStatus.BESTAETIGT if rang < 12 else AnmeldungStatus.WARTELISTE,
                "angemeldet_am": JETZT,
                "geaendert_am": JETZT,
            }
            for seminar in seminare
            for rang, person_id in enumerate(ids, start=2)
        ]
        db.session.execute(insert(Anmeldung), zeilen)
        for seminar in seminare:
            db.session.get_one(Seminar, seminar.id).letzter_rang = je + 2
