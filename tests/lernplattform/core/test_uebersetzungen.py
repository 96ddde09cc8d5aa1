"""Texts come from the .po files, and from the German source where those are silent."""

from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale, gettext, ngettext

from lernplattform.app import create_app

PO = r"""
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

msgid "Speichern"
msgstr "Зберегти"

#, fuzzy
msgid "Ändern"
msgstr "Геть"

msgid "Weiter"
msgstr ""

msgid "%(num)s Person"
msgid_plural "%(num)s Personen"
msgstr[0] "%(num)s особа"
msgstr[1] "%(num)s особи"
msgstr[2] "%(num)s осіб"

msgid "%(num)s Modul"
msgid_plural "%(num)s Module"
msgstr[0] ""
msgstr[1] ""
msgstr[2] ""
"""


@pytest.fixture
def uebersetzt(app: Flask, tmp_path: Path) -> Flask:
    """An app that finds its texts in a folder of ours."""
    datei = tmp_path / "uk" / "LC_MESSAGES" / "messages.po"
    datei.parent.mkdir(parents=True)
    datei.write_text(PO)
    return create_app({**app.config, "BABEL_TRANSLATION_DIRECTORIES": str(tmp_path)})


@pytest.mark.parametrize(("n", "text"), [(1, "особа"), (3, "особи"), (5, "осіб"), (21, "особа")])
def test_a_number_takes_the_form_of_its_language(uebersetzt: Flask, n: int, text: str) -> None:
    with uebersetzt.app_context(), force_locale("uk"):
        assert ngettext("%(num)s Person", "%(num)s Personen", n) == f"{n} {text}"


def test_what_is_not_translated_or_not_certain_stands_in_german(uebersetzt: Flask) -> None:
    with uebersetzt.app_context(), force_locale("uk"):
        assert gettext("Speichern") == "Зберегти"
        assert gettext("Weiter") == "Weiter"
        assert gettext("Ändern") == "Ändern"
        assert ngettext("%(num)s Modul", "%(num)s Module", 2) == "2 Module"


def test_a_language_without_a_file_speaks_german(uebersetzt: Flask) -> None:
    with uebersetzt.app_context():
        for sprache in ("de", "ar"):
            with force_locale(sprache):
                assert gettext("Speichern") == "Speichern"


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "لا أشخاص"),
        (1, "شخص واحد"),
        (2, "شخصان"),
        (3, "3 أشخاص"),
        (11, "11 شخصًا"),
        (99, "99 شخصًا"),
        (100, "100 شخص"),
        (101, "101 شخص"),
    ],
)
def test_arabic_counts_people_in_six_ways(app: Flask, n: int, text: str) -> None:
    """Its rule asks for the hundreds before 11 to 99, unlike most editors' lists."""
    with app.app_context(), force_locale("ar"):
        assert ngettext("%(num)s Person", "%(num)s Personen", n) == text
