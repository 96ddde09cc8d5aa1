"""Markdown → safe HTML, once, at load. What it cannot stand for it reports instead of dropping."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from markdown_it.token import Token

from kurse.markdown_html import KAESTEN, MARKDOWN, html_von

Melder = Callable[[int, str], None]
"""Takes a line of the text, counted from 0, and what is wrong there."""

_GENANNT = re.compile(r'data-fachwort="([a-z0-9-]+)"')
_HTML = "HTML ist hier nicht erlaubt. Schreiben Sie es mit Markdown."


class Bezug(Protocol):
    """What a text may point to; each answers None when there is no such thing."""

    def fachwort(self, fachwort_id: str) -> str | None: ...
    def bild(self, ziel: str) -> str | None: ...
    def verweis(self, ziel: str) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Absatz:
    """Running text as a reader meets it, for counting words and sentences."""

    zeile: int
    text: str
    ist_prosa: bool


@dataclass(frozen=True, slots=True)
class Gerendert:
    html: str
    reflexionen: tuple[str, ...] = ()
    absaetze: tuple[Absatz, ...] = ()
    bilder: int = 0


@dataclass(slots=True)
class _Lauf:
    bezug: Bezug
    melde: Melder
    bilder: int = 0
    absaetze: list[Absatz] = field(default_factory=list)


def render_block(text: str, bezug: Bezug, melde: Melder) -> Gerendert:
    _pruefe_kaesten(text, melde)
    tokens = MARKDOWN.parse(text, {})
    lauf = _Lauf(bezug, melde)
    _gehe_durch(tokens, lauf)
    fragen = tuple(html_von(teil) for teil in _reflexionen(tokens))
    return Gerendert(html_von(tokens), fragen, tuple(lauf.absaetze), lauf.bilder)


def render_inline(text: str, bezug: Bezug, melde: Melder) -> str:
    tokens = MARKDOWN.parseInline(text, {})
    _gehe_durch(tokens, _Lauf(bezug, melde))
    return html_von(tokens).strip()


def fachwoerter_in(*texte: str | None) -> tuple[str, ...]:
    """The glossary ids that some HTML speaks of, in order of appearance, each once."""
    return tuple(dict.fromkeys(w for html in texte if html for w in _GENANNT.findall(html)))


def _gehe_durch(tokens: Sequence[Token], lauf: _Lauf) -> None:
    in_tabelle = in_titel = False
    for token in tokens:
        in_tabelle ^= token.type in ("table_open", "table_close")
        in_titel ^= token.type in ("heading_open", "heading_close")
        zeile = token.map[0] if token.map else 0
        if token.type == "html_block":
            lauf.melde(zeile, _HTML)
        elif token.type == "heading_open" and token.tag == "h1":
            lauf.melde(zeile, "Der Titel steht im Kopf der Datei. Beginnen Sie hier mit „## “.")
        elif token.type == "inline":
            _pruefe_inline(token.children or [], zeile, lauf)
            text = _lesbar(token.children or [])
            lauf.absaetze.append(Absatz(zeile, text, not (in_tabelle or in_titel)))


def _pruefe_inline(kinder: Iterable[Token], zeile: int, lauf: _Lauf) -> None:
    for kind in kinder:
        if kind.type in ("softbreak", "hardbreak"):
            zeile += 1
        elif kind.type == "html_inline":
            lauf.melde(zeile, _HTML)
        elif kind.type == "fachwort":
            _pruefe_fachwort(kind, zeile, lauf)
        elif kind.type == "image":
            _pruefe_bild(kind, zeile, lauf)
        elif kind.type == "link_open":
            _pruefe_verweis(kind, zeile, lauf)


def _pruefe_fachwort(kind: Token, zeile: int, lauf: _Lauf) -> None:
    begriff = lauf.bezug.fachwort(kind.meta["id"])
    if begriff is None:
        lauf.melde(zeile, f"Das Fachwort „{kind.meta['id']}“ steht nicht in glossar.yaml.")
    kind.meta["bekannt"] = begriff is not None
    kind.content = kind.content or begriff or kind.meta["id"]


def _pruefe_bild(kind: Token, zeile: int, lauf: _Lauf) -> None:
    ziel = str(kind.attrGet("src"))
    lauf.bilder += 1
    if not kind.content.strip():
        lauf.melde(zeile, f"Dem Bild „{ziel}“ fehlt die Beschreibung: ![Was man sieht]({ziel})")
    if adresse := lauf.bezug.bild(ziel):
        kind.attrSet("src", adresse)
    else:
        grund = "Es muss als SVG ohne Skript im Ordner des Moduls liegen."
        lauf.melde(zeile, f"Das Bild „{ziel}“ gibt es nicht. {grund}")


def _pruefe_verweis(kind: Token, zeile: int, lauf: _Lauf) -> None:
    ziel = str(kind.attrGet("href"))
    if ziel.startswith("https://") and len(ziel) > len("https://"):
        kind.attrSet("rel", "noopener")
    elif adresse := lauf.bezug.verweis(ziel):
        kind.attrSet("href", adresse)
    else:
        grund = "Erlaubt sind https-Adressen und Lektionen desselben Moduls („datei.md“)."
        lauf.melde(zeile, f"Der Verweis „{ziel}“ führt nirgendwohin. {grund}")


def _lesbar(kinder: Iterable[Token]) -> str:
    brueche = ("softbreak", "hardbreak")
    return "".join(" " if kind.type in brueche else kind.content for kind in kinder)


def _pruefe_kaesten(text: str, melde: Melder) -> None:
    """The parser closes a forgotten box silently and shows a misspelt one as text."""
    offen: int | None = None
    for nr, zeile in enumerate(text.split("\n")):
        if not zeile.startswith(":::"):
            continue
        name = zeile.strip(": ")
        if not name and offen is None:
            melde(nr, "Hier endet ein Kasten, der nicht begonnen hat.")
        elif name and name not in KAESTEN:
            melde(nr, f"Den Kasten „{name}“ gibt es nicht. Möglich: {', '.join(KAESTEN)}.")
        elif name and offen is not None:
            melde(nr, "Ein Kasten steht nicht in einem Kasten. Schließen Sie den ersten mit „:::“.")
        offen = nr if name else None
    if offen is not None:
        melde(offen, "Dieser Kasten ist nicht geschlossen. Schließen Sie ihn mit „:::“.")


def _reflexionen(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    beginn = 0
    for nr, token in enumerate(tokens):
        if token.type == "container_reflexion_open":
            beginn = nr + 1
        elif token.type == "container_reflexion_close":
            yield tokens[beginn:nr]
