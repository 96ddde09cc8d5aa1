"""The Markdown parser of the course files and its HTML, with a second wall behind it."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.container import container_plugin

KAESTEN = {"merke": "Merke", "beispiel": "Beispiel", "achtung": "Achtung", "reflexion": ""}
_FACHWORT = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]|\n]+))?\]\]")
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


def html_von(tokens: Sequence[Token]) -> str:
    return _sauber(str(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {"reflexion": 0})))


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
    text = nh3.clean_text(tokens[nr].content)
    if not tokens[nr].meta.get("bekannt"):
        return text
    wort = tokens[nr].meta["id"]
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


MARKDOWN = _baue_parser()
