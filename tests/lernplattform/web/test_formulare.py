"""What forms share: a rejected one says what is wrong and keeps what was chosen."""

import re

from flask import Flask

from lernplattform.models.person import Rolle
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch


def test_a_rejected_form_says_what_is_wrong_and_keeps_what_was_chosen(app: Flask) -> None:
    spiele_beispiel_ein()
    besuch = Besuch(app).melde_an(mache_person(Rolle.KOORDINATION))
    besuch.sende("/koordination/einladen", status=422, vorname="", rolle="trainer")
    assert "<title>Fehler: Einladen" in besuch.html
    assert 'href="#vorname"' in besuch.html
    assert re.search(r'<input[^>]*\bchecked\b[^>]*value="trainer"', besuch.html)
