"""Träger and Standorte: what is required is explicit, and nothing changes without a trace."""

import re
from collections.abc import Callable

import pytest
from lxml.html import fromstring

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.kursgruppe import Praesenztermin, Teilnahme
from lernplattform.models.person import Person, Rolle
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort, Traeger
from tests.fabrik import JETZT, gib_rolle, mache_gruppe, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch, sichtbarer_text
from tests.viele import mache_viele_lotsen
from tests.zaehlung import count_queries

Besucher = Callable[[], Besuch]


@pytest.fixture
def verwaltung(app: object) -> Person:
    return mache_person(Rolle.VERWALTUNG)


@pytest.fixture
def gast(besuch: Besucher, verwaltung: Person) -> Besuch:
    return besuch().melde_an(verwaltung)


@pytest.fixture
def katalog(app: object) -> Katalog:
    return spiele_beispiel_ein()


def _felder(standort: Standort, **anders: str) -> dict[str, str]:
    return {
        "name": standort.name,
        "traeger_id": str(standort.traeger_id),
        "mindest_ue_praesenz": str(standort.mindest_ue_praesenz),
        "durchsicht_noetig": "y",
        "vier_augen": "y",
        **anders,
    }


def _akte() -> list[str]:
    db.session.rollback()
    return [zeile.akt for zeile in db.session.query(Protokolleintrag).order_by("id")]


def test_an_empty_platform_invites_to_make_the_first_traeger(gast: Besuch) -> None:
    assert "Legen Sie zuerst einen Träger an" in gast.oeffne("/verwaltung/")
    assert "Legen Sie zuerst einen Träger an" in gast.oeffne("/verwaltung/standorte/neu")


def test_every_standort_says_how_many_people_it_has_in_each_rolle(gast: Besuch) -> None:
    standort = mache_standort("Rüsselsheim")
    for rolle, anzahl in ((Rolle.LOTSE, 3), (Rolle.TRAINER, 2), (Rolle.KOORDINATION, 1)):
        for _ in range(anzahl):
            mache_person(rolle, standort)
    mache_person(Rolle.LOTSE, standort, aktiv=False)
    text = gast.oeffne("/verwaltung/")
    assert "Gezählt sind alle mit dieser Aufgabe, auch ohne Zugang." in text
    in_der_tabelle, im_bild = (
        sichtbarer_text(z)
        for z in re.findall(r"<tr>.*?</tr>", gast.html, re.S)
        if "Rüsselsheim" in z
    )
    assert in_der_tabelle == "Rüsselsheim 4 2 1 nur online –"
    assert im_bild == "Rüsselsheim 0 0 4 0"


def test_a_traeger_is_made_and_renamed(gast: Besuch) -> None:
    gast.sende("/verwaltung/traeger/neu", name="Verein für alle e.V.")
    traeger_id = db.session.query(Traeger.id).scalar()
    text = gast.sende(f"/verwaltung/traeger/{traeger_id}/", name="Verein für jeden e.V.")
    assert "Verein für jeden e.V." in text
    assert _akte() == ["traeger_angelegt", "traeger_benannt"]


def test_a_name_that_is_taken_comes_back_and_nothing_is_saved(
    gast: Besuch, katalog: Katalog
) -> None:
    eins, zwei = mache_standort("Eins"), mache_standort("Zwei", mindest_ue_praesenz=8)
    name = db.session.get(Traeger, eins.traeger_id).name  # type: ignore[union-attr]
    satz = "Diesen Namen gibt es schon"
    assert satz in gast.sende("/verwaltung/traeger/neu", status=422, name=name)
    assert satz in gast.sende(f"/verwaltung/traeger/{zwei.traeger_id}/", status=422, name=name)
    felder = _felder(zwei, name="Eins", mindest_ue_praesenz="20")
    assert satz in gast.sende("/verwaltung/standorte/neu", status=422, **felder)
    assert satz in gast.sende(f"/verwaltung/standorte/{zwei.id}/", status=422, **felder)
    db.session.rollback()
    gespeichert = db.session.get(Standort, zwei.id, populate_existing=True)
    assert gespeichert
    assert (gespeichert.name, gespeichert.mindest_ue_praesenz) == ("Zwei", 8)
    assert db.session.query(Traeger).count() == db.session.query(Standort).count() == 2
    assert _akte() == []


def test_the_least_ue_have_no_default_and_must_be_given(gast: Besuch) -> None:
    standort = mache_standort()
    gast.oeffne("/verwaltung/standorte/neu")
    eingabe = re.search(r'<input[^>]*name="mindest_ue_praesenz"[^>]*>', gast.html)
    assert eingabe
    assert re.search(r'value="[^"]', eingabe.group()) is None
    felder = _felder(standort, name="Neu", mindest_ue_praesenz="")
    text = gast.sende("/verwaltung/standorte/neu", status=422, **felder)
    assert "Wie viele UE Präsenz sind mindestens nötig? Bitte füllen Sie dieses Feld aus." in text
    assert db.session.query(Standort).filter_by(name="Neu").count() == 0


def test_zero_ue_are_an_answer(gast: Besuch) -> None:
    felder = _felder(mache_standort(), name="Neu", mindest_ue_praesenz="0")
    gast.sende("/verwaltung/standorte/neu", **felder)
    neu = db.session.query(Standort).filter_by(name="Neu").one()
    assert neu.mindest_ue_praesenz == 0
    assert neu.durchsicht_noetig
    assert neu.vier_augen
    assert _akte() == ["standort_angelegt"]


@pytest.mark.parametrize("wert", ["-1", "501", "acht"])
def test_impossible_ue_come_back(gast: Besuch, wert: str) -> None:
    felder = _felder(mache_standort(), name="Neu", mindest_ue_praesenz=wert)
    gast.sende("/verwaltung/standorte/neu", status=422, **felder)
    assert f'value="{wert}"' in gast.html


def test_four_eyes_are_switched_off_only_with_a_reason_and_the_log_says_so(
    gast: Besuch, katalog: Katalog
) -> None:
    standort = mache_standort()
    pfad, felder = f"/verwaltung/standorte/{standort.id}/", _felder(standort)
    del felder["vier_augen"]
    assert "Bitte schreiben Sie kurz, warum." in gast.sende(pfad, status=422, **felder)
    assert _akte() == []
    gast.sende(pfad, **felder, vier_augen_grund="Nur eine Person im Team.")
    assert "ohne vier Augen" in gast.oeffne("/verwaltung/")
    assert "Nur eine Person im Team." in gast.oeffne(pfad)
    assert _akte() == ["standort_geaendert", "vier_augen_aus"]
    gast.sende(pfad, **felder, vier_augen="y", vier_augen_grund="Nur eine Person im Team.")
    assert _akte()[2:] == ["standort_geaendert", "vier_augen_an"]
    db.session.rollback()
    gespeichert = db.session.get(Standort, standort.id, populate_existing=True)
    assert gespeichert
    assert gespeichert.vier_augen_grund == ""
    assert "Team" not in str([zeile.daten for zeile in db.session.query(Protokolleintrag)])


def test_saving_without_a_change_leaves_no_trace(gast: Besuch, katalog: Katalog) -> None:
    standort = mache_standort()
    gast.sende(f"/verwaltung/standorte/{standort.id}/", **_felder(standort))
    assert _akte() == []


def test_asking_for_fewer_ue_completes_whoever_has_them_now(gast: Besuch, katalog: Katalog) -> None:
    standort = mache_standort(mindest_ue_praesenz=8)
    fertig, unfertig, ohne_ue = (mache_person(standort=standort) for _ in range(3))
    _besuche(standort, (fertig, unfertig), ue=4)
    _schaffe_alles(katalog, fertig, ohne_ue)
    ids = [person.id for person in (fertig, unfertig, ohne_ue)]
    pfad, felder = f"/verwaltung/standorte/{standort.id}/", _felder(standort)
    gast.sende(pfad, **{**felder, "mindest_ue_praesenz": "5"})
    assert _staende(ids) == [QualifizierungStand.LAEUFT] * 3
    gast.sende(pfad, **{**felder, "mindest_ue_praesenz": "4"})
    laeuft, vollstaendig = QualifizierungStand.LAEUFT, QualifizierungStand.VOLLSTAENDIG
    assert _staende(ids) == [vollstaendig, laeuft, laeuft]
    gast.sende(pfad, **{**felder, "mindest_ue_praesenz": "40"})
    assert _staende(ids) == [vollstaendig, laeuft, laeuft]


def _besuche(standort: Standort, personen: tuple[Person, ...], ue: int) -> None:
    gruppe = mache_gruppe(standort, None, personen)
    wer = mache_person(Rolle.TRAINER, standort)
    with transaktion():
        termin = Praesenztermin(kursgruppe_id=gruppe.id, datum=JETZT.date(), titel="Abend", ue=ue)
        db.session.add(termin)
        db.session.flush()
        db.session.add_all(
            Teilnahme(
                praesenztermin_id=termin.id,
                person_id=person.id,
                ue=ue,
                erfasst_von_id=wer.id,
                erfasst_am=JETZT,
            )
            for person in personen
        )


def _schaffe_alles(katalog: Katalog, *personen: Person) -> None:
    with transaktion():
        db.session.add_all(
            Abschluss(
                person_id=person.id,
                art=Abschlussart.MODUL,
                inhalt_id=modul.id,
                fassung=1,
                hash="x",
                am=JETZT,
            )
            for person in personen
            for modul in katalog.basis.module
        )


def _staende(ids: list[int]) -> list[QualifizierungStand]:
    db.session.rollback()
    zeilen = db.session.query(Qualifizierung.person_id, Qualifizierung.stand)
    je_person = {zeile.person_id: zeile.stand for zeile in zeilen}
    return [je_person[i] for i in ids]


def test_what_does_not_exist_is_not_found(gast: Besuch, katalog: Katalog) -> None:
    felder = _felder(mache_standort())
    for pfad in ("/verwaltung/traeger/999/", "/verwaltung/standorte/999/"):
        gast.oeffne(pfad, status=404)
        gast.sende(pfad, status=404, **felder)


@pytest.mark.parametrize("rolle", [Rolle.LOTSE, Rolle.TRAINER, Rolle.KOORDINATION])
def test_the_area_is_for_the_verwaltung_alone(besuch: Besucher, app: object, rolle: Rolle) -> None:
    fremd = besuch().melde_an(mache_person(rolle))
    for pfad in ("", "personen/", "rechtstexte/", "traeger/neu", "standorte/neu"):
        fremd.oeffne(f"/verwaltung/{pfad}", status=403)
    fremd.sende("/verwaltung/traeger/neu", status=403, name="Fremd")
    assert db.session.query(Traeger).filter_by(name="Fremd").count() == 0


@pytest.mark.parametrize("anzahl", [40, 4000])
def test_the_overview_keeps_its_budget_with_four_thousand_lotsen(
    gast: Besuch, verwaltung: Person, katalog: Katalog, anzahl: int
) -> None:
    mache_viele_lotsen(katalog, mache_standort("Groß"), anzahl)
    for _ in range(10):
        mache_standort()
    with count_queries() as sql:
        assert f"Groß {anzahl}" in gast.oeffne("/verwaltung/")
    assert len(sql) <= 6, sql


def test_a_change_keeps_its_budget(gast: Besuch, katalog: Katalog) -> None:
    standort = mache_standort(mindest_ue_praesenz=8)
    person = mache_person()
    with transaktion():
        gib_rolle(person, Rolle.LOTSE, standort)
    pfad = f"/verwaltung/standorte/{standort.id}/"
    felder = _felder(standort, mindest_ue_praesenz="0", csrf_token=gast.csrf_token())
    gast.post(pfad, **{**felder, "mindest_ue_praesenz": "7"})
    with count_queries() as sql:
        assert gast.post(pfad, **felder).status_code == 303
    assert len(sql) <= 10, "\n".join(sql)


def test_after_a_new_standort_its_koordination_is_already_chosen(gast: Besuch) -> None:
    gast.sende("/verwaltung/standorte/neu", **_felder(mache_standort(), name="Neustadt"))
    formular = next(f for f in fromstring(gast.html).forms if "rolle" in f.fields)
    neu = db.session.query(Standort).filter_by(name="Neustadt").one()
    assert (formular.fields["rolle"], formular.fields["standort_id"]) == (
        "koordination",
        str(neu.id),
    )
