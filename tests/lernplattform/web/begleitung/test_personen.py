"""One Lotse as the trainer sees them, and the Durchsicht."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from lxml.html import fromstring

from kurse.katalog import Katalog
from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Antwort, Durchlauf
from lernplattform.models.fortschritt import Durchsicht
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.protokoll import Einsichtnahme, Protokolleintrag
from lernplattform.models.standort import Standort
from lernplattform.services.fortschritt import schliesse_ab
from tests.fabrik import JETZT, mache_gruppe, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.lernstand import mache_durchlaeufe, mache_reflexion
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucher = Callable[[], Besuch]


@pytest.fixture
def katalog(app: object) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def ort(app: object) -> Standort:
    return mache_standort()


@pytest.fixture
def lotse(ort: Standort) -> Person:
    return mache_person(standort=ort, vorname="Elif", nachname="Kaya")


@pytest.fixture
def trainer(ort: Standort, lotse: Person) -> Person:
    trainer = mache_person(Rolle.TRAINER, ort, vorname="Jutta", nachname="Kern")
    mache_gruppe(ort, trainer, (lotse,))
    return trainer


def test_the_page_says_what_is_done_when_and_how_many_tries_are_open(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    lektion = katalog.lektion("willkommen")
    assert lektion
    with transaktion():
        schliesse_ab(katalog, lotse.id, lektion, JETZT)
    mache_durchlaeufe(katalog, lotse, "erster-besuch", False, None)
    text = besuch().melde_an(trainer).oeffne(f"/begleitung/personen/{lotse.id}/")
    assert f"{lektion.titel} – geschafft, Montag, 23. November 2026" in text
    assert "1 Versuch ist offen." in text
    assert "Modul 1" in text
    assert "0 von 2" in text


def test_the_page_tells_nothing_of_choices_certainty_or_scores(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    mache_durchlaeufe(katalog, lotse, "erster-besuch", False, False, False)
    with transaktion():
        lauf = db.session.query(Durchlauf).first()
        assert lauf
        lauf.punkte_zaehler, lauf.punkte_nenner = 37073, 91019
        db.session.add(
            Antwort(
                durchlauf_id=lauf.id,
                schritt=0,
                knoten=lauf.knoten,
                folgeknoten="geheimer-knoten",
                eingabe={"gewaehlt": ["geheime-wahl"]},
                gefaehrlich=True,
                sicherheit=3,
                ist_erstbegegnung=True,
                am=JETZT,
            )
        )
    with count_queries() as sql:
        besucherin = besuch().melde_an(trainer)
        besucherin.oeffne(f"/begleitung/personen/{lotse.id}/")
    for verraeter in ("geheim", "37073", "91019", "Prozent", "%", "sicher "):
        assert verraeter not in besucherin.text
    assert "Hängt fest in Modul 1" in besucherin.text
    assert not [frage for frage in sql if "FROM antwort" in frage or "punkte" in frage]


def test_the_modul_in_which_somebody_is_stuck_is_marked_on_its_line(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    gast = besuch().melde_an(trainer)
    assert "hängt fest" not in gast.oeffne(f"/begleitung/personen/{lotse.id}/")
    mache_durchlaeufe(katalog, lotse, "erster-besuch", False, False, False)
    gast.oeffne(f"/begleitung/personen/{lotse.id}/")
    zeilen = fromstring(gast.html).xpath("//details[contains(@class, 'lp-reihe')]")
    feste = [z for z in zeilen if "hängt fest" in z.find("summary").text_content()]
    assert ["Modul 1" in zeile.text_content() for zeile in feste] == [True]
    assert "noch nie bestanden" in feste[0].text_content()


def test_whoever_looks_is_noted_for_the_lotse(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    besuch().melde_an(trainer).oeffne(f"/begleitung/personen/{lotse.id}/")
    vermerk = db.session.query(Einsichtnahme).one()
    assert (vermerk.person_id, vermerk.wer_id) == (lotse.id, trainer.id)
    assert vermerk.was == "lernstand"


def test_a_lotse_of_nobodys_or_somebody_elses_group_does_not_exist(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    ohne_gruppe = mache_person(standort=ort)
    fremde = mache_person()
    mache_gruppe(mache_standort(), None, (fremde,))
    gast = besuch().melde_an(trainer)
    for person in (ohne_gruppe, fremde):
        gast.oeffne(f"/begleitung/personen/{person.id}/", status=404)
        gast.sende(f"/begleitung/personen/{person.id}/durchsicht", status=404, notiz="x")
    assert db.session.query(Durchsicht).count() == 0
    assert db.session.query(Einsichtnahme).count() == 0


def test_a_durchsicht_keeps_the_note_sends_a_mail_and_stands_in_the_protokoll(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    text = (
        besuch()
        .melde_an(trainer)
        .sende(f"/begleitung/personen/{lotse.id}/durchsicht", notiz="Sehr schön, Elif.")
    )
    assert "Die Durchsicht ist gespeichert" in text
    assert "Jutta Kern hat den Fortschritt am" in text
    assert "Sehr schön, Elif." in text
    zeile = db.session.query(Durchsicht).one()
    assert (zeile.person_id, zeile.trainer_id) == (lotse.id, trainer.id)
    nachricht = db.session.query(Nachricht).one()
    assert (nachricht.person_id, nachricht.vorlage) == (lotse.id, "durchsicht")
    assert "Sehr" not in str(nachricht.daten)
    assert db.session.query(Protokolleintrag).one().akt == "durchsicht"


def test_a_double_click_is_one_durchsicht_and_another_day_a_second_one(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/personen/{lotse.id}/durchsicht"
    for _ in range(2):
        gast.sende(pfad, notiz="Gut.")
    assert db.session.query(Durchsicht).count() == 1
    assert db.session.query(Nachricht).count() == 1
    with transaktion():
        db.session.query(Durchsicht).update({"am": clock.jetzt() - timedelta(days=2)})
    gast.sende(pfad, notiz="Gut.")
    assert db.session.query(Durchsicht).count() == 2


def test_nobody_reviews_the_own_progress(besuch: Besucher, ort: Standort, katalog: Katalog) -> None:
    beides = mache_person(Rolle.TRAINER, ort)
    mache_gruppe(ort, beides, (beides,))
    text = (
        besuch()
        .melde_an(beides)
        .sende(f"/begleitung/personen/{beides.id}/durchsicht", status=409, notiz="")
    )
    assert "niemand selbst durchsehen" in text
    assert db.session.query(Durchsicht).count() == 0


def test_a_note_that_is_too_long_comes_back_as_it_was_typed(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    text = (
        besuch()
        .melde_an(trainer)
        .sende(
            f"/begleitung/personen/{lotse.id}/durchsicht", status=422, notiz="Anfang" + "x" * 2000
        )
    )
    assert "Bitte höchstens 2000 Zeichen." in text
    assert "Anfangxxx" in text


def test_the_page_and_the_act_stay_within_their_budgets(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    for stelle in "123":
        mache_reflexion(lotse, stelle=stelle)
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/personen/{lotse.id}/")
    with count_queries() as sql:
        gast.oeffne(f"/begleitung/personen/{lotse.id}/")
    assert len(sql) <= 6, sql
    token = gast.csrf_token()
    with count_queries() as sql:
        gast.post(f"/begleitung/personen/{lotse.id}/durchsicht", notiz="x", csrf_token=token)
    assert len(sql) <= 10, sql
