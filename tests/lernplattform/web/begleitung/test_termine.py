"""Präsenztermine: planning one, recording UE on one page, correcting with a reason."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from kurse.katalog import Katalog
from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.kursgruppe import (
    Gruppenmitglied,
    Kursgruppe,
    Praesenztermin,
    Teilnahme,
)
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from tests.fabrik import JETZT, mache_gruppe, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucher = Callable[[], Besuch]
HEUTE = JETZT.astimezone(clock.ORTSZEIT).date()


@pytest.fixture
def katalog(app: object) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def ort(app: object) -> Standort:
    return mache_standort(mindest_ue_praesenz=8)


@pytest.fixture
def lotsen(ort: Standort) -> tuple[Person, Person]:
    return (
        mache_person(standort=ort, vorname="Elif", nachname="Kaya"),
        mache_person(standort=ort, vorname="Jawad", nachname="Rahimi"),
    )


@pytest.fixture
def trainer(ort: Standort) -> Person:
    return mache_person(Rolle.TRAINER, ort, vorname="Jutta", nachname="Kern")


@pytest.fixture
def gruppe(
    ort: Standort, trainer: Person, lotsen: tuple[Person, ...], katalog: Katalog
) -> Kursgruppe:
    return mache_gruppe(ort, trainer, lotsen)


@pytest.fixture
def termin(gruppe: Kursgruppe) -> Praesenztermin:
    return mache_termin(gruppe)


def mache_termin(gruppe: Kursgruppe, datum: date = HEUTE, ue: int = 4) -> Praesenztermin:
    with transaktion():
        termin = Praesenztermin(kursgruppe_id=gruppe.id, datum=datum, titel="Abend 3", ue=ue)
        db.session.add(termin)
    return termin


def _ue() -> dict[int, int]:
    db.session.rollback()
    zeilen = db.session.query(Teilnahme.person_id, Teilnahme.ue).all()
    return {zeile.person_id: zeile.ue for zeile in zeilen}


def test_a_termin_is_planned_and_listed_with_its_weekday(
    besuch: Besucher, trainer: Person, gruppe: Kursgruppe
) -> None:
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/gruppen/{gruppe.id}/termine/"
    assert "Hier stehen bald Ihre Termine" in gast.oeffne(pfad)
    text = gast.sende(pfad, datum="2026-12-01", titel="Abend 3, Grenzen", ue="4")
    assert "Der Termin ist gespeichert." in text
    assert "Abend 3, Grenzen Dienstag, 1. Dezember 2026 4" in text
    assert db.session.query(Protokolleintrag).one().akt == "termin_angelegt"


def test_the_next_evening_stands_over_the_matrix(
    besuch: Besucher, trainer: Person, gruppe: Kursgruppe
) -> None:
    mache_termin(gruppe, HEUTE - timedelta(days=7))
    naechster = mache_termin(gruppe, HEUTE + timedelta(days=7))
    mache_termin(gruppe, HEUTE + timedelta(days=14))
    text = besuch().melde_an(trainer).oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    tag = f"{naechster.datum.day}. "
    assert re.search(rf"nächster Abend: \w+, {tag}", text)


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        ({"datum": "2026-02-30", "titel": "T", "ue": "4"}, "einen Tag an, den es gibt"),
        ({"datum": "", "titel": "T", "ue": "4"}, "Bitte füllen Sie dieses Feld aus"),
        ({"datum": "1999-12-31", "titel": "T", "ue": "4"}, "Bitte prüfen Sie das Jahr."),
        ({"datum": "2206-12-01", "titel": "T", "ue": "4"}, "Bitte prüfen Sie das Jahr."),
        ({"datum": "2026-12-01", "titel": " ", "ue": "4"}, "Bitte füllen Sie dieses Feld aus"),
        ({"datum": "2026-12-01", "titel": "T", "ue": "0"}, "Bitte eine Zahl von 1 bis 12."),
        ({"datum": "2026-12-01", "titel": "T", "ue": "viel"}, "Bitte eine ganze Zahl."),
        ({"datum": "2026-12-01", "titel": "T", "ue": ""}, "Bitte füllen Sie dieses Feld aus"),
    ],
)
def test_a_faulty_termin_comes_back_with_a_sentence(
    besuch: Besucher, trainer: Person, gruppe: Kursgruppe, felder: dict[str, str], satz: str
) -> None:
    gast = besuch().melde_an(trainer)
    text = gast.sende(f"/begleitung/gruppen/{gruppe.id}/termine/", status=422, **felder)
    assert satz in text
    assert db.session.query(Praesenztermin).count() == 0


def test_the_same_evening_is_not_saved_twice(
    besuch: Besucher, trainer: Person, gruppe: Kursgruppe, ort: Standort
) -> None:
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/gruppen/{gruppe.id}/termine/"
    abend = {"datum": "2026-12-01", "titel": "Abend 3, Grenzen", "ue": "4"}
    gast.sende(pfad, **abend)
    text = gast.sende(pfad, 422, **(abend | {"titel": " abend  3,\tgrenzen ", "ue": "3"}))
    assert "An diesem Tag gibt es schon einen Termin mit diesem Thema." in text
    gast.sende(pfad, **(abend | {"titel": "Grenzen, Nachmittag"}))
    gast.sende(pfad, **(abend | {"datum": "2026-12-08"}))
    andere = mache_gruppe(ort, trainer)
    gast.sende(f"/begleitung/gruppen/{andere.id}/termine/", **abend)
    assert db.session.query(Praesenztermin).count() == 4


def test_a_change_does_not_make_one_evening_into_another(
    besuch: Besucher, trainer: Person, gruppe: Kursgruppe
) -> None:
    gast = besuch().melde_an(trainer)
    bleibt, anderer = mache_termin(gruppe), mache_termin(gruppe, HEUTE - timedelta(days=7))
    neu = {"datum": bleibt.datum.isoformat(), "titel": bleibt.titel, "ue": "5"}
    text = gast.sende(f"/begleitung/termine/{anderer.id}/aendern", 422, **neu)
    assert "An diesem Tag gibt es schon einen Termin mit diesem Thema." in text
    gast.sende(f"/begleitung/termine/{bleibt.id}/aendern", **neu)
    assert db.session.get_one(Praesenztermin, bleibt.id, populate_existing=True).ue == 5


def test_a_termin_that_is_there_twice_can_still_change_its_ue(
    besuch: Besucher, trainer: Person, gruppe: Kursgruppe
) -> None:
    gast = besuch().melde_an(trainer)
    termin, _doppelt = mache_termin(gruppe), mache_termin(gruppe)
    neu = {"datum": termin.datum.isoformat(), "titel": termin.titel, "ue": "5"}
    text = gast.sende(f"/begleitung/termine/{termin.id}/aendern", **neu)
    assert "Der Termin ist geändert." in text
    assert db.session.get_one(Praesenztermin, termin.id, populate_existing=True).ue == 5


def test_the_ue_of_everybody_are_recorded_on_one_page(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_, jawad = (lotse.id for lotse in lotsen)
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    text = gast.sende(pfad, **{f"ue_{elif_}": "4", f"ue_{jawad}": "0"})
    assert "Die Anwesenheit ist gespeichert." in text
    assert _ue() == {elif_: 4, jawad: 0}
    eintrag = db.session.query(Protokolleintrag).one()
    assert eintrag.akt == "teilnahme_erfasst"
    assert eintrag.daten["personen"] == 2


def test_whoever_is_left_empty_is_not_recorded_and_sending_again_changes_nothing(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_, jawad = (lotse.id for lotse in lotsen)
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    for satz in ("Die Anwesenheit ist gespeichert.", "Es gab nichts zu ändern."):
        assert satz in gast.sende(pfad, **{f"ue_{elif_}": "3", f"ue_{jawad}": ""})
    assert _ue() == {elif_: 3}
    assert db.session.query(Protokolleintrag).count() == 1


def test_a_number_that_is_out_of_range_keeps_what_was_typed(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_, jawad = (lotse.id for lotse in lotsen)
    gast = besuch().melde_an(trainer)
    text = gast.sende(
        f"/begleitung/termine/{termin.id}/",
        status=422,
        **{f"ue_{elif_}": "5", f"ue_{jawad}": "zwei"},
    )
    assert "Elif Kaya: Bitte eine Zahl von 0 bis 4." in text
    assert "Jawad Rahimi: Bitte eine ganze Zahl." in text
    assert 'value="5"' in gast.html
    assert 'value="zwei"' in gast.html
    assert _ue() == {}


def test_a_correction_needs_a_reason_which_is_kept_and_logged(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_ = lotsen[0].id
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    assert "den Grund" not in gast.oeffne(pfad)
    gast.sende(pfad, **{f"ue_{elif_}": "4"})
    assert "schreiben Sie unten den Grund" in gast.text
    assert "Grund einer Korrektur" not in gast.text
    text = gast.sende(pfad, status=422, **{f"ue_{elif_}": "2"})
    assert "gespeicherte Zahl bei: Elif Kaya. Bitte schreiben Sie kurz, warum." in text
    assert "(freiwillig)" not in text
    assert 'value="2"' in gast.html
    assert _ue() == {elif_: 4}
    gast.sende(pfad, **{f"ue_{elif_}": "2", "grund": "Ging zur Pause."})
    text = gast.sende(pfad, **{f"ue_{elif_}": "3", "grund": "Kam wieder."})
    assert "Grund einer Korrektur" in text
    assert "Ging zur Pause." in text
    assert "Kam wieder." in text
    assert _ue() == {elif_: 3}
    korrekturen = db.session.query(Protokolleintrag).filter_by(akt="teilnahme_korrigiert").all()
    assert [(k.daten["vorher"], k.daten["nachher"]) for k in korrekturen] == [(4, 2), (2, 3)]
    assert "Pause" not in str([k.daten for k in korrekturen])


def test_a_recorded_number_cannot_be_taken_away(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_ = lotsen[0].id
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    gast.sende(pfad, **{f"ue_{elif_}": "4"})
    text = gast.sende(pfad, status=422, **{f"ue_{elif_}": "", "grund": "Irrtum"})
    assert "tragen Sie 0 ein" in text
    assert _ue() == {elif_: 4}


def test_who_attended_and_left_the_group_stays_on_the_page(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_ = lotsen[0].id
    gast = besuch().melde_an(trainer)
    gast.sende(f"/begleitung/termine/{termin.id}/", **{f"ue_{elif_}": "4"})
    with transaktion():
        db.session.query(Gruppenmitglied).delete()
    text = gast.oeffne(f"/begleitung/termine/{termin.id}/")
    assert "Elif Kaya" in text
    assert "Jawad Rahimi" not in text


def test_all_ue_can_be_suggested_for_those_who_have_none_yet(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    gast = besuch().melde_an(trainer)
    gast.sende(f"/begleitung/termine/{termin.id}/", **{f"ue_{lotsen[0].id}": "1"})
    assert "Noch nicht gespeichert." not in gast.text
    assert "Noch nicht gespeichert." in gast.oeffne(gast.link("Überall 4 UE vorschlagen"))
    assert re.findall(r'name="ue_\d+"[^>]*value="(\d)"', gast.html) == ["1", "4"]


def test_before_the_day_nothing_can_be_recorded(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], gruppe: Kursgruppe
) -> None:
    morgen = mache_termin(gruppe, HEUTE + timedelta(days=1))
    gast = besuch().melde_an(trainer)
    assert "am Tag des Termins" in gast.oeffne(f"/begleitung/termine/{morgen.id}/")
    gast.sende(f"/begleitung/termine/{morgen.id}/", status=409, **{f"ue_{lotsen[0].id}": "4"})
    assert _ue() == {}


def test_a_termin_is_changed_until_somebody_is_recorded(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    pfad, elif_ = f"/begleitung/termine/{termin.id}/", lotsen[0].id
    felder = {"datum": HEUTE.isoformat(), "titel": "Abend 3, Konflikte", "ue": "3"}
    gast = besuch().melde_an(trainer)
    gast.oeffne(pfad)
    gast.oeffne(gast.link("Termin ändern"))
    assert 'value="Abend 3"' in gast.html
    gast.sende(f"{pfad}aendern", status=422, **{**felder, "ue": ""})
    text = gast.sende(f"{pfad}aendern", **felder)
    assert "Der Termin ist geändert." in text
    assert "Abend 3, Konflikte" in text
    assert "3 UE" in text
    gast.sende(pfad, **{f"ue_{elif_}": "3"})
    assert "Termin ändern" not in gast.oeffne(pfad)
    assert "Der Termin lässt sich nicht mehr ändern oder löschen" in gast.text
    text = gast.sende(f"{pfad}aendern", status=409, **{**felder, "ue": "2"})
    assert "schon Anwesenheit gespeichert" in text
    db.session.rollback()
    assert db.session.query(Praesenztermin.ue).scalar() == 3
    akte = [zeile.akt for zeile in db.session.query(Protokolleintrag).order_by("id")]
    assert akte == ["termin_geaendert", "teilnahme_erfasst"]


def test_a_mistyped_year_is_refused_when_a_termin_is_changed(
    besuch: Besucher, trainer: Person, termin: Praesenztermin
) -> None:
    pfad = f"/begleitung/termine/{termin.id}/aendern"
    gast = besuch().melde_an(trainer)
    text = gast.sende(pfad, status=422, datum="0026-12-01", titel="Abend 3", ue="4")
    assert "Bitte prüfen Sie das Jahr." in text
    db.session.rollback()
    assert db.session.query(Praesenztermin.datum).scalar() == HEUTE


def test_a_termin_is_deleted_until_somebody_is_recorded(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], gruppe: Kursgruppe
) -> None:
    weg, bleibt = (mache_termin(gruppe).id for _ in range(2))
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/termine/{weg}/")
    assert "Der Termin ist gelöscht." in gast.druecke("Diesen Termin löschen")
    gast.sende(f"/begleitung/termine/{bleibt}/", **{f"ue_{lotsen[0].id}": "4"})
    assert "Termin löschen" not in gast.text
    text = gast.sende(f"/begleitung/termine/{bleibt}/loeschen", status=409)
    assert "lässt er sich nicht löschen" in text
    fremd = besuch().melde_an(mache_person(Rolle.TRAINER))
    fremd.sende(f"/begleitung/termine/{bleibt}/loeschen", status=404)
    db.session.rollback()
    assert db.session.query(Praesenztermin.id).scalar() == bleibt


def test_a_strangers_number_is_not_taken(
    besuch: Besucher, trainer: Person, ort: Standort, termin: Praesenztermin
) -> None:
    fremd = mache_person(standort=ort)
    besuch().melde_an(trainer).sende(f"/begleitung/termine/{termin.id}/", **{f"ue_{fremd.id}": "4"})
    assert _ue() == {}


def test_the_last_missing_ue_make_the_qualifizierung_complete(
    besuch: Besucher,
    trainer: Person,
    lotsen: tuple[Person, Person],
    gruppe: Kursgruppe,
    katalog: Katalog,
) -> None:
    elif_, jawad = (lotse.id for lotse in lotsen)
    with transaktion():
        db.session.add_all(
            Abschluss(
                person_id=elif_,
                art=Abschlussart.MODUL,
                inhalt_id=modul.id,
                fassung=1,
                hash="x",
                am=JETZT,
            )
            for modul in katalog.basis.module
        )
    termine = [mache_termin(gruppe, HEUTE - timedelta(days=n)).id for n in (14, 7)]
    gast = besuch().melde_an(trainer)
    gast.sende(f"/begleitung/termine/{termine[0]}/", **{f"ue_{elif_}": "4", f"ue_{jawad}": "4"})
    assert _staende() == {elif_: QualifizierungStand.LAEUFT, jawad: QualifizierungStand.LAEUFT}
    gast.sende(f"/begleitung/termine/{termine[1]}/", **{f"ue_{elif_}": "4", f"ue_{jawad}": "4"})
    assert _staende()[elif_] is QualifizierungStand.VOLLSTAENDIG
    assert _staende()[jawad] is QualifizierungStand.LAEUFT
    assert db.session.query(Nachricht).one().vorlage == "vollstaendig"
    gast.sende(
        f"/begleitung/termine/{termine[1]}/",
        **{f"ue_{elif_}": "0", f"ue_{jawad}": "4", "grund": "War krank."},
    )
    assert _staende()[elif_] is QualifizierungStand.VOLLSTAENDIG


def _staende() -> dict[int, QualifizierungStand]:
    db.session.rollback()
    zeilen = db.session.query(Qualifizierung.person_id, Qualifizierung.stand).all()
    return {zeile.person_id: zeile.stand for zeile in zeilen}


def test_termine_of_somebody_elses_group_do_not_exist(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    gruppe_id, termin_id, elif_ = termin.kursgruppe_id, termin.id, lotsen[0].id
    gast = besuch().melde_an(mache_person(Rolle.TRAINER))
    gast.oeffne(f"/begleitung/gruppen/{gruppe_id}/termine/", status=404)
    gast.oeffne(f"/begleitung/termine/{termin_id}/", status=404)
    gast.sende(
        f"/begleitung/gruppen/{gruppe_id}/termine/",
        status=404,
        datum="2026-12-01",
        titel="T",
        ue="4",
    )
    gast.sende(f"/begleitung/termine/{termin_id}/", status=404, **{f"ue_{elif_}": "4"})
    assert db.session.query(Praesenztermin).count() == 1
    assert _ue() == {}


def test_thirty_people_are_recorded_within_the_budget(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    lotsen = tuple(mache_person(standort=ort) for _ in range(30))
    termin = mache_termin(mache_gruppe(ort, trainer, lotsen))
    felder = {f"ue_{lotse.id}": "4" for lotse in lotsen}
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    gast.sende(pfad, **{f"ue_{lotsen[0].id}": "4"})
    token = gast.csrf_token()
    with count_queries() as sql:
        assert gast.post(pfad, csrf_token=token, **felder).status_code == 303
    assert len(sql) <= 10, "\n".join(sql)
    with count_queries() as sql:
        gast.oeffne(pfad)
    assert len(sql) <= 6, sql
