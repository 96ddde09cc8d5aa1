"""The catalogues follow the .pot and lose nothing that is still wanted."""

from pathlib import Path

import pytest

from tools.texte.auffrischen import main
from tools.texte.dateien import SPRACHEN, lies, po, pot

VORLAGE = """
msgid "Speichern"
msgstr ""

#, python-format
msgid "%(num)s Person"
msgid_plural "%(num)s Personen"
msgstr[0] ""
msgstr[1] ""
"""


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    pot(tmp_path).write_text(VORLAGE)
    main(tmp_path)
    return tmp_path


def ersetze(datei: Path, alt: str, neu: str) -> None:
    text = datei.read_text()
    assert alt in text
    datei.write_text(text.replace(alt, neu))


def test_a_language_without_a_catalogue_gets_an_empty_one(ordner: Path) -> None:
    formen = {s: len(lies(po(s, ordner), s).get("%(num)s Person").string) for s in SPRACHEN}
    assert formen == {"en": 2, "tr": 1, "ar": 6, "uk": 3}
    assert lies(po("ar", ordner), "ar").get("Speichern").string == ""


def test_a_translation_stays_a_new_text_comes_in_empty_and_a_gone_one_goes(ordner: Path) -> None:
    ersetze(po("en", ordner), 'msgid "Speichern"\nmsgstr ""', 'msgid "Speichern"\nmsgstr "Save"')
    ersetze(pot(ordner), "%(num)s Person", "%(num)s Mensch")
    main(ordner)
    katalog = lies(po("en", ordner), "en")
    assert katalog.get("Speichern").string == "Save"
    assert katalog.get("%(num)s Mensch").string == ("", "")
    assert "Personen" not in po("en", ordner).read_text()


def test_a_changed_text_takes_no_translation_that_nearly_fits(ordner: Path) -> None:
    ersetze(po("en", ordner), 'msgid "Speichern"\nmsgstr ""', 'msgid "Speichern"\nmsgstr "Save"')
    ersetze(pot(ordner), "Speichern", "Sprechern")
    main(ordner)
    inhalt = po("en", ordner).read_text()
    assert "Save" not in inhalt
    assert "fuzzy" not in inhalt


def test_a_second_run_changes_nothing(ordner: Path) -> None:
    vorher = {s: po(s, ordner).read_bytes() for s in SPRACHEN}
    main(ordner)
    assert {s: po(s, ordner).read_bytes() for s in SPRACHEN} == vorher
