"""Every error has a page that says what happened and leads on; none says how we are built."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, abort
from sqlalchemy import text

from lernplattform.core.db import db
from lernplattform.core.errors import (
    EingabeUngueltig,
    KeinRecht,
    Konflikt,
    NichtBereit,
    NichtGefunden,
    ZuVieleVersuche,
)
from lernplattform.web.fehlertexte import TITEL
from lernplattform.web.zugang import oeffentlich
from tests.fabrik import mache_person
from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite

FEHLER: dict[int, Callable[[], Exception]] = {
    403: KeinRecht,
    404: NichtGefunden,
    409: lambda: Konflikt("unbekannt"),
    422: lambda: EingabeUngueltig("feld", "code"),
    429: lambda: ZuVieleVersuche(300),
    500: lambda: RuntimeError("geheim: SELECT * FROM person"),
    503: NichtBereit,
}
VERRAET = re.compile(r"Traceback|SELECT|File &#34;|/lernplattform/|geheim")


@pytest.fixture
def scheitert(app: Flask) -> Flask:
    """`/scheitert/<status>` fails in the way that leads to this status."""

    @oeffentlich
    def scheitern(status: int) -> Any:
        if status not in FEHLER:
            abort(status)
        raise FEHLER[status]()

    app.add_url_rule("/scheitert/<int:status>", view_func=scheitern, methods=["GET"])
    return app


@pytest.mark.parametrize("status", sorted(TITEL))
@pytest.mark.parametrize("angemeldet", [False, True])
def test_every_error_has_its_own_page_with_a_way_on(
    scheitert: Flask, status: int, angemeldet: bool
) -> None:
    besuch = Besuch(scheitert)
    if angemeldet:
        besuch.melde_an(mache_person())
    besuch.oeffne(f"/scheitert/{status}", status)
    assert f"<h1>{TITEL[status]}</h1>" in besuch.html
    assert re.search(r'<div class="lp-knoepfe">\s*<a class="[^"]*primary', besuch.html)
    assert not VERRAET.search(besuch.html)


def test_an_error_without_words_of_its_own_is_not_called_ours(scheitert: Flask) -> None:
    besuch = Besuch(scheitert)
    besuch.oeffne("/scheitert/415", 415)
    assert f"<h1>{TITEL[400]}</h1>" in besuch.html


@pytest.mark.parametrize("status", [500, 503])
def test_our_own_failure_is_told_without_the_person_and_with_a_number(
    scheitert: Flask, status: int
) -> None:
    besuch = Besuch(scheitert).melde_an(mache_person())
    besuch.oeffne(f"/scheitert/{status}", status)
    assert "Abmelden" not in besuch.html
    assert "Hauptnavigation" not in besuch.html
    assert re.search(r"nennen Sie diese Nummer: [0-9a-f]{16}", besuch.html)
    assert f'href="/scheitert/{status}"' in besuch.html


def test_while_sessions_cannot_be_read_even_an_unknown_address_gets_a_page(app: Flask) -> None:
    besuch = Besuch(app).melde_an(mache_person())
    with db.engine.begin() as verbindung:
        verbindung.execute(text("DROP TABLE sitzung"))
    antwort = besuch.client.get("/gibt-es-nicht")
    assert antwort.status_code in {500, 503}
    assert "Noch einmal versuchen" in antwort.text
    assert not VERRAET.search(antwort.text)


@pytest.mark.parametrize(
    ("warten", "satz"),
    [(20, "Bitte warten Sie 1 Minute."), (60, "1 Minute."), (301, "Bitte warten Sie 6 Minuten.")],
)
def test_who_must_wait_is_told_how_long(app: Flask, warten: int, satz: str) -> None:
    @oeffentlich
    def warte() -> Any:
        raise ZuVieleVersuche(warten)

    app.add_url_rule("/warte", view_func=warte)
    antwort = app.test_client().get("/warte")
    assert satz in antwort.text
    assert antwort.headers["Retry-After"] == str(warten)


def test_a_page_that_is_not_ready_says_when_to_come_back(scheitert: Flask) -> None:
    assert scheitert.test_client().get("/scheitert/503").headers["Retry-After"] == "60"


def test_what_was_sent_too_late_leads_back_to_the_page(app: Flask) -> None:
    antwort = app.test_client().post("/login", headers={"Referer": "http://localhost/pruefen/"})
    assert antwort.status_code == 400
    assert "Die Seite war zu lange offen." in antwort.text
    assert re.search(r'primary"\s+href="/pruefen/"', antwort.text)


def test_too_much_is_refused_with_a_page(app: Flask) -> None:
    besuch = Besuch(app)
    token = besuch.csrf_token()
    antwort = besuch.client.post("/login", data={"csrf_token": token, "kennung": "x" * 2**20})
    assert antwort.status_code == 413
    assert str(TITEL[413]) in antwort.text


def test_a_wrong_method_says_which_ones_go(app: Flask) -> None:
    antwort = app.test_client().get("/logout")
    assert antwort.status_code == 405
    assert "POST" in antwort.headers["Allow"]
