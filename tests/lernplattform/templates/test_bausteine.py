"""The macros that show things: what stands there for eyes also stands there for ears."""

from collections.abc import Iterator

import pytest
from flask import Flask, render_template_string
from markupsafe import Markup

from tests.seiten import sichtbarer_text

pytestmark = pytest.mark.usefixtures("anfrage")


@pytest.fixture
def anfrage(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def _zeige(datei: str, aufruf: str, **werte: object) -> str:
    makro = aufruf.split("(")[0]
    quelle = f'{{% from "components/{datei}.html" import {makro} %}}{{{{ {aufruf} }}}}'
    return render_template_string(quelle, **werte)


@pytest.mark.parametrize(
    ("zustand", "wort"),
    [
        ("fertig", "geschafft"),
        ("jetzt", "hier sind Sie"),
        ("offen", "offen"),
        ("spaeter", "noch nicht offen"),
    ],
)
def test_a_waypoint_says_its_state_in_words(zustand: str, wort: str) -> None:
    station = {"zustand": zustand, "nummer": 3, "titel": "Rolle", "url": None}
    assert f"({wort})" in _zeige("weg", "weg([s])", s=station)


def test_only_the_present_waypoint_is_the_current_step() -> None:
    stationen = [
        {"zustand": z, "nummer": n, "titel": "T", "url": "/x"}
        for n, z in enumerate(("fertig", "jetzt", "offen"))
    ]
    assert _zeige("weg", "weg(s)", s=stationen).count('aria-current="step"') == 1


@pytest.mark.parametrize(
    ("erledigt", "satz"),
    [
        (0, "noch höchstens 5 Schritte"),
        (4, "noch höchstens 1 Schritt"),
        (5, "alle Schritte geschafft"),
    ],
)
def test_the_steps_are_told_in_a_sentence(erledigt: int, satz: str) -> None:
    html = _zeige("schritte", "schritte(5, n)", n=erledigt)
    assert sichtbarer_text(html) == satz
    assert html.count('class="an"') == erledigt


@pytest.mark.parametrize(
    ("wertung", "wort"),
    [
        ("gut", "Guter Weg"),
        ("vertretbar", "Geht auch"),
        ("falsch", "So nicht"),
        ("gefaehrlich", "Gefährlich"),
    ],
)
def test_a_wertung_is_icon_and_word(wertung: str, wort: str) -> None:
    html = _zeige("folge", "wertung_marke(w)", w=wertung)
    assert sichtbarer_text(html) == wort
    assert "kern-icon--" in html


def test_an_unscored_answer_shows_a_reason_without_badge() -> None:
    html = _zeige("folge", 'warum(none, "Danke fürs Schreiben.")')
    assert "Danke" in html
    assert "lp-badge" not in html


def test_stories_may_bring_safe_html_and_nothing_else_becomes_markup() -> None:
    assert "<p><p>" not in _zeige("folge", "folge(t)", t=Markup("<p>ja</p>")).replace("\n", "")
    assert "<em>ja</em>" in _zeige("folge", "folge(t)", t=Markup("<em>ja</em>"))
    assert "<em>" not in _zeige("folge", "folge(t)", t="<em>ja</em>")
    assert "<em>" not in _zeige("folge", "gesagt(t)", t="<em>ja</em>")


@pytest.mark.parametrize("z", ["fertig", "begonnen", "offen", "vorbereitung"])
def test_a_cell_of_the_matrix_has_a_word_beside_its_shape(z: str) -> None:
    html = _zeige("zustand", "zustand(z)", z=z)
    assert 'aria-hidden="true"' in html
    assert sichtbarer_text(html.split("kern-sr-only")[1]).strip('">')


@pytest.mark.parametrize(
    ("wert", "wort"),
    [
        ("laeuft", "läuft"),
        ("vollstaendig", "vollständig"),
        ("bestaetigt", "bestätigt"),
        ("widerrufen", "widerrufen"),
    ],
)
def test_the_state_of_a_qualifizierung_is_a_word(wert: str, wort: str) -> None:
    assert sichtbarer_text(_zeige("marke", "stand(w)", w=wert)) == wort


def test_a_table_is_a_named_region_that_the_keyboard_reaches() -> None:
    html = render_template_string(
        '{% from "components/tabelle.html" import tabelle %}'
        '{% call tabelle("Lernstand", ["Name", {"text": "1", "lang": "Modul 1"}], id="m") %}'
        '<tr><th scope="row">A</th><td>x</td></tr>{% endcall %}'
    )
    assert 'role="region"' in html
    assert 'tabindex="0"' in html
    assert 'aria-labelledby="m-name"' in html
    assert 'id="m-name"' in html
    assert html.count('scope="col"') == 2
    assert "Modul 1" in sichtbarer_text(html)


def test_there_is_no_link_to_a_page_that_does_not_exist() -> None:
    assert "<a" not in _zeige("weitere", "weitere(none)")
    assert 'href="/x?nach=7"' in _zeige("weitere", "weitere('/x?nach=7')")
