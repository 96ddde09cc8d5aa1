"""What mails say."""

import re
from pathlib import Path

import jinja2
import pytest
from flask import Flask
from flask_babel import force_locale

from lernplattform.adapters.mailtext import Brieftext, schreibe
from tests.seiten import sichtbarer_text

pytestmark = pytest.mark.nur_sqlite

PLATTFORM = Path(__file__).parents[3] / "lernplattform"
VORLAGEN = PLATTFORM / "adapters" / "vorlagen"
SEMINAR = {
    "seminar_id": 7,
    "titel": "Gut zuhören & verstehen <für Geübte>",
    "beginn": "2026-12-01T17:00:00+00:00",
    "ort": "Rathaus, Raum 2",
    "rang": 4,
}
# What the services put into `daten`, per Vorlage.
DATEN: dict[str, dict[str, object]] = {
    "einladung": {},
    "passwort": {},
    "vollstaendig": {},
    "durchsicht": {},
    "reflexion_beantwortet": {},
    "qualifizierung_bestaetigt": {"nummer": "LL-7KQ2-M9XD-4HTR-WZ6C"},
    "qualifizierung_zurueckgegeben": {},
    "qualifizierung_widerrufen": {},
    "anmeldung_bestaetigt": SEMINAR,
    "anmeldung_warteliste": {**SEMINAR, "position": 3},
    "nachgerueckt": SEMINAR,
    "abmeldung": SEMINAR,
    "seminar_abgesagt": {**SEMINAR, "grund": "Die Referentin ist krank."},
    "seminar_geaendert": SEMINAR,
}


def brief(vorlage: str, **rahmen: str) -> Brieftext:
    werte = {
        "name": "Nguyễn Thị Ánh",
        "absender": "Kreis Muster, Träger Muster e. V.",
        "link": "https://lernen.example/lernen/?a=1&b=2",
        **rahmen,
    }
    return schreibe(vorlage, DATEN[vorlage], **werte)


def woerter(text: str) -> list[str]:
    return re.findall(r"[\w.]+", text)


def test_every_vorlage_that_the_code_names_exists() -> None:
    """Beside the literal ones: those of Seminare go through a mapping, decisions through `akt`."""
    quellen = [*PLATTFORM.glob("services/*.py"), *PLATTFORM.glob("web/*/*.py")]
    muster = r'(?:lege_nachricht_an\([^"()]*|_melde\(\s*|benachrichtige\(\s*seminar, \{)"(\w+)"'
    genannt = {v for datei in quellen for v in re.findall(muster, datei.read_text())}
    assert {"einladung", "passwort", "qualifizierung_widerrufen", "abmeldung"} <= genannt
    ordner = {datei.parent.name for datei in VORLAGEN.glob("*/betreff.txt")}
    assert genannt <= ordner
    assert ordner == set(DATEN)


@pytest.mark.parametrize("vorlage", DATEN)
def test_every_vorlage_says_the_same_as_text_and_as_html(app: Flask, vorlage: str) -> None:
    geschrieben = brief(vorlage)
    html = geschrieben.html
    assert "Guten Tag Nguyễn Thị Ánh," in geschrieben.text
    assert 'href="https://lernen.example/lernen/?a=1&amp;b=2"' in html
    text = geschrieben.text.replace(": https://lernen.example/lernen/?a=1&b=2", "")
    assert woerter(sichtbarer_text(html)) == woerter(text)


@pytest.mark.parametrize("vorlage", DATEN)
def test_no_vorlage_shouts_or_leaves_gaps(app: Flask, vorlage: str) -> None:
    geschrieben = brief(vorlage)
    for teil in (geschrieben.betreff, geschrieben.text):
        assert "!" not in teil
        assert "%(" not in teil
        assert "{{" not in teil
    assert "\n\n\n" not in geschrieben.text


def test_a_seminar_is_named_with_its_time_in_hessen(app: Flask) -> None:
    text = brief("anmeldung_warteliste").text
    assert "„Gut zuhören & verstehen <für Geübte>“" in text
    assert "Dienstag, 1. Dezember 2026, 18 Uhr" in text
    assert "auf Platz 3" in text


def test_markup_in_names_and_titles_stays_text(app: Flask) -> None:
    html = brief("nachgerueckt", name="<script>x</script>").html
    assert "<script>" not in html
    assert "&lt;für Geübte&gt;" in html


def test_a_line_break_in_a_title_makes_no_second_header(app: Flask) -> None:
    daten = {**SEMINAR, "titel": "Zuhören\r\nBcc: alle@x.example"}
    betreff = schreibe("abmeldung", daten, name="A", absender="B", link="C").betreff
    assert betreff == "Sie sind abgemeldet: Zuhören Bcc: alle@x.example"


def test_the_language_in_force_is_said_in_the_html(app: Flask) -> None:
    with force_locale("ar"):
        assert '<html lang="ar" dir="rtl">' in brief("durchsicht").html


def test_data_that_a_vorlage_lacks_is_an_error_and_no_gap(app: Flask) -> None:
    with pytest.raises(jinja2.UndefinedError):
        schreibe("nachgerueckt", {}, name="A", absender="B", link="C")
