"""Help is short, begins with what the reader does here, and all of its links lead somewhere."""

from collections.abc import Callable

import pytest
from lxml.html import fromstring

from lernplattform.models.person import Rolle
from lernplattform.web.oeffentlich.hilfe import TITEL
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite

Besucht = Callable[[], Besuch]


@pytest.mark.parametrize("thema", list(TITEL))
def test_a_page_has_at_most_300_words(besuch: Besucht, thema: str) -> None:
    besucher = besuch()
    besucher.oeffne(f"/hilfe/{thema}")
    (text,) = fromstring(besucher.html).xpath("//main//div[@class='lp-text']")
    worte = text.text_content().split()
    assert 60 <= len(worte) <= 300, len(worte)


@pytest.mark.parametrize("thema", list(TITEL))
def test_a_sentence_is_short(besuch: Besucht, thema: str) -> None:
    besucher = besuch()
    besucher.oeffne(f"/hilfe/{thema}")
    punkte = fromstring(besucher.html).xpath("//main//div[@class='lp-text']//li")
    assert punkte
    for punkt in punkte:
        for satz in punkt.text_content().replace("?", ".").split(". "):
            assert len(satz.split()) <= 15, satz


def test_a_guest_is_told_first_how_to_get_in(besuch: Besucht) -> None:
    besucher = besuch()
    besucher.oeffne("/")
    text = besucher.klicke("So geht es")
    assert "So kommen Sie hinein" in text
    for frage in ("Passwort vergessen?", "keine E-Mail-Adresse?", "Benutzen andere Ihr Handy"):
        assert frage in text


@pytest.mark.parametrize("rolle", list(Rolle))
def test_whoever_is_signed_in_begins_with_the_own_page(besuch: Besucht, rolle: Rolle) -> None:
    besucher = besuch().melde_an(mache_person(rolle))
    besucher.oeffne("/konto/")
    besucher.klicke("So geht es")
    seite = fromstring(besucher.html)
    assert seite.xpath("//h1/text()") == [str(TITEL[rolle.value])]
    erster = seite.xpath("//nav[@class='lp-hilfe-themen']//a")[0]
    assert erster.get("aria-current") == "page"


@pytest.mark.parametrize("thema", list(TITEL))
def test_its_links_lead_somewhere(besuch: Besucht, thema: str) -> None:
    spiele_beispiel_ein()
    rolle = Rolle(thema) if thema in set(Rolle) else Rolle.LOTSE
    besucher = besuch().melde_an(mache_person(rolle))
    besucher.oeffne(f"/hilfe/{thema}")
    ziele = fromstring(besucher.html).xpath("//main//a/@href")
    assert len(ziele) > len(TITEL)
    for ziel in ziele:
        besucher.oeffne(ziel)


def test_an_unknown_page_of_help_is_not_found(besuch: Besucht) -> None:
    besuch().oeffne("/hilfe/alles", status=404)
