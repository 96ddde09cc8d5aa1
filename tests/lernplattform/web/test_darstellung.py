"""Light and dark: the server sets it, so no page flashes in the wrong one."""

import re

import pytest
from flask import Flask

from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite


def _waehle(besuch: Besuch, wert: str, von: str = "http://localhost/login") -> str:
    antwort = besuch.client.post(
        "/darstellung",
        data={"csrf_token": besuch.csrf_token(), "darstellung": wert},
        headers={"Referer": von},
    )
    assert antwort.status_code == 303
    return str(antwort.headers["Location"])


def _thema(besuch: Besuch) -> str | None:
    besuch.oeffne("/login")
    treffer = re.search(r'data-kern-theme="(\w+)"', besuch.html)
    return treffer[1] if treffer else None


@pytest.fixture
def gast(app: Flask) -> Besuch:
    return Besuch(app)


def test_without_a_choice_the_device_decides(gast: Besuch) -> None:
    assert _thema(gast) is None
    assert '<meta name="color-scheme" content="light dark">' in gast.html
    assert len(re.findall('<meta name="theme-color"', gast.html)) == 2


@pytest.mark.parametrize(("wert", "thema"), [("hell", "light"), ("dunkel", "dark")])
def test_a_choice_stays_and_is_marked(gast: Besuch, wert: str, thema: str) -> None:
    _waehle(gast, wert)
    assert _thema(gast) == thema
    assert f'<meta name="color-scheme" content="{thema}">' in gast.html
    assert len(re.findall('<meta name="theme-color"', gast.html)) == 1
    assert re.search(rf'value="{wert}"\s+aria-pressed="true"', gast.html)


@pytest.mark.parametrize("wert", ["geraet", "", "lila"])
def test_anything_else_gives_it_back_to_the_device(gast: Besuch, wert: str) -> None:
    _waehle(gast, "dunkel")
    _waehle(gast, wert)
    assert _thema(gast) is None


@pytest.mark.parametrize(
    ("von", "ziel"),
    [
        ("http://localhost/login?next=/lernen/", "/login?next=/lernen/"),
        ("http://localhost/logout", "/"),
        ("http://localhost/gibt-es-nicht", "/"),
        ("http://anderswo.example/login", "/"),
        ("http://localhost//anderswo.example/", "/"),
        ("", "/"),
    ],
)
def test_it_leads_back_to_the_page_where_the_switch_stood(
    gast: Besuch, von: str, ziel: str
) -> None:
    assert _waehle(gast, "dunkel", von) == ziel


def test_the_cookie_is_for_this_site_alone_and_no_script_reads_it(gast: Besuch) -> None:
    antwort = gast.client.post(
        "/darstellung", data={"csrf_token": gast.csrf_token(), "darstellung": "hell"}
    )
    kopf = antwort.headers["Set-Cookie"]
    assert "HttpOnly" in kopf
    assert "SameSite=Lax" in kopf
