"""Planning Präsenztermine: a new one, changing it, taking it back."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from lernplattform.core.db import db
from lernplattform.models.kursgruppe import Kursgruppe, Praesenztermin, Teilnahme
from lernplattform.models.person import Person, Rolle
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.models.standort import Standort
from tests.fabrik import mache_gruppe, mache_person
from tests.praesenz import HEUTE, mache_termin
from tests.seiten import Besuch

Besucher = Callable[[], Besuch]


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
    assert db.session.query(Teilnahme).count() == 0
