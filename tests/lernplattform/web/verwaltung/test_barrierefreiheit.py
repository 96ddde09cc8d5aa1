"""The Verwaltung writes the accessibility statement, and reads and settles reports."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from lxml.html import fromstring

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person, Rolle
from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.barrierefreiheit import lies_barrierelage, lies_erklaerung
from lernplattform.queries.barrierevorgabe import VORGABE
from lernplattform.services.barrierefreiheit import melde_barriere
from lernplattform.services.rechtstexte import setze_rechtstext
from tests.fabrik import PASSWORT, mache_person
from tests.rechtsseiten import fuelle_rechtsseiten
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]
PFAD = "/verwaltung/rechtstexte/barrierefreiheit/"
KONTAKT = {"traeger": "Verein für alle e. V.", "email": "barrieren@test.example"}


@pytest.fixture
def verwaltung(besuch: Besucht) -> Person:
    return mache_person(Rolle.VERWALTUNG)


@pytest.fixture
def gast(besuch: Besucht, verwaltung: Person) -> Besuch:
    return besuch().melde_an(verwaltung)


def test_the_form_is_filled_in_but_for_the_contact(gast: Besuch) -> None:
    text = gast.oeffne(PFAD)
    assert "Noch nicht gespeichert" in text
    assert VORGABE.durchsetzung_email in gast.html
    text = gast.druecke("Speichern", 422)
    assert "Name des Trägers: Bitte füllen Sie dieses Feld aus." in text
    text = gast.druecke("Speichern", 422, traeger="Verein für alle e. V.")
    assert "Bitte geben Sie eine E-Mail-Adresse oder eine Telefonnummer an." in text
    gast.druecke("Speichern", **KONTAKT)
    erklaerung = lies_erklaerung()
    assert erklaerung is not None
    assert erklaerung.ausnahmen == VORGABE.ausnahmen
    assert erklaerung.traeger == KONTAKT["traeger"]


def test_until_the_contact_is_there_lotsen_cannot_sign_in(
    gast: Besuch, besuch: Besucht, verwaltung: Person
) -> None:
    fuelle_rechtsseiten(verwaltung)
    lotsin = mache_person()
    anmeldung = {"kennung": lotsin.email, "passwort": PASSWORT}
    assert besuch().post("/login", **anmeldung).status_code == 303
    with transaktion():
        db.session.execute(db.text("DELETE FROM barriereerklaerung"))
    assert besuch().post("/login", **anmeldung).status_code == 409
    gast.oeffne(PFAD)
    gast.druecke("Speichern", **KONTAKT)
    assert besuch().post("/login", **anmeldung).status_code == 303


def test_what_was_written_as_free_text_becomes_the_additional_notes(
    gast: Besuch, besuch: Besucht, verwaltung: Person
) -> None:
    with transaktion():
        setze_rechtstext(
            Rechtsseite.BARRIEREFREIHEIT, "Unser Text.", clock.jetzt(), von_id=verwaltung.id
        )
    assert "Unser Text." in gast.oeffne(PFAD)
    gast.druecke("Speichern", **KONTAKT)
    assert "Unser Text." in besuch().oeffne("/barrierefreiheit/")


def test_an_entry_is_added_in_the_empty_fields_and_struck_by_emptying_it(gast: Besuch) -> None:
    gast.oeffne(PFAD)
    neu = len(VORGABE.ausnahmen)
    zeile = {
        f"ausnahmen-{neu}-inhalt": "Alte Lehrvideos",
        f"ausnahmen-{neu}-art": "ausserhalb",
    }
    text = gast.druecke("Speichern", 422, **KONTAKT, **zeile)
    assert "Warum?: " not in text  # a question mark is enough
    assert "Bitte schreiben Sie kurz, warum." in text
    gast.druecke("Speichern", **{f"ausnahmen-{neu}-grund": "Vor 2020 gedreht"})
    gast.oeffne(PFAD)
    leer = {f"ausnahmen-0-{feld}": "" for feld in ("inhalt", "grund", "alternative")}
    gast.druecke("Speichern", **leer)
    erklaerung = lies_erklaerung()
    assert erklaerung is not None
    assert [a.inhalt for a in erklaerung.ausnahmen] == [
        *(a.inhalt for a in VORGABE.ausnahmen[1:]),
        "Alte Lehrvideos",
    ]


@pytest.mark.parametrize("adresse", ["javascript:alert(1)", "video.example", "ftp://x.example/"])
def test_a_video_has_an_address_of_the_web(gast: Besuch, adresse: str) -> None:
    gast.oeffne(PFAD)
    text = gast.druecke("Speichern", 422, **KONTAKT, gebaerdensprache_url=adresse)
    assert "Bitte eine ganze Adresse, die mit https:// beginnt." in text


def test_a_year_after_the_last_check_the_verwaltung_is_told(
    besuch: Besucht, verwaltung: Person
) -> None:
    jetzt = clock.jetzt()
    fuelle_rechtsseiten(verwaltung, jetzt)
    seiten = ("/verwaltung/", "/verwaltung/rechtstexte/", PFAD)
    for tage, faellig in ((300, False), (367, True)):
        with time_machine.travel(jetzt + timedelta(days=tage)):
            gast = besuch().melde_an(verwaltung)
            for seite in seiten:
                assert ("Eine neue Prüfung ist fällig" in gast.oeffne(seite)) == faellig, seite


def test_reports_are_read_and_settled(gast: Besuch) -> None:
    assert "Gerade wartet keine Meldung." in gast.oeffne(f"{PFAD}meldungen/")
    with transaktion():
        melde_barriere(
            "Der Knopf <b>ist</b> zu klein.", "/lernen/", "a@test.example", clock.jetzt()
        )
    text = gast.oeffne(f"{PFAD}meldungen/")
    assert "Der Knopf <b>ist</b> zu klein." in text
    assert "a@test.example" in text
    text = gast.druecke("Erledigt")
    assert "Die Meldung ist erledigt." in text
    assert "Gerade wartet keine Meldung." in text
    assert "Der Knopf <b>ist</b> zu klein." in text


def test_the_verwaltung_is_told_how_many_reports_wait(gast: Besuch) -> None:
    seiten = ("/verwaltung/", "/verwaltung/rechtstexte/")
    for seite in seiten:
        assert "auf Antwort" not in gast.oeffne(seite)
    for anzahl, satz in enumerate(
        ("1 gemeldete Barriere wartet auf Antwort", "2 gemeldete Barrieren warten auf Antwort"), 1
    ):
        with transaktion():
            melde_barriere("Der Knopf ist zu klein.", "/lernen/", "", clock.jetzt())
        assert lies_barrierelage(clock.jetzt()).offen == anzahl
        for seite in seiten:
            assert satz in gast.oeffne(seite)
            assert gast.link("Gemeldete Barrieren") == f"{PFAD}meldungen/"
    gast.oeffne(f"{PFAD}meldungen/")
    gast.druecke("Erledigt")
    gast.druecke("Erledigt")
    for seite in seiten:
        assert "auf Antwort" not in gast.oeffne(seite)


def test_the_statement_and_the_reports_lie_under_the_legal_texts(gast: Besuch) -> None:
    for seite in (PFAD, f"{PFAD}meldungen/"):
        gast.oeffne(seite)
        hier = fromstring(gast.html).xpath("//nav//a[@aria-current]")
        assert {verweis.get("href") for verweis in hier} == {"/verwaltung/rechtstexte/"}


def test_the_list_of_reports_stays_cheap(gast: Besuch) -> None:
    with transaktion():
        for nr in range(250):
            melde_barriere(f"Nummer {nr}", "", "", clock.jetzt())
    with count_queries() as sql:
        text = gast.oeffne(f"{PFAD}meldungen/")
    assert len(sql) <= 6, sql
    assert "Nummer 0 " in text
    assert "Nummer 249" not in text


def test_the_errors_are_listed_in_the_order_of_the_page(gast: Besuch) -> None:
    gast.oeffne(PFAD)
    gast.druecke("Speichern", 422, erstellt_am="", durchsetzungsstelle="", telefon="")
    summe = gast.html.split("lp-fehlersumme")[1].split("</ul>")[0]
    felder = ("traeger", "erstellt_am", "durchsetzungsstelle")
    stellen = [summe.index(f'href="#{feld}"') for feld in felder]
    assert stellen == sorted(stellen)
