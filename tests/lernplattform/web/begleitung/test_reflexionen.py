"""Shared Reflexionen with an answer back; private ones never come out."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from kurse.katalog import Katalog
from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Reflexion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import Standort
from lernplattform.queries import reflexion as abfrage
from tests.fabrik import mache_gruppe, mache_person, mache_standort
from tests.katalog import spiele_beispiel_ein
from tests.lernstand import mache_reflexion
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


def test_shared_texts_are_listed_and_private_ones_never(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    mache_reflexion(lotse, "Das teile ich.", stelle="1")
    mache_reflexion(lotse, "Das bleibt bei mir.", geteilt=False, stelle="2")
    gast = besuch().melde_an(trainer)
    for pfad in ("/begleitung/reflexionen/", f"/begleitung/personen/{lotse.id}/"):
        text = gast.oeffne(pfad)
        assert "Das teile ich." in text
        assert "Das bleibt bei mir." not in text


def test_a_text_stands_with_the_question_that_it_answers(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    lektion = katalog.lektion("willkommen")
    assert lektion
    assert lektion.reflexionen
    mache_reflexion(lotse)
    gast = besuch().melde_an(trainer)
    gast.oeffne("/begleitung/reflexionen/")
    assert lektion.titel in gast.text
    assert lektion.reflexionen[0].html in gast.html


def test_the_list_is_empty_before_anybody_shares(
    besuch: Besucher, trainer: Person, katalog: Katalog
) -> None:
    text = besuch().melde_an(trainer).oeffne("/begleitung/reflexionen/")
    assert "Hier stehen bald geteilte Reflexionen" in text


def test_what_waits_comes_first(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    alte = mache_reflexion(lotse, "Die alte", stelle="1")
    mache_reflexion(lotse, "Die neue", stelle="2")
    gast = besuch().melde_an(trainer)
    text = gast.sende(f"/begleitung/reflexionen/{alte.id}/antwort", antwort="Danke dafür.")
    assert "Elif Kaya liest sie" in text
    assert text.index("Die neue") < text.index("Die alte")
    assert "Danke dafür." in text
    assert "Antwort von Jutta Kern" in text


def test_the_answered_stand_under_a_heading_of_their_own(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    fertige = [mache_reflexion(lotse, f"Gedanke {n}", stelle=str(n)) for n in range(3)]
    gast = besuch().melde_an(trainer)
    text = gast.oeffne("/begleitung/reflexionen/")
    assert "Ohne Antwort" in text
    assert "Beantwortet" not in text
    for reflexion in fertige[:2]:
        gast.sende(f"/begleitung/reflexionen/{reflexion.id}/antwort", antwort="Ja.")
    text = gast.oeffne("/begleitung/reflexionen/")
    worte = ("Ohne Antwort", "Gedanke 2", "Beantwortet", "Gedanke 1", "Gedanke 0")
    stellen = [text.index(wort) for wort in worte]
    assert stellen == sorted(stellen)


def test_an_answer_is_kept_with_its_author_and_sends_a_mail_without_the_text(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    reflexion = mache_reflexion(lotse)
    gast = besuch().melde_an(trainer)
    gast.sende(f"/begleitung/reflexionen/{reflexion.id}/antwort", antwort=" Ein guter Gedanke. ")
    gespeichert = db.session.get(Reflexion, reflexion.id, populate_existing=True)
    assert gespeichert
    assert gespeichert.antwort == "Ein guter Gedanke."
    assert gespeichert.beantwortet_von_id == trainer.id
    nachricht = db.session.query(Nachricht).one()
    assert (nachricht.person_id, nachricht.vorlage) == (lotse.id, "reflexion_beantwortet")
    assert "Gedanke" not in str(nachricht.daten)


def test_from_the_page_of_a_person_one_comes_back_there(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    reflexion = mache_reflexion(lotse)
    gast = besuch().melde_an(trainer)
    antwort = gast.post(
        f"/begleitung/reflexionen/{reflexion.id}/antwort", antwort="Ja.", zurueck="person"
    )
    assert antwort.status_code == 303
    assert antwort.headers["Location"].endswith(f"/begleitung/personen/{lotse.id}/")


def test_a_second_answer_is_refused_until_the_text_is_written_anew(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    reflexion = mache_reflexion(lotse)
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/reflexionen/{reflexion.id}/antwort"
    for _ in range(2):
        gast.sende(pfad, antwort="Erste")
    assert db.session.query(Nachricht).count() == 1
    text = gast.sende(pfad, status=409, antwort="Zweite")
    assert "inzwischen schon eine Antwort" in text
    with transaktion():
        db.session.query(Reflexion).update({"geaendert_am": clock.jetzt() + timedelta(seconds=1)})
    assert "seit der Antwort neu geschrieben" in gast.oeffne("/begleitung/reflexionen/")
    gast.sende(pfad, antwort="Zweite")
    assert db.session.query(Reflexion.antwort).scalar() == "Zweite"


def test_an_empty_answer_comes_back_with_the_form(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    reflexion = mache_reflexion(lotse)
    gast = besuch().melde_an(trainer)
    text = gast.sende(f"/begleitung/reflexionen/{reflexion.id}/antwort", status=422, antwort=" ")
    assert "Bitte füllen Sie dieses Feld aus." in text


def test_private_and_foreign_texts_cannot_be_answered(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    privat = mache_reflexion(lotse, geteilt=False)
    fremd = mache_reflexion(mache_person())
    gast = besuch().melde_an(trainer)
    for reflexion in (privat, fremd):
        gast.sende(f"/begleitung/reflexionen/{reflexion.id}/antwort", status=404, antwort="x")
    assert not db.session.query(Reflexion).filter(Reflexion.antwort != "").count()


def test_long_lists_come_page_by_page_without_a_gap(
    besuch: Besucher,
    trainer: Person,
    lotse: Person,
    katalog: Katalog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(abfrage, "SEITENLAENGE", 2)
    gast = besuch().melde_an(trainer)
    for n in range(5):
        reflexion = mache_reflexion(lotse, f"Gedanke {n}", stelle=str(n))
        if n in (0, 3):
            gast.sende(f"/begleitung/reflexionen/{reflexion.id}/antwort", antwort="Ja.")
    gesehen = []
    text = gast.oeffne("/begleitung/reflexionen/")
    for _ in range(3):
        gesehen += sorted(
            (text.index(g), g) for g in (f"Gedanke {n}" for n in range(5)) if g in text
        )
        if "Weitere anzeigen" in text:
            text = gast.oeffne(gast.link("Weitere anzeigen"))
    assert [g for _, g in gesehen] == [f"Gedanke {n}" for n in (1, 2, 4, 3, 0)]


def test_list_and_act_stay_within_their_budgets(
    besuch: Besucher, trainer: Person, lotse: Person, katalog: Katalog
) -> None:
    for n in range(20):
        reflexion = mache_reflexion(lotse, stelle=str(n))
    gast = besuch().melde_an(trainer)
    gast.oeffne("/begleitung/reflexionen/")
    with count_queries() as sql:
        gast.oeffne("/begleitung/reflexionen/")
    assert len(sql) <= 2, sql
    token = gast.csrf_token()
    with count_queries() as sql:
        gast.post(f"/begleitung/reflexionen/{reflexion.id}/antwort", antwort="x", csrf_token=token)
    assert len(sql) <= 10, sql
