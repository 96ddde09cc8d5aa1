"""Markdown → safe HTML, once, at load. What it cannot stand for it reports instead of dropping."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.container import container_plugin

KAESTEN = {"merke": "Merke", "beispiel": "Beispiel", "achtung": "Achtung", "reflexion": ""}
Melder = Callable[[int, str], None]
"""Takes a line of the text, counted from 0, and what is wrong there."""

_FACHWORT = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]|\n]+))?\]\]")
_GENANNT = re.compile(r'data-fachwort="([a-z0-9-]+)"')
_HTML = "HTML ist hier nicht erlaubt. Schreiben Sie es mit Markdown."
_TAGS = (
    {"p", "br", "hr", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote"}
    | {"h2", "h3", "h4", "h5", "h6", "a", "img", "aside", "div"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
_ATTRIBUTE = {
    "a": {"href", "class", "rel", "data-fachwort"},
    "img": {"src", "alt"},
    "aside": {"class"},
    "p": {"class"},
    "div": {"class", "id"},
    "ol": {"start"},
}


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
    tokens = _MARKDOWN.parse(text, {})
    lauf = _Lauf(bezug, melde)
    _gehe_durch(tokens, lauf)
    fragen = tuple(_sauber(_html(teil)) for teil in _reflexionen(tokens))
    return Gerendert(_sauber(_html(tokens)), fragen, tuple(lauf.absaetze), lauf.bilder)


def render_inline(text: str, bezug: Bezug, melde: Melder) -> str:
    tokens = _MARKDOWN.parseInline(text, {})
    _gehe_durch(tokens, _Lauf(bezug, melde))
    return _sauber(_html(tokens)).strip()


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
    kind.content = kind.content or begriff or ""


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


def _html(tokens: Sequence[Token]) -> str:
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {"reflexion": 0}))


def _sauber(html: str) -> str:
    """The second wall: whatever got past the parser, only these tags and attributes remain."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTE,
        url_schemes={"https", "data"},
        attribute_filter=_nur_bilder_tragen_daten,
        link_rel=None,
    )


def _nur_bilder_tragen_daten(tag: str, attribut: str, wert: str) -> str | None:
    if wert.startswith("data:") and not (tag == "img" and wert.startswith("data:image/svg+xml;")):
        return None
    return wert


def _fachwort_regel(state: StateInline, silent: bool) -> bool:
    treffer = _FACHWORT.match(state.src, state.pos)
    if treffer is None:
        return False
    if not silent:
        token = state.push("fachwort", "a", 0)
        token.meta = {"id": treffer[1].strip()}
        token.content = (treffer[2] or "").strip()
    state.pos = treffer.end()
    return True


def _zeige_fachwort(
    _renderer: RendererHTML, tokens: Sequence[Token], nr: int, _o: OptionsDict, _env: Any
) -> str:
    wort = nh3.clean_text(tokens[nr].meta["id"])
    text = nh3.clean_text(tokens[nr].content)
    return f'<a class="lp-fachwort" href="#fachwort-{wort}" data-fachwort="{wort}">{text}</a>'


def _zeige_html_als_text(
    _renderer: RendererHTML, tokens: Sequence[Token], nr: int, _o: OptionsDict, _env: Any
) -> str:
    return nh3.clean_text(tokens[nr].content)


def _zeige_kasten(
    _renderer: RendererHTML, tokens: Sequence[Token], nr: int, _o: OptionsDict, env: Any
) -> str:
    token = tokens[nr]
    name = token.type.split("_")[1]
    if name == "reflexion":
        env["reflexion"] += token.nesting == 1
        kopf = f'<div class="lp-reflexion" id="reflexion-{env["reflexion"]}">\n'
        return kopf if token.nesting == 1 else "</div>\n"
    kopf = f'<aside class="lp-box lp-box--{name}"><p class="lp-box__titel">{KAESTEN[name]}</p>\n'
    return kopf if token.nesting == 1 else "</aside>\n"


def _baue_parser() -> MarkdownIt:
    optionen = {"html": True, "typographer": True, "quotes": "„“‚‘"}
    parser = MarkdownIt("commonmark", optionen).enable(["table", "smartquotes"])
    # HTML is parsed only to be found and refused; shown, it would be plain text.
    parser.add_render_rule("html_inline", _zeige_html_als_text)
    parser.add_render_rule("html_block", _zeige_html_als_text)
    parser.inline.ruler.before("link", "fachwort", _fachwort_regel)
    parser.add_render_rule("fachwort", _zeige_fachwort)
    for name in KAESTEN:
        parser.use(container_plugin, name=name, validate=_heisst(name))
        parser.add_render_rule(f"container_{name}_open", _zeige_kasten)
        parser.add_render_rule(f"container_{name}_close", _zeige_kasten)
    # Every address becomes a link, so that a bad one is reported and not left as text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _heisst(name: str) -> Callable[[str, str], bool]:
    return lambda params, _markup: params.strip() == name


_MARKDOWN = _baue_parser()
