"""The frame of every page: language, title, demo banner, the quiet page, the error page."""

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask, render_template, render_template_string
from flask_babel import force_locale

pytestmark = pytest.mark.usefixtures("anfrage")

SEITE = '{% extends "base.html" %}{% block titel %}Mein Lernweg{% endblock %}'
LERNWEG = SimpleNamespace(text="Lernweg", url="/lernen/", aktiv=True)
AMIRA = SimpleNamespace(person_id=7, vorname="Amira", name="Amira <Haddad>")


@pytest.fixture
def anfrage(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def _seite(quelle: str = SEITE, **werte: Any) -> str:
    return render_template_string(quelle, **werte)


def test_it_says_its_language_and_direction() -> None:
    assert 'lang="de"' in _seite()
    assert 'dir="ltr"' in _seite()
    with force_locale("ar"):
        assert 'dir="rtl"' in _seite()


def test_the_title_names_page_and_platform() -> None:
    assert "<title>Mein Lernweg · Lotsen lernen</title>" in _seite()


def test_the_title_says_when_a_form_came_back() -> None:
    form = SimpleNamespace(errors={"kennung": ["fehlt"]})
    assert "<title>Fehler: Mein Lernweg ·" in _seite(form=form)


def test_the_present_area_is_marked_and_the_present_page_even_more(app: Flask) -> None:
    marke = r'<a href="/lernen/"\s+aria-current="(\w+)">Lernweg</a>'
    for pfad, erwartet in (("/lernen/", "page"), ("/lernen/modul/x/", "true")):
        with app.test_request_context(pfad):
            assert re.findall(marke, _seite(navigation=[LERNWEG])) == [erwartet]


def test_a_quiet_page_has_a_pause_and_no_navigation() -> None:
    ruhig = SEITE.replace(
        "{% block", "{% set konzentriert = true %}{% set pause_url = '/lernen/' %}{% block", 1
    )
    html = _seite(ruhig, navigation=[LERNWEG], angemeldet=AMIRA)
    assert "Pause machen" in html
    assert "Lernweg</a>" not in html
    assert "lp-abmelden" not in html


def test_who_is_signed_in_can_leave_by_post() -> None:
    html = _seite(angemeldet=AMIRA)
    assert re.search(r'<form[^>]*method="post"[^>]*action="/logout"', html)
    assert "Amira &lt;Haddad&gt;" in html
    assert "Abmelden" not in _seite(angemeldet=None)


def test_the_foot_leads_to_what_the_law_asks_for() -> None:
    html = _seite()
    for ziel in ("/datenschutz/", "/impressum/", "/barrierefreiheit/", "/pruefen/"):
        assert f'href="{ziel}"' in html


def test_only_the_demo_says_that_it_is_one(app: Flask) -> None:
    satz = "Dies ist eine Demo. Alle Personen sind erfunden."
    banner = app.jinja_env.get_template("components/demobanner.html")
    assert satz not in banner.render(config={"DEMO": False}, postfach_url=None)
    assert satz in banner.render(config={"DEMO": True}, postfach_url=None)
    assert "href" not in banner.render(config={"DEMO": True}, postfach_url=None)
    assert 'href="/post"' in banner.render(config={"DEMO": True}, postfach_url="/post")


def test_the_error_page_needs_nobody_and_no_navigation() -> None:
    html = render_template(
        "fehler/fehler.html", titel="Nicht bereit", saetze=["Bitte später."], nummer="7f3a"
    )
    assert "<h1>Nicht bereit</h1>" in html
    assert "Bitte später." in html
    assert "7f3a" in html
    assert "Zur Startseite" in html
