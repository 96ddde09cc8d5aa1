from collections.abc import Iterator

import pytest
from flask import Flask
from flask_login import login_user
from markupsafe import escape

from kurse.regeln.qualifizierung import (
    ModulFehlt,
    ModulInVorbereitung,
    UeFehlen,
)
from kurse.regeln.seminarzugang import ModulNichtGeschafft
from lernplattform.queries.inhalt import live_katalogstand
from lernplattform.rechte import Angemeldet
from lernplattform.web.meldungen.voraussetzungen import satz_fuer
from tests.katalog import spiele_beispiel_ein

pytestmark = pytest.mark.nur_sqlite

ZWEI = ModulFehlt("ankommen", ("willkommen", "erster-besuch"))
UE = UeFehlen(haben=2, brauchen=8)


@pytest.fixture(autouse=True)
def _anfrage(app: Flask) -> Iterator[None]:
    spiele_beispiel_ein()
    stand = live_katalogstand()
    with app.test_request_context():
        login_user(Angemeldet(1, 1, "Amira", "Muster", "de", frozenset(), stand))
        yield


@pytest.mark.parametrize(
    ("fehlt", "satz"),
    [
        (ModulFehlt("ankommen", ("willkommen",)), "Im Modul „Gut ankommen“ fehlt noch 1 Schritt."),
        (ZWEI, "Im Modul „Gut ankommen“ fehlen noch 2 Schritte."),
        (
            ModulInVorbereitung("vertrauen"),
            "Das Modul „Vertrauen schützen“ schreiben wir noch. Sie müssen hier nur etwas warten.",
        ),
        (ModulFehlt("weg", ("x",)), "Im Modul „weg“ fehlt noch 1 Schritt."),
        (UE, "Es fehlen noch 6 UE in Präsenz. Dabei waren Sie 2 von 8 UE."),
        ("etwas Neues", "Es fehlt noch eine Voraussetzung."),
    ],
)
def test_each_missing_condition_is_a_sentence(fehlt, satz):
    assert escape(satz_fuer(fehlt)).striptags() == satz


def test_the_title_in_a_sentence_is_marked_as_german_and_nothing_in_it_is_markup():
    satz = satz_fuer(ModulNichtGeschafft("<b>", "Ruhe & <b>"))
    assert '„<bdi lang="de">Ruhe &amp; &lt;b&gt;</bdi>“' in escape(satz)
