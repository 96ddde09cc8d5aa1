"""Whatever could be wrong with a catalogue is planted here, and has to be found."""

from pathlib import Path

import pytest

from tools.texte.auffrischen import kopf
from tools.texte.dateien import SPRACHEN, po, pot
from tools.texte.pruefen import GLEICH, lies_gleiche, pruefe

VORLAGE = r"""
msgid " und "
msgstr ""

msgid "Guten Tag, %(name)s"
msgstr ""

msgid "%(num)s Modul von %(alle)s"
msgid_plural "%(num)s Module von %(alle)s"
msgstr[0] ""
msgstr[1] ""

msgid "%(n)s / %(von)s"
msgstr ""
"""
PLURAL = {
    "en": ("One module of %(alle)s", "%(num)s modules of %(alle)s"),
    "tr": ("%(alle)s modülden %(num)s",),
    "uk": ("%(num)s модуль з %(alle)s", "%(num)s модулі з %(alle)s", "%(num)s модулів з %(alle)s"),
    "ar": ("لا شيء من %(alle)s", "وحدة من %(alle)s", "وحدتان من %(alle)s")
    + ("%(num)s وحدات من %(alle)s",) * 3,
}


def katalog(sprache: str) -> str:
    formen = "\n".join(f'msgstr[{nr}] "{form}"' for nr, form in enumerate(PLURAL[sprache]))
    return f"""{kopf(sprache)}
msgid " und "
msgstr " & "

msgid "Guten Tag, %(name)s"
msgstr "Hello %(name)s"

msgid "%(num)s Modul von %(alle)s"
msgid_plural "%(num)s Module von %(alle)s"
{formen}

msgid "%(n)s / %(von)s"
msgstr "%(n)s / %(von)s"
"""


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    pot(tmp_path).write_text(VORLAGE)
    for sprache in SPRACHEN:
        po(sprache, tmp_path).parent.mkdir(parents=True)
        po(sprache, tmp_path).write_text(katalog(sprache))
    return tmp_path


@pytest.fixture
def gleiche(tmp_path: Path) -> Path:
    datei = tmp_path / "gleich.txt"
    datei.write_text("# nothing\n")
    return datei


def test_sound_catalogues_have_no_faults(ordner: Path, gleiche: Path) -> None:
    assert not any(pruefe(ordner, gleiche).values())


@pytest.mark.parametrize(
    ("sprache", "alt", "neu", "befund"),
    [
        ("en", '"Hello %(name)s"', '""', "nicht übersetzt"),
        ("uk", '"%(num)s модулі з %(alle)s"', '""', "ohne Pluralform 1"),
        ("en", 'msgid " und "', '#, fuzzy\nmsgid " und "', "unsicher"),
        ("en", "Hello %(name)s", "Hello", "ohne %(name)s"),
        ("en", "Hello %(name)s", "Hello %(name)s %(nome)s", "mit %(nome)s"),
        ("en", "Hello %(name)s", "Hello %(name)s 5 %", "mit einem % allein"),
        ("uk", '"%(num)s модуль', '"Один модуль', "ohne %(num)s"),
        ("tr", "modülden %(num)s", "modülden bir", "ohne %(num)s"),
        ("ar", '"وحدتان من %(alle)s"', '"وحدتان"', "ohne %(alle)s"),
        ("ar", 'msgstr[3] "%(num)s', 'msgstr[3] "بضع', "ohne %(num)s"),
        ("en", '" & "', '"&"', "Leerzeichen am Rand"),
        ("en", "Hello %(name)s", "<b>Hello</b> %(name)s", "mit HTML"),
        ("en", "Hello %(name)s", "Hello&nbsp;%(name)s", "mit HTML"),
        ("ar", "Hello %(name)s", "Hello ٣ %(name)s", "mit anderen Ziffern"),
        ("en", "Hello %(name)s", "Hello %(name)s!", "mit Ausrufezeichen"),
        ("tr", "Hello %(name)s", "Guten Tag, %(name)s", "steht noch auf Deutsch"),
        ("en", 'msgid " und "\nmsgstr " & "\n', "", "fehlt im Katalog"),
        ("en", 'msgid " und "', 'msgid "weg"\nmsgstr "x"\n\nmsgid " und "', "gibt es nicht mehr"),
    ],
)
def test_a_planted_fault_is_found_where_it_lies(
    ordner: Path, gleiche: Path, sprache: str, alt: str, neu: str, befund: str
) -> None:
    text = po(sprache, ordner).read_text()
    assert alt in text
    po(sprache, ordner).write_text(text.replace(alt, neu, 1))
    befunde = pruefe(ordner, gleiche)
    assert [stelle for stelle, liste in befunde.items() if liste] == [sprache]
    assert len(befunde[sprache]) == 1
    assert befund in befunde[sprache][0]


def test_a_missing_catalogue_is_a_fault(ordner: Path, gleiche: Path) -> None:
    po("uk", ordner).unlink()
    assert pruefe(ordner, gleiche)["uk"] == ["der Katalog fehlt"]


def test_a_text_may_stay_german_once_somebody_has_looked(ordner: Path, gleiche: Path) -> None:
    inhalt = po("tr", ordner).read_text().replace("Hello %(name)s", "Guten Tag, %(name)s")
    po("tr", ordner).write_text(inhalt)
    gleiche.write_text("tr: Guten Tag, %(name)s\n")
    assert not any(pruefe(ordner, gleiche).values())


def test_a_line_that_allows_what_does_not_happen_is_named(ordner: Path, gleiche: Path) -> None:
    gleiche.write_text("en tr: Guten Tag, %(name)s\n")
    assert pruefe(ordner, gleiche)["gleich"] == [
        "en: Guten Tag, %(name)s",
        "tr: Guten Tag, %(name)s",
    ]


def test_the_list_of_this_repository_names_languages_that_exist() -> None:
    assert {sprache for sprache, _text in lies_gleiche(GLEICH)} <= set(SPRACHEN)
