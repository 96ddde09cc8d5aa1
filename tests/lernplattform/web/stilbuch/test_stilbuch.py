"""The living page shows what there is, and production does not have it."""

import re
from html import unescape
from typing import Any

import pytest
from flask import Flask
from jinja2 import nodes

from lernplattform.web.stilbuch.beispiele import BEISPIEL, THEMEN, ordner
from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite


@pytest.fixture
def app_config(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {"STILBUCH": getattr(request, "param", True)}


@pytest.mark.parametrize("app_config", [False], indirect=True)
def test_production_has_no_such_page(app: Flask) -> None:
    assert Besuch(app).client.get("/stilbuch/").status_code == 404
    assert "stilbuch" not in app.blueprints


def test_every_theme_and_every_example_is_on_the_page(app: Flask) -> None:
    besuch = Besuch(app)
    besuch.oeffne("/stilbuch/")
    dateien = {pfad.stem for pfad in ordner().glob("*.html")}
    assert dateien == {*THEMEN, "seite"}
    for thema in THEMEN:
        assert f'href="#{thema}"' in besuch.html
        assert f'id="{thema}"' in besuch.html
    texte = "".join(pfad.read_text(encoding="utf-8") for pfad in ordner().glob("*.html"))
    namen = [treffer["name"] for treffer in BEISPIEL.finditer(texte)]
    assert re.findall(r"<h3>(.*?)</h3>\s*<div class=\"lp-stil-schau", besuch.html)
    assert all(f"<h3>{name}</h3>" in besuch.html for name in namen)


def test_the_source_of_an_example_is_what_was_rendered(app: Flask) -> None:
    besuch = Besuch(app)
    besuch.oeffne("/stilbuch/")
    quellen = [unescape(q) for q in re.findall(r"<code>(.*?)</code>", besuch.html, re.S)]
    hell = next(quelle for quelle in quellen if 'Weiterlernen"' in quelle)
    assert hell.startswith('{% from "components/knopf.html" import knopf %}')
    assert '<span class="kern-label">Weiterlernen</span>' in besuch.html


def test_every_macro_has_an_example(app: Flask) -> None:
    """Whoever writes a component shows it; templates/stilbuch/ is the place."""
    umgebung = app.jinja_env
    bausteine = ordner().parent / "components"
    makros = {
        (pfad.name, makro.name)
        for pfad in bausteine.glob("*.html")
        for makro in umgebung.parse(pfad.read_text(encoding="utf-8")).find_all(nodes.Macro)
        if not makro.name.startswith("_")
    }
    gezeigt = {
        (str(einfuhr.template.as_const()).removeprefix("components/"), name)
        for pfad in ordner().glob("*.html")
        for einfuhr in umgebung.parse(pfad.read_text(encoding="utf-8")).find_all(nodes.FromImport)
        for name in einfuhr.names
    }
    assert makros - gezeigt == set()
