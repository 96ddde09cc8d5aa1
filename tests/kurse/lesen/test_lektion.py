"""A Lektion as a page shows it: minutes, twin, Fachwörter, pictures, links."""

from pathlib import Path

import pytest

from kurse.kurs import Lektion
from kurse.laden import load_katalog
from kurse.lesen.lektion import minuten
from kurse.markdown import Absatz, Gerendert
from tests.kurse.faelle.bau import text
from tests.kurse.ordner import DATEIEN, LEKTION, MODUL, Dateien, schreibe

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def lade(ordner: Path, files: Dateien) -> Lektion:
    ergebnis = load_katalog(schreibe(ordner, files))
    assert ergebnis.katalog is not None, ergebnis.fehler
    lektion = ergebnis.katalog.lektion("ankommen")
    assert lektion is not None
    return lektion


@pytest.mark.parametrize(
    ("woerter", "bilder", "reflexionen", "erwartet"),
    [
        (0, 0, 0, 1),
        (120, 0, 0, 1),
        (121, 0, 0, 2),
        (120, 1, 0, 2),
        (120, 2, 0, 2),
        (120, 3, 0, 3),
        (240, 0, 3, 5),
        (60, 1, 1, 2),
    ],
)
def test_minutes_come_from_words_pictures_and_reflexionen(
    woerter: int, bilder: int, reflexionen: int, erwartet: int
) -> None:
    absatz = Absatz(0, " ".join(["Wort"] * woerter), ist_prosa=True)
    assert minuten(Gerendert("", ("?",) * reflexionen, (absatz,), bilder)) == erwartet


def test_reflexionen_are_numbered_from_one(tmp_path: Path) -> None:
    fragen = "\n::: reflexion\nWas?\n:::\n\n::: reflexion\nUnd?\n:::\n"
    lektion = lade(tmp_path, text(fragen))
    assert [(r.nr, r.html) for r in lektion.reflexionen] == [
        (1, "<p>Was?</p>\n"),
        (2, "<p>Und?</p>\n"),
    ]


def test_the_twin_stands_beside_the_text_and_shares_its_fachwoerter(tmp_path: Path) -> None:
    lektion = lade(tmp_path, {f"{MODUL}/ankommen.einfach.md": "Eine [[vollmacht]]. Leicht.\n"})
    assert lektion.einfach_html is not None
    assert "Leicht." in lektion.einfach_html
    assert "Leicht." not in lektion.html
    assert lektion.fachwoerter == ("vollmacht",)


def test_a_picture_travels_with_the_text(tmp_path: Path) -> None:
    bild = SVG.format('<path fill="url(#a)"/><use href="#b"/>')
    files = {**text("\n![Eine Tür](tuer.svg)\n"), f"{MODUL}/tuer.svg": bild}
    assert 'src="data:image/svg+xml;base64,' in lade(tmp_path, files).html


@pytest.mark.parametrize(
    "inhalt",
    [
        "<script>x</script>",
        '<rect onload="x()"/>',
        '<image href="https://a.de/x.png"/>',
        "<image href='file:///etc/passwd'/>",
        "<style>@import 'https://a.de/x.css'</style>",
        "<style>path{fill:url(https://a.de/#x)}</style>",
        "<foreignObject><p>x</p></foreignObject>",
    ],
)
def test_a_picture_that_does_or_fetches_something_is_refused(inhalt: str, tmp_path: Path) -> None:
    files = {**text("\n![Tür](tuer.svg)\n"), f"{MODUL}/tuer.svg": SVG.format(inhalt)}
    assert "ohne Skript" in str(load_katalog(schreibe(tmp_path, files)).fehler[0])


def test_a_link_leads_to_another_lektion_of_the_modul_by_its_id(tmp_path: Path) -> None:
    andere = DATEIEN[LEKTION].replace("id: ankommen", "id: weitergehen")
    modul = DATEIEN[f"{MODUL}/modul.yaml"] + "  - {id: weitergehen}\n"
    files: Dateien = {
        **text("\n[Weiter](zweite.md)\n"),
        f"{MODUL}/zweite.md": andere,
        f"{MODUL}/modul.yaml": modul,
    }
    assert '<a href="../../lektion/weitergehen/">Weiter</a>' in lade(tmp_path, files).html


def test_line_ends_and_marks_of_other_systems_are_read(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + DATEIEN[LEKTION].replace("\n", "\r\n").encode()
    wie_hier = lade(tmp_path / "a", {})
    assert lade(tmp_path / "b", {LEKTION: windows}) == wie_hier
