"""The public check answers everybody and gives no name away."""

from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.qualifizierung import Bescheinigung
from lernplattform.queries.bescheinigung import normiere_nummer
from lernplattform.services.bescheinigung import ZEICHEN, neue_nummer
from tests.fabrik import JETZT
from tests.seiten import Besuch

Besucht = Callable[[], Besuch]
NUMMER = "ABCD-EFGH-JKLM-NPQR-STUV"


@pytest.fixture
def ausgestellt(app: Flask) -> None:
    with transaktion():
        db.session.add(
            Bescheinigung(
                nummer=NUMMER,
                schnappschuss={
                    "vorname": "Gül",
                    "nachname": "Öztürk",
                    "kurs": "Basisqualifizierung",
                },
                ausgestellt_am=JETZT,
            )
        )


@pytest.mark.usefixtures("ausgestellt")
@pytest.mark.parametrize("getippt", [NUMMER, "abcdefghjklmnpqrstuv", " abcd efgh-jklm npqr-stuv "])
def test_a_number_is_found_however_it_is_typed(besuch: Besucht, getippt: str) -> None:
    besucher = besuch()
    besucher.oeffne("/pruefen/")
    text = besucher.druecke("Prüfen", nummer=getippt)
    assert "echt und gültig" in text
    assert "Basisqualifizierung" in text
    assert "23. November 2026" in text
    assert "Öztürk" not in besucher.html


@pytest.mark.usefixtures("ausgestellt")
@pytest.mark.parametrize("name", ["Öztürk", "ozturk", "ÖZTÜRK "])
def test_the_surname_opens_the_full_name(besuch: Besucht, name: str) -> None:
    assert "Gül Öztürk" in besuch().sende(f"/pruefen/{NUMMER}", nachname=name)


@pytest.mark.usefixtures("ausgestellt")
def test_guessing_surnames_is_stopped(besuch: Besucht) -> None:
    besucher = besuch()
    token = besucher.csrf_token()
    for _ in range(60):
        besucher.post(f"/pruefen/{NUMMER}", nachname="Geraten", csrf_token=token)
    assert besucher.post(f"/pruefen/{NUMMER}", nachname="Öztürk").status_code == 429


@pytest.mark.parametrize("nummer", ["ABCD", "%F0%9F%98%80", "x" * 300])
def test_an_unknown_number_is_an_answer(app: Flask, besuch: Besucht, nummer: str) -> None:
    assert "unbekannt" in besuch().oeffne(f"/pruefen/{nummer}")


def test_an_empty_form_comes_back_with_a_message(app: Flask, besuch: Besucht) -> None:
    assert "Bitte füllen Sie dieses Feld aus." in besuch().sende("/pruefen/", 422, nummer="  ")


@pytest.mark.parametrize("getippt", [" - ", "abcd-efgh-jklm-npqr", "ABCD" * 6])
def test_a_number_of_another_length_comes_back_as_it_was_typed(
    app: Flask, besuch: Besucht, getippt: str
) -> None:
    besucher = besuch()
    assert "Die Nummer hat 20 Zeichen." in besucher.sende("/pruefen/", 422, nummer=getippt)
    assert f'value="{getippt.strip()}"' in besucher.html


@pytest.mark.usefixtures("ausgestellt")
def test_the_right_surname_does_not_make_a_revoked_paper_look_good(besuch: Besucht) -> None:
    besucher = besuch()
    assert "Gül Öztürk" in besucher.sende(f"/pruefen/{NUMMER}", nachname="Öztürk")
    assert "lp-hinweis-erfolg" in besucher.html
    with transaktion():
        db.session.query(Bescheinigung).one().widerrufen_am = JETZT
    assert "Gül Öztürk" in besucher.sende(f"/pruefen/{NUMMER}", nachname="Öztürk")
    assert "lp-hinweis-erfolg" not in besucher.html


def test_a_number_has_a_hundred_random_bits_in_signs_that_are_not_confused() -> None:
    nummern = {neue_nummer() for _ in range(200)}
    assert len(nummern) == 200
    assert len(ZEICHEN) == 32
    assert not set("IO01") & set(ZEICHEN)
    assert all(len(n.replace("-", "")) == 20 for n in nummern)


@given(st.text(max_size=40))
def test_a_number_in_its_form_keeps_it(getippt: str) -> None:
    assert normiere_nummer(normiere_nummer(getippt)) == normiere_nummer(getippt)
