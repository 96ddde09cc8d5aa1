"""The hint of the first visit: on each area's first page, until it is closed there."""

from collections.abc import Callable

import pytest

from lernplattform.models.person import Rolle
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]
SEITEN = [
    (Rolle.LOTSE, "lernen", "/lernen/", "Lernen als Lotsin oder Lotse"),
    (Rolle.TRAINER, "begleitung", "/begleitung/", "Gruppen begleiten"),
    (Rolle.KOORDINATION, "koordination", "/koordination/", "Einen Standort koordinieren"),
    (Rolle.VERWALTUNG, "verwaltung", "/verwaltung/", "Die Plattform verwalten"),
]


@pytest.mark.parametrize(("rolle", "bereich", "pfad", "hilfe"), SEITEN)
def test_it_stands_there_until_it_is_closed(
    besuch: Besucht, rolle: Rolle, bereich: str, pfad: str, hilfe: str
) -> None:
    spiele_beispiel_ein()
    person = mache_person(rolle)
    besucher = besuch().melde_an(person)
    assert "Neu hier?" in besucher.oeffne(pfad)
    antwort = besucher.post(f"/konto/hinweise/{bereich}")
    assert antwort.status_code == 303
    assert antwort.headers["Location"] == f"{pfad}#titel"
    assert "Neu hier?" not in besucher.oeffne(pfad)
    assert "Neu hier?" not in besuch().melde_an(person).oeffne(pfad)


@pytest.mark.parametrize(("rolle", "bereich", "pfad", "hilfe"), SEITEN)
def test_it_leads_to_the_help_of_the_role(
    besuch: Besucht, rolle: Rolle, bereich: str, pfad: str, hilfe: str
) -> None:
    spiele_beispiel_ein()
    besucher = besuch().melde_an(mache_person(rolle))
    besucher.oeffne(pfad)
    assert hilfe in besucher.klicke("Hilfe")


def test_the_button_on_the_page_closes_it(besuch: Besucht) -> None:
    spiele_beispiel_ein()
    besucher = besuch().melde_an(mache_person())
    besucher.oeffne("/lernen/")
    assert "Neu hier?" not in besucher.druecke("Hinweis schließen")


def test_there_are_no_other_hints(besuch: Besucht) -> None:
    besucher = besuch().melde_an(mache_person())
    assert besucher.post("/konto/hinweise/konto").status_code == 404


def test_closing_stays_within_the_budget(besuch: Besucht) -> None:
    besucher = besuch().melde_an(mache_person())
    token = besucher.csrf_token()
    with count_queries() as sql:
        besucher.post("/konto/hinweise/lernen", csrf_token=token)
    assert len(sql) <= 4, sql
