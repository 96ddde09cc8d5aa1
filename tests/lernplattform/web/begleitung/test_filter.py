"""The filters over the matrix, and the picture of the whole Kursgruppe under it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from lxml.html import fromstring

from kurse.katalog import Katalog
from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.standort import Standort
from tests.fabrik import mache_gruppe, mache_person, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein
from tests.lernstand import mache_durchlaeufe, mache_fortschritt
from tests.seiten import Besuch
from tests.viele import mache_viele_lotsen
from tests.zaehlung import count_queries

Besucher = Callable[[], Besuch]


@pytest.fixture
def ort(app: object) -> Standort:
    return mache_standort()


@pytest.fixture
def trainer(ort: Standort) -> Person:
    return mache_person(Rolle.TRAINER, ort)


@pytest.fixture
def katalog(app: object) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def gruppe(ort: Standort, trainer: Person, katalog: Katalog) -> str:
    """The address of a Kursgruppe of four, each with another story."""
    namen = {"neu": "Ahmadi", "fest": "Becker-Öz", "voll": "Celik", "alt": "Dogan"}
    lotsen = {name: mache_person(standort=ort, nachname=nach) for name, nach in namen.items()}
    mache_durchlaeufe(katalog, lotsen["fest"], "erster-besuch", False, False, False)
    setze_stand(lotsen["voll"], QualifizierungStand.VOLLSTAENDIG)
    mache_fortschritt(lotsen["voll"], "ankommen", clock.jetzt())
    mache_fortschritt(lotsen["alt"], "ankommen", clock.jetzt() - timedelta(days=60))
    return f"/begleitung/gruppen/{mache_gruppe(ort, trainer, tuple(lotsen.values())).id}/"


def _namen(gast: Besuch) -> list[str]:
    return re.findall(r"<a[^>]*/begleitung/personen/\d+/[^>]*>Amira ([^<]+)</a>", _matrix(gast))


def _matrix(gast: Besuch) -> str:
    gefunden = re.search(r'id="treffer".*?</table>', gast.html, re.S)
    return gefunden[0] if gefunden else ""


@pytest.mark.parametrize(
    ("anfrage", "erwartet"),
    [
        ("", ["Ahmadi", "Becker-Öz", "Celik", "Dogan"]),
        ("?suche=beck", ["Becker-Öz"]),
        ("?suche=oz+amira", ["Becker-Öz"]),
        ("?suche=ecker", []),
        ("?zuletzt=noch_nicht", ["Ahmadi"]),
        ("?zuletzt=laenger", ["Dogan"]),
        ("?hinweis=fest", ["Becker-Öz"]),
        ("?hinweis=durchsicht", ["Celik"]),
        ("?hinweis=fest&zuletzt=laenger", []),
        ("?hinweis=quatsch&zuletzt=nie", ["Ahmadi", "Becker-Öz", "Celik", "Dogan"]),
    ],
)
def test_a_filter_leaves_who_fits(
    besuch: Besucher, trainer: Person, gruppe: str, anfrage: str, erwartet: list[str]
) -> None:
    gast = besuch().melde_an(trainer)
    gast.oeffne(gruppe + anfrage)
    assert _namen(gast) == erwartet


def test_it_says_how_many_there_are_and_in_which_order(
    besuch: Besucher, trainer: Person, gruppe: str
) -> None:
    text = besuch().melde_an(trainer).oeffne(gruppe + "?hinweis=fest")
    assert "1 Person, sortiert nach Nachnamen" in text


def test_nobody_fits_and_the_way_out_is_there(
    besuch: Besucher, trainer: Person, gruppe: str
) -> None:
    gast = besuch().melde_an(trainer)
    assert "Niemand passt zu dieser Auswahl" in gast.oeffne(gruppe + "?suche=niemand")
    gast.klicke("Alle zeigen")
    assert len(_namen(gast)) == 4


def test_the_picture_counts_everybody_whatever_the_filter_and_the_page(
    besuch: Besucher, trainer: Person, gruppe: str
) -> None:
    gast = besuch().melde_an(trainer)
    gast.oeffne(gruppe + "?suche=niemand")
    figur = fromstring(gast.html).xpath("//figure[@aria-labelledby='fortschritt-titel']")[0]
    erste = next(figur.iter("tbody"))[0]
    assert [zelle.text for zelle in erste.iter("td")] == ["2", "1", "1"]


def test_the_next_page_keeps_the_filter(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    lotsen = mache_viele_lotsen(katalog, ort, 120, je_gruppe=120)
    gruppe_id = db.session.query(Gruppenmitglied).filter_by(person_id=lotsen[0]).one().kursgruppe_id
    with transaktion():
        db.session.add(Gruppenleitung(kursgruppe_id=gruppe_id, person_id=trainer.id))
    gast = besuch().melde_an(trainer)
    gast.oeffne("/begleitung/")
    with count_queries() as sql:
        gast.oeffne(f"/begleitung/gruppen/{gruppe_id}/?suche=lotse")
    assert len(sql) <= 5, sql
    assert "120 Personen, sortiert" in gast.text
    assert "suche=lotse" in gast.link("Weitere anzeigen")
    gast.klicke("Weitere anzeigen")
    assert "suche=lotse" in gast.link("Zum Anfang der Liste")
