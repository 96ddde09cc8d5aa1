"""The accessibility statement as anybody reads it, and how a barrier is reported."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from lxml.html import fromstring

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.barrierefreiheit import Ausnahmegrund, Barrieremeldung, Vereinbarkeit
from lernplattform.models.person import Rolle
from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.barrierefreiheit import Ausnahme, Erklaerung
from lernplattform.services.barrierefreiheit import setze_erklaerung
from lernplattform.services.drossel import MELDEN_ADRESSE
from lernplattform.services.rechtstexte import setze_rechtstext
from lernplattform.web.oeffentlich.leicht import ABSCHNITTE
from tests.angemeldet import als
from tests.fabrik import mache_person
from tests.rechtsseiten import geprueft_am
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]


@pytest.fixture
def erklaere(app: Flask) -> Callable[..., Erklaerung]:
    verwaltung = als(mache_person(Rolle.VERWALTUNG))

    def mit(**felder: Any) -> Erklaerung:
        erklaerung = replace(geprueft_am(clock.jetzt()), **felder)
        with transaktion():
            setze_erklaerung(verwaltung, erklaerung, clock.jetzt())
        return erklaerung

    return mit


def test_it_has_every_part_that_the_law_asks_for(besuch: Besucht, erklaere: Any) -> None:
    erklaerung = erklaere(telefon="0611 123456", ergaenzung="Das Haus hat eine Rampe.")
    text = besuch().oeffne("/barrierefreiheit/")
    for teil in (
        "teilweise vereinbar",
        "HVBIT",
        "EN 301 549",
        "WCAG 2.1",
        "Selbstbewertung",
        "Erklärung erstellt am",
        "Zuletzt geprüft am",
        "barrieren@test.example",
        "0611 123456",
        "Durchsetzungs- und Überwachungsstelle",
        "35390 Gießen",
        "sechs Wochen",
        "Das Haus hat eine Rampe.",
        *(a.inhalt for a in erklaerung.ausnahmen),
        *(a.grund for a in erklaerung.ausnahmen),
        *(a.alternative for a in erklaerung.ausnahmen),
    ):
        assert teil in text, teil


def test_from_every_page_two_steps_lead_to_the_report_of_a_barrier(
    besuch: Besucht, erklaere: Any
) -> None:
    erklaere()
    besucher = besuch()
    besucher.oeffne("/pruefen/")
    besucher.klicke("Barriere melden")
    assert 'value="/pruefen/"' in besucher.html
    text = besucher.druecke("Absenden", text="Das Feld ist zu klein.", email="a@test.example")
    assert "Ihre Meldung ist angekommen." in text
    meldung = db.session.query(Barrieremeldung).one()
    assert (meldung.text, meldung.seite) == ("Das Feld ist zu klein.", "/pruefen/")
    assert meldung.email == "a@test.example"
    assert meldung.erledigt_am is None


@pytest.mark.parametrize("pfad", ["/einladung/geheimes-token", "/pruefen/ABCD-EFGH"])
def test_an_address_that_opens_something_is_not_handed_on(besuch: Besucht, pfad: str) -> None:
    besucher = besuch()
    besucher.antwort = besucher.client.get(pfad)
    assert besucher.link("Barriere melden") == "/barrierefreiheit/melden"


@pytest.mark.parametrize("seite", ["//boese.example", "https://boese.example", "\\boese", "x"])
def test_only_an_own_page_is_filled_in(besuch: Besucht, seite: str) -> None:
    besucher = besuch()
    besucher.client.get("/")
    besucher.antwort = besucher.client.get(
        "/barrierefreiheit/melden", query_string={"seite": seite}
    )
    assert fromstring(besucher.html).xpath("//input[@name='seite']/@value") == [""]


def test_what_is_missing_is_said_and_what_was_typed_stays(besuch: Besucht) -> None:
    besucher = besuch()
    besucher.oeffne("/barrierefreiheit/melden?seite=/lernen/")
    text = besucher.druecke("Absenden", 422, text=" ", email="ohne-at")
    assert "Bitte füllen Sie dieses Feld aus." in text
    assert "ob ein @ darin steht" in text
    assert 'value="ohne-at"' in besucher.html
    assert 'value="/lernen/"' in besucher.html
    assert db.session.query(Barrieremeldung).count() == 0


def test_reports_from_one_address_are_throttled_and_again_possible_later(besuch: Besucht) -> None:
    besucher = besuch()
    for _nr in range(MELDEN_ADRESSE.anzahl):
        assert besucher.post("/barrierefreiheit/melden", text="x").status_code == 303
    zu_viel = besucher.post("/barrierefreiheit/melden", text="x")
    assert zu_viel.status_code == 429
    assert int(zu_viel.headers["Retry-After"]) > 0
    with time_machine.travel(clock.jetzt() + timedelta(hours=1, seconds=1)):
        assert besucher.post("/barrierefreiheit/melden", text="x").status_code == 303


def test_a_report_needs_the_token_of_the_form(besuch: Besucht) -> None:
    antwort = besuch().post("/barrierefreiheit/melden", text="x", csrf_token="falsch")
    assert antwort.status_code == 400
    assert db.session.query(Barrieremeldung).count() == 0


def test_before_it_is_written_the_page_says_so_and_still_takes_reports(besuch: Besucht) -> None:
    von_id = mache_person(Rolle.VERWALTUNG).id
    with transaktion():
        setze_rechtstext(Rechtsseite.BARRIEREFREIHEIT, "Alter Text", clock.jetzt(), von_id=von_id)
    besucher = besuch()
    text = besucher.oeffne("/barrierefreiheit/")
    assert "noch nicht ausgefüllt" in text
    assert "Alter Text" in text
    assert besucher.link("Barriere melden") == "#melden"


def test_what_is_not_accessible_stands_under_its_kind(besuch: Besucht, erklaere: Any) -> None:
    zwei = (
        Ausnahme("Karte", Ausnahmegrund.AUSSERHALB, "Von anderen"),
        Ausnahme("Altes PDF", Ausnahmegrund.UNVEREINBAR, "Nicht getaggt"),
    )
    erklaere(ausnahmen=zwei)
    text = besuch().oeffne("/barrierefreiheit/")
    teile = ("Nicht mit den Anforderungen vereinbar", "Altes PDF", "Nicht von den", "Karte")
    stellen = [text.index(teil) for teil in teile]
    assert stellen == sorted(stellen)
    erklaere(ausnahmen=(), vereinbarkeit=Vereinbarkeit.VOLLSTAENDIG)
    text = besuch().oeffne("/barrierefreiheit/")
    assert "vollständig vereinbar" in text
    assert "Uns ist nichts bekannt, was nicht barrierefrei ist." in text


def test_the_place_for_gebaerdensprache_says_that_the_video_is_missing_until_there_is_one(
    besuch: Besucht, erklaere: Any
) -> None:
    erklaere()
    besucher = besuch()
    text = besucher.oeffne("/gebaerdensprache/")
    assert "Das Video in Deutscher Gebärdensprache fehlt noch." in text
    assert "barrieren@test.example" in text
    erklaere(gebaerdensprache_url="https://video.example/dgs")
    assert "fehlt noch" not in besucher.oeffne("/gebaerdensprache/")
    assert besucher.link("Video öffnen") == "https://video.example/dgs"


def test_leichte_sprache_is_german_in_every_language_and_says_that_nobody_checked_it(
    besuch: Besucht, erklaere: Any
) -> None:
    erklaere()
    besucher = besuch()
    text = besucher.oeffne("/leichte-sprache/")
    assert "Dieser Text wurde noch nicht geprüft." in text
    assert "35390 Gießen" in text
    assert '<div class="lp-text lp-leicht" lang="de" dir="ltr">' in besucher.html


def test_leichte_sprache_has_short_sentences_and_no_long_words() -> None:
    for abschnitt in ABSCHNITTE:
        for satz in (abschnitt.titel, *abschnitt.saetze, *abschnitt.liste, *abschnitt.danach):
            assert len(satz.split()) <= 12, satz
            assert "," not in satz, satz
            teile = re.split(r"[\s·\-]+", satz)
            assert max(len(re.sub(r"\W", "", teil)) for teil in teile) <= 13, satz


@pytest.mark.parametrize(
    "pfad",
    ["/barrierefreiheit/", "/barrierefreiheit/melden", "/leichte-sprache/", "/gebaerdensprache/"],
)
def test_reading_costs_little(besuch: Besucht, erklaere: Any, pfad: str) -> None:
    erklaere()
    besucher = besuch()
    with count_queries() as sql:
        besucher.oeffne(pfad)
    assert len(sql) <= 2, sql
