"""Every sentence of the shipped Notfallkarte is known to the catalogues."""

from flask import Flask

from kurse.laden import load_katalog
from lernplattform.web.oeffentlich.notruftexte import TEXTE, in_der_sprache


def test_the_shipped_card_holds_no_sentence_that_cannot_be_translated(app: Flask) -> None:
    with app.test_request_context():
        bekannt = {str(text) for text in TEXTE}
    katalog = load_katalog().katalog
    assert katalog is not None
    karte = katalog.notfallkarte
    assert {text for eine in karte for text in (eine.wofuer, eine.wann)} == bekannt


def test_what_a_traeger_wrote_stays_as_it_is(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "ar"}):
        assert in_der_sprache("Unser eigener Notdienst") == "Unser eigener Notdienst"
        assert in_der_sprache("Polizei") != "Polizei"
