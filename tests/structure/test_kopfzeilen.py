"""Security headers stand on every response, whatever its status."""

import pytest
from flask import Flask

from lernplattform.models.person import Rolle
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite

PFADE = ["/", "/login", "/gibt-es-nicht", "/static/css/grund.css", "/static/nein.css", "/healthz"]


@pytest.mark.parametrize("pfad", PFADE)
def test_the_headers_are_there_for_anybody(app: Flask, pfad: str) -> None:
    kopf = Besuch(app).client.get(pfad).headers
    csp = kopf["Content-Security-Policy"]
    assert "default-src 'self'" in csp
    assert "frame-ancestors 'none'" in csp
    assert "unsafe" not in csp
    assert kopf["X-Content-Type-Options"] == "nosniff"
    assert "max-age=63072000" in kopf["Strict-Transport-Security"]


@pytest.mark.parametrize("pfad", ["/lernen/", "/konto/", "/koordination/", "/gibt-es-nicht"])
def test_what_a_signed_in_person_sees_is_not_kept_by_the_browser(app: Flask, pfad: str) -> None:
    spiele_beispiel_ein()
    antwort = Besuch(app).melde_an(mache_person(Rolle.LOTSE)).client.get(pfad)
    assert antwort.headers["Cache-Control"] == "no-store"


def test_the_cookie_is_for_this_site_and_not_for_scripts(app: Flask) -> None:
    kopf = Besuch(app).client.get("/login").headers["Set-Cookie"]
    assert "HttpOnly" in kopf
    assert "SameSite=Lax" in kopf


@pytest.mark.parametrize("token", ["", "falsch"])
def test_a_post_without_its_token_changes_nothing(app: Flask, token: str) -> None:
    antwort = Besuch(app).client.post("/login", data={"csrf_token": token, "kennung": "x"})
    assert antwort.status_code == 400
    assert "Bitte laden Sie sie neu" in antwort.text
