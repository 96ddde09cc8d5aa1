"""The stylesheets: they turn round for Arabic, keep to the tokens, and hold nothing idle."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lernplattform.web.statisch import KERN as KERN_DATEI

PAKET = Path(__file__).resolve().parents[2] / "lernplattform"
STATISCH = PAKET / "static"
BLAETTER = sorted((STATISCH / "css").glob("*.css"))
KERN = (STATISCH / KERN_DATEI).read_text(encoding="utf-8")

# A side that has a name of its own in every direction of writing.
KOERPERLICH = re.compile(
    r"""(?<![\w-])(
        (margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)[\w-]*
      | (left|right|top|bottom)
      | (min-|max-)?(width|height)
      | border-(top|bottom)-(left|right)-radius
    )\s*:""",
    re.VERBOSE,
)
SEITLICH = re.compile(r"(text-align|float|clear)\s*:\s*(left|right)")
# KERN places these two by left and right alone; a rule for Arabic or paper must answer it so.
AUSNAHMEN = ("kern-form-input__select-wrapper", "lp-feld:is(")
BENUTZT = re.compile(r"var\((--(?:lp|kern)-[\w-]+)")
BESTIMMT = re.compile(r"(--(?:lp|kern)-[\w-]+)\s*:")


def _ohne_kommentar(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def _regeln(css: str) -> Iterator[tuple[str, str]]:
    """Selector and declarations of each rule, also of those inside @media."""
    for selektor, inhalt in re.findall(r"([^{}]+)\{([^{}]*)\}", _ohne_kommentar(css)):
        yield selektor.strip(), inhalt


jedes_blatt = pytest.mark.parametrize("blatt", BLAETTER, ids=lambda pfad: pfad.name)


@jedes_blatt
def test_nothing_is_placed_by_left_and_right(blatt: Path) -> None:
    for selektor, inhalt in _regeln(blatt.read_text(encoding="utf-8")):
        if selektor.startswith("@") or any(a in selektor for a in AUSNAHMEN):
            continue
        assert not KOERPERLICH.search(f" {inhalt}"), f"{selektor} {{{inhalt}}}"
        assert not SEITLICH.search(inhalt), f"{selektor} {{{inhalt}}}"


@jedes_blatt
def test_every_token_that_it_uses_exists(blatt: Path) -> None:
    alle = "".join(pfad.read_text(encoding="utf-8") for pfad in BLAETTER)
    bestimmt = set(BESTIMMT.findall(alle)) | set(BESTIMMT.findall(KERN))
    assert set(BENUTZT.findall(blatt.read_text(encoding="utf-8"))) <= bestimmt


def test_every_token_of_our_own_is_used() -> None:
    alle = "".join(pfad.read_text(encoding="utf-8") for pfad in BLAETTER)
    eigene = {name for name in BESTIMMT.findall(alle) if name.startswith("--lp-")}
    assert eigene - set(BENUTZT.findall(alle)) == set()


@jedes_blatt
def test_every_class_that_it_styles_is_written_somewhere(blatt: Path) -> None:
    quellen = [
        *(PAKET / "templates").rglob("*.html"),
        *PAKET.rglob("*.py"),
        *(PAKET.parent / "kurse").rglob("*.py"),
        *(STATISCH / "js").glob("*.js"),
    ]
    geschrieben = "\n".join(pfad.read_text(encoding="utf-8") for pfad in quellen)
    css = " ".join(s for s, _inhalt in _regeln(blatt.read_text(encoding="utf-8")))
    for klasse in set(re.findall(r"\.((?:lp|z)-[\w-]+)", css)):
        stamm = klasse.rsplit("-", 1)[0]  # "lp-badge-" ~ art is put together in the template
        assert klasse in geschrieben or re.search(rf"{stamm}-(\{{\{{|\$\{{|\")", geschrieben), (
            klasse
        )


def _regeln_ohne_media(blatt: Path) -> list[tuple[str, str]]:
    css = _ohne_kommentar(blatt.read_text(encoding="utf-8"))
    for art in ("@keyframes", r"@[\w-]+"):  # keyframes may stand within @media
        muster = art + r"[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}"
        css = re.sub(muster, "", css)
    return [(selektor, inhalt.strip()) for selektor, inhalt in _regeln(css)]


@jedes_blatt
def test_no_rule_stands_twice(blatt: Path) -> None:
    """At the same place the same selector: the two belong together."""
    selektoren = [selektor for selektor, _inhalt in _regeln_ohne_media(blatt)]
    assert sorted(selektoren) == sorted(set(selektoren))


def test_no_two_sheets_say_the_same() -> None:
    regeln = [regel for blatt in BLAETTER for regel in _regeln_ohne_media(blatt)]
    assert {regel for regel in regeln if regeln.count(regel) > 1} == set()


@jedes_blatt
def test_it_asks_no_other_host(blatt: Path) -> None:
    assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", blatt.read_text())
