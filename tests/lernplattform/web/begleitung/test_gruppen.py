"""The trainer's groups and the matrix: states and words, never choices, scores or hours."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from kurse.katalog import Katalog
from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Durchsicht
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.standort import Standort
from tests.fabrik import JETZT, mache_gruppe, mache_person, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein
from tests.lernstand import mache_durchlaeufe, mache_fortschritt, mache_reflexion
from tests.seiten import Besuch, sichtbarer_text
from tests.viele import mache_viele_lotsen
from tests.zaehlung import count_queries

Besucher = Callable[[], Besuch]


@pytest.fixture
def ort(app: object) -> Standort:
    return mache_standort()


@pytest.fixture
def trainer(ort: Standort) -> Person:
    return mache_person(Rolle.TRAINER, ort, vorname="Jutta", nachname="Kern")


@pytest.fixture
def katalog(app: object) -> Katalog:
    return spiele_beispiel_ein()


def _zeile(besuch: Besuch, name: str) -> str:
    """The text of the row of a person."""
    for zeile in re.findall(r"<tr[^>]*>(.*?)</tr>", besuch.html, re.S):
        if name in zeile:
            return sichtbarer_text(zeile)
    raise AssertionError(f"no row for {name}: {besuch.text[:1500]}")


def test_without_a_group_the_page_says_who_makes_one(besuch: Besucher, trainer: Person) -> None:
    text = besuch().melde_an(trainer).oeffne("/begleitung/")
    assert "Hier stehen bald Ihre Kursgruppen" in text
    assert "Koordination legt eine Kursgruppe an" in text


def test_a_group_says_how_many_people_what_waits_and_who_is_to_be_reviewed(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    eine, zweite, dritte = (mache_person(standort=ort) for _ in range(3))
    mache_gruppe(ort, trainer, (eine, zweite, dritte))
    mache_reflexion(eine)
    mache_reflexion(zweite, geteilt=False)
    setze_stand(zweite, QualifizierungStand.VOLLSTAENDIG)
    setze_stand(dritte, QualifizierungStand.VOLLSTAENDIG)
    with transaktion():
        db.session.add(Durchsicht(person_id=dritte.id, trainer_id=trainer.id, am=JETZT))
    gast = besuch().melde_an(trainer)
    text = gast.oeffne("/begleitung/")
    assert "3 Personen" in text
    assert "1 Reflexion wartet auf Antwort" in text
    text = gast.klicke("1 Durchsicht steht aus")
    assert "1 Person, sortiert nach Nachnamen" in text
    assert f"/begleitung/personen/{zweite.id}/" in gast.html


def test_the_matrix_has_a_word_for_every_state(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    lotse = mache_person(standort=ort, vorname="Bahar", nachname="Yıldız")
    gruppe = mache_gruppe(ort, trainer, (lotse,))
    mache_fortschritt(lotse, "ankommen", clock.jetzt())
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    zeile = _zeile(gast, "Bahar Yıldız")
    assert "✓ geschafft" in zeile
    assert "· noch nicht begonnen" in zeile
    assert "diese Woche" in zeile


def test_a_begun_szenario_makes_its_modul_begun(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    lotse = mache_person(standort=ort, nachname="Kaya")
    gruppe = mache_gruppe(ort, trainer, (lotse,))
    mache_durchlaeufe(katalog, lotse, "erster-besuch", None)
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    assert re.search(r"Kaya\W+begonnen\W+· noch nicht begonnen", _zeile(gast, "Kaya"))


@pytest.mark.parametrize(
    ("tage", "wort"), [(2, "diese Woche"), (20, "2 bis 4 Wochen"), (60, "länger")]
)
def test_the_last_activity_is_a_word_and_never_an_hour(
    besuch: Besucher,
    trainer: Person,
    ort: Standort,
    katalog: Katalog,
    tage: int,
    wort: str,
) -> None:
    lotse = mache_person(standort=ort, nachname="Kaya")
    gruppe = mache_gruppe(ort, trainer, (lotse,))
    am = clock.jetzt() - timedelta(days=tage)
    mache_fortschritt(lotse, "ankommen", am)
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    assert wort in _zeile(gast, "Kaya")
    assert not re.search(r"\d{1,2}[:.]\d\d\b|\bUhr\b", _zeile(gast, "Kaya"))


def test_who_has_not_begun_is_said_so(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    lotse = mache_person(standort=ort, nachname="Kaya")
    gruppe = mache_gruppe(ort, trainer, (lotse,))
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    assert "noch nicht –" in _zeile(gast, "Kaya")


def test_three_failed_durchlaeufe_name_the_modul_and_never_the_szenario(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    fest, zwei_mal, am_ende_geschafft = (
        mache_person(standort=ort, nachname=name) for name in ("Fest", "Zweimal", "Geschafft")
    )
    gruppe = mache_gruppe(ort, trainer, (fest, zwei_mal, am_ende_geschafft))
    mache_durchlaeufe(katalog, fest, "erster-besuch", False, False, False)
    mache_durchlaeufe(katalog, zwei_mal, "erster-besuch", False, False, None)
    mache_durchlaeufe(katalog, am_ende_geschafft, "erster-besuch", False, False, False, True)
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    assert "hängt fest: Modul 1" in _zeile(gast, "Fest")
    assert "hängt fest" not in _zeile(gast, "Zweimal")
    assert "hängt fest" not in _zeile(gast, "Geschafft")
    szenario = katalog.szenario("erster-besuch")
    assert szenario
    assert szenario.titel not in gast.html
    assert "dreimal oder öfter zu Ende gespielt und noch nie bestanden" in gast.text
    satz = re.search(r"Hier hängt jemand fest:(.*?)</p>", gast.html, re.S)
    assert satz
    assert re.findall(r"/begleitung/personen/(\d+)/", satz[1]) == [str(fest.id)]
    gast.oeffne("/begleitung/")
    assert "Gerade wartet nichts auf Sie" not in gast.text
    gast.klicke("1 Person hängt fest")
    assert "hängt fest: Modul 1" in _zeile(gast, "Fest")
    assert "Zweimal" not in gast.text


def test_the_rows_stand_in_german_order(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    namen = ["Zander", "Öztürk", "Ahmadi", "Otto"]
    lotsen = tuple(mache_person(standort=ort, nachname=name) for name in namen)
    gruppe = mache_gruppe(ort, trainer, lotsen)
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    stellen = [gast.html.index(name) for name in ("Ahmadi", "Otto", "Öztürk", "Zander")]
    assert stellen == sorted(stellen)


def test_the_matrix_shows_who_is_complete_and_when_somebody_reviewed(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    offen, durchgesehen = (mache_person(standort=ort, nachname=n) for n in ("Offen", "Gesehen"))
    gruppe = mache_gruppe(ort, trainer, (offen, durchgesehen))
    for lotse in (offen, durchgesehen):
        setze_stand(lotse, QualifizierungStand.VOLLSTAENDIG)
    with transaktion():
        db.session.add(Durchsicht(person_id=durchgesehen.id, trainer_id=trainer.id, am=JETZT))
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    assert "Durchsicht steht aus" in _zeile(gast, "Offen")
    assert "23. November 2026" in _zeile(gast, "Gesehen")


def test_somebody_elses_group_does_not_exist(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    kollegin = mache_person(Rolle.TRAINER, ort)
    gruppe = mache_gruppe(ort, kollegin)
    besuch().melde_an(trainer).oeffne(f"/begleitung/gruppen/{gruppe.id}/", status=404)
    fremd = mache_person(Rolle.TRAINER)
    besuch().melde_an(fremd).oeffne(f"/begleitung/gruppen/{gruppe.id}/", status=404)


def test_who_is_no_longer_trainer_at_the_standort_sees_its_groups_no_more(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    gruppe = mache_gruppe(ort, trainer)
    anderswo = mache_standort()
    with transaktion():
        db.session.query(Zustaendigkeit).filter_by(person_id=trainer.id).delete()
        db.session.add(
            Zustaendigkeit(person_id=trainer.id, rolle=Rolle.TRAINER, standort_id=anderswo.id)
        )
    assert db.session.get(Gruppenleitung, (gruppe.id, trainer.id))
    besuch().melde_an(trainer).oeffne(f"/begleitung/gruppen/{gruppe.id}/", status=404)


@pytest.mark.parametrize("rolle", [Rolle.LOTSE, Rolle.KOORDINATION, Rolle.VERWALTUNG])
def test_the_area_is_for_trainers_alone(besuch: Besucher, app: object, rolle: Rolle) -> None:
    gast = besuch().melde_an(mache_person(rolle))
    for pfad in ("/begleitung/", "/begleitung/gruppen/1/", "/begleitung/reflexionen/"):
        gast.oeffne(pfad, status=403)


@pytest.mark.parametrize("anzahl", [2, 40])
def test_the_matrix_asks_the_same_number_of_questions_however_many_people(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog, anzahl: int
) -> None:
    lotsen = tuple(mache_person(standort=ort) for _ in range(anzahl))
    gruppe = mache_gruppe(ort, trainer, lotsen)
    for lotse in lotsen:
        mache_fortschritt(lotse, "ankommen")
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    with count_queries() as sql:
        gast.oeffne(f"/begleitung/gruppen/{gruppe.id}/")
    assert len(sql) <= 5, sql
    with count_queries() as sql:
        gast.oeffne("/begleitung/")
    assert len(sql) <= 3, sql


@pytest.mark.parametrize("anzahl", [40, 4000])
def test_the_matrix_costs_the_same_on_a_platform_with_four_thousand_lotsen(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog, anzahl: int
) -> None:
    lotsen = mache_viele_lotsen(katalog, ort, anzahl)
    with transaktion():
        gruppe_id = db.session.query(Gruppenmitglied).filter_by(person_id=lotsen[-1]).one()
        gruppe_id = gruppe_id.kursgruppe_id
        db.session.add(Gruppenleitung(kursgruppe_id=gruppe_id, person_id=trainer.id))
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe_id}/")
    with count_queries() as sql:
        text = gast.oeffne(f"/begleitung/gruppen/{gruppe_id}/")
    assert len(sql) <= 5, sql
    assert "40 Personen" in text
    with count_queries() as sql:
        gast.oeffne("/begleitung/")
    assert len(sql) <= 3, sql


def test_two_hundred_people_come_in_two_pages_without_a_gap(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    lotsen = mache_viele_lotsen(katalog, ort, 200, je_gruppe=200)
    gruppe_id = db.session.query(Gruppenmitglied).filter_by(person_id=lotsen[0]).one().kursgruppe_id
    with transaktion():
        db.session.add(Gruppenleitung(kursgruppe_id=gruppe_id, person_id=trainer.id))
    gast = besuch().melde_an(trainer)
    gast.oeffne(f"/begleitung/gruppen/{gruppe_id}/")
    gesehen = re.findall(r"Viele\d{5}", gast.html)
    assert "200 Personen" in gast.text
    gast.oeffne(gast.link("Weitere anzeigen"))
    gesehen += re.findall(r"Viele\d{5}", gast.html)
    assert gesehen == [f"Viele{n:05}" for n in range(200)]
    assert "Weitere anzeigen" not in gast.text
    gast.klicke("Zum Anfang der Liste")
    assert "Viele00000" in gast.text
