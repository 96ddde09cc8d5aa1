"""The lists of the Koordination: hits, order, pages both ways, and what stands in which state."""

from collections.abc import Callable

import pytest
from lxml.html import fromstring

from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.standort import Standort
from tests.fabrik import mache_gruppe, mache_person, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch
from tests.viele import mache_viele_lotsen

Besucher = Callable[[], Besuch]


@pytest.fixture
def ort(app: object) -> Standort:
    return mache_standort()


@pytest.fixture
def gast(besuch: Besucher, ort: Standort) -> Besuch:
    return besuch().melde_an(mache_person(Rolle.KOORDINATION, ort, nachname="Vogel"))


def _zahlen(gast: Besuch) -> list[list[str]]:
    """The rows of the table under the picture of the states."""
    figur = fromstring(gast.html).xpath("//figure[@aria-labelledby='staende-titel']")[0]
    return [[z.text_content().strip() for z in reihe] for reihe in next(figur.iter("tbody"))]


def test_the_list_says_how_many_and_how_they_are_sorted_on_every_page(
    gast: Besuch, ort: Standort
) -> None:
    mache_viele_lotsen(spiele_beispiel_ein(), ort, 60)
    assert "60 Personen, sortiert nach Nachnamen" in gast.oeffne("/koordination/?stand=laeuft")
    assert "Zum Anfang der Liste" not in gast.text
    gast.klicke("Weitere anzeigen")
    assert "60 Personen" in gast.text
    assert gast.link("Zum Anfang der Liste") == "/koordination/?stand=laeuft"


def test_the_picture_shows_how_many_are_in_which_state(gast: Besuch, ort: Standort) -> None:
    spiele_beispiel_ein()
    lotsen: list[Person] = [mache_person(standort=ort) for _ in range(3)]
    setze_stand(lotsen[0], QualifizierungStand.BESTAETIGT)
    gast.oeffne("/koordination/")
    assert _zahlen(gast) == [["alle", "1", "0", "2", "0"]]


def test_the_verwaltung_sees_the_states_of_each_standort_and_no_name(
    besuch: Besucher, ort: Standort
) -> None:
    spiele_beispiel_ein()
    lotse = mache_person(standort=ort, nachname="Geheim")
    setze_stand(lotse, QualifizierungStand.VOLLSTAENDIG)
    gast = besuch().melde_an(mache_person(Rolle.VERWALTUNG))
    gast.oeffne("/verwaltung/")
    assert _zahlen(gast) == [[ort.name, "0", "1", "0", "0"]]
    assert "Geheim" not in gast.html


def test_the_verwaltung_counts_the_people_that_fit(besuch: Besucher, ort: Standort) -> None:
    spiele_beispiel_ein()
    for _ in range(3):
        mache_person(standort=ort)
    gast = besuch().melde_an(mache_person(Rolle.VERWALTUNG))
    assert "3 Personen, sortiert" in gast.oeffne("/verwaltung/personen/?rolle=lotse")


def test_taking_somebody_in_keeps_the_search(gast: Besuch, ort: Standort) -> None:
    spiele_beispiel_ein()
    for name in ("Yıldız", "Yılmaz"):
        mache_person(standort=ort, nachname=name)
    gruppe = mache_gruppe(ort)
    gast.oeffne(f"/koordination/gruppen/{gruppe.id}/?suche=yil")
    gast.druecke("Aufnehmen")
    assert "2 Personen, sortiert" in gast.text
    assert "ist schon dabei" in gast.text
    gast.druecke("Aufnehmen")
    assert gast.text.count("ist schon dabei") == 2
