"""One sheet and one script for all pages, put together from the files as they are."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lernplattform.web.geraet.buendel import BLAETTER, DRUCK, SKRIPTE

pytestmark = pytest.mark.nur_sqlite

STATIC = Path(__file__).resolve().parents[4] / "lernplattform" / "static"
VORLAGEN = STATIC.parent / "templates"
ARBEITER = "arbeiter"


def _adresse(client: FlaskClient, muster: str) -> str:
    fund = re.search(muster, client.get("/").text)
    assert fund
    return fund.group(1)


def test_every_sheet_and_script_is_loaded_somewhere() -> None:
    vorlagen = "".join(pfad.read_text(encoding="utf-8") for pfad in VORLAGEN.rglob("*.html"))
    for pfad in (*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js")):
        im_buendel = pfad.stem in {*BLAETTER, DRUCK, *SKRIPTE, ARBEITER}
        assert im_buendel or f"{pfad.parent.name}/{pfad.name}" in vorlagen, pfad.name


def test_the_sheets_come_in_order_and_those_for_paper_do_not_touch_the_screen(
    client: FlaskClient,
) -> None:
    stil = client.get(_adresse(client, r'href="(/stil\.css[^"]+)"')).text
    stellen = [stil.index((STATIC / f"css/{name}.css").read_text()[:60]) for name in BLAETTER]
    assert stellen == sorted(stellen)
    druck = (STATIC / f"css/{DRUCK}.css").read_text()[:60]
    assert stil.index(f"@media print {{\n{druck}") > max(stellen)
    assert stil.count("{") == stil.count("}")


def test_what_the_sheets_name_is_found_from_their_common_address(
    client: FlaskClient,
) -> None:
    ziele = re.findall(r'url\("([^"]+)"\)', client.get("/stil.css").text)
    assert len(ziele) >= 6
    for ziel in ziele:
        with client.get(ziel) as antwort:
            assert antwort.status_code == 200, ziel


def test_each_script_keeps_its_names_to_itself() -> None:
    for pfad in STATIC.glob("js/*.js"):
        text = re.sub(r"^/\*.*?\*/\s*", "", pfad.read_text(encoding="utf-8"), flags=re.DOTALL)
        if pfad.stem != ARBEITER:
            assert text.startswith("(() => {"), pfad.name
        assert '"use strict";' in text
        assert len(text.splitlines()) <= 150, pfad.name


def test_only_the_address_that_fits_the_content_is_kept_for_good(client: FlaskClient) -> None:
    skript = _adresse(client, r'src="(/skript\.js[^"]+)"')
    assert "immutable" in client.get(skript).headers["Cache-Control"]
    assert client.get("/skript.js?v=falsch").headers["Cache-Control"] == "no-cache"


def test_without_a_session_no_cookie_comes_with_them(app: Flask) -> None:
    assert "Set-Cookie" not in app.test_client().get("/stil.css").headers
