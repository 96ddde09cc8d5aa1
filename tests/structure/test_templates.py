"""What holds for every template: it parses, the CSP lets it work, and nothing in it is idle."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

VORLAGEN = Path(__file__).resolve().parents[2] / "lernplattform" / "templates"
SEITEN = sorted(
    pfad for pfad in VORLAGEN.rglob("*.html") if pfad.relative_to(VORLAGEN).parts[0] != "mail"
)
ENV = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)

# Words that mark a German text left outside of gettext.
DEUTSCH = re.compile(
    r"\b(und|oder|der|die|das|nicht|Sie|Ihre?n?|bitte|noch|mit|für|von|zum|zur|ist|sind|ein|eine)\b"
    r"|[äöüß]",
    re.IGNORECASE,
)


def _name(pfad: Path) -> str:
    return pfad.relative_to(VORLAGEN).as_posix()


def _quelle(pfad: Path) -> str:
    """The template without its comments, which may show examples."""
    return re.sub(r"\{#.*?#\}", "", pfad.read_text(encoding="utf-8"), flags=re.DOTALL)


def _baum(pfad: Path) -> nodes.Template:
    return ENV.parse(pfad.read_text(encoding="utf-8"), filename=str(pfad))


jede_seite = pytest.mark.parametrize("pfad", SEITEN, ids=_name)


def _markup(pfad: Path) -> str:
    """Only the HTML: what Jinja computes becomes a plain word."""
    ohne = re.sub(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", "x", _quelle(pfad), flags=re.DOTALL)
    ohne = re.sub(r"\{%.*?%\}", " ", ohne, flags=re.DOTALL)
    return re.sub(r"\{\{.*?\}\}", "x", ohne, flags=re.DOTALL)


def test_there_are_templates_to_look_at() -> None:
    assert VORLAGEN / "base.html" in SEITEN


@jede_seite
def test_it_parses(pfad: Path) -> None:
    assert _baum(pfad).body


@jede_seite
def test_it_has_nothing_inline_that_the_csp_forbids(pfad: Path) -> None:
    markup = _markup(pfad)
    assert not re.search(r"<style\b", markup)
    assert not re.search(r"\sstyle\s*=", markup)
    assert not re.search(r"\son[a-z]+\s*=", markup)
    assert not re.search(r"javascript:", markup)
    for skript in re.findall(r"<script\b[^>]*>(.*?)</script>", markup, flags=re.DOTALL):
        assert not skript.strip()


@jede_seite
def test_it_names_no_foreign_host(pfad: Path) -> None:
    assert not re.search(r"(src|srcset|action)\s*=\s*[\"'](https?:)?//", _markup(pfad))
    assert not re.search(r"<link\b[^>]*href\s*=\s*[\"'](https?:)?//", _markup(pfad))


@jede_seite
def test_every_picture_has_a_text(pfad: Path) -> None:
    for bild in re.findall(r"<img\b[^>]*>", _markup(pfad)):
        assert re.search(r"\salt=", bild), bild
    for zeichnung in re.findall(r"<svg\b[^>]*>", _markup(pfad)):
        assert "aria-hidden=" in zeichnung or "role=" in zeichnung, zeichnung


@jede_seite
def test_every_posting_form_carries_the_csrf_token(pfad: Path) -> None:
    for formular in re.findall(r"<form\b.*?</form>", _quelle(pfad), flags=re.DOTALL):
        if re.search(r"method=[\"']post", formular, flags=re.IGNORECASE):
            assert "csrf_token" in formular or "hidden_tag" in formular, formular[:120]


@jede_seite
def test_it_uses_what_it_imports(pfad: Path) -> None:
    baum = _baum(pfad)
    eingefuehrt = {
        name if isinstance(name, str) else name[1]
        for knoten in baum.find_all(nodes.FromImport)
        for name in knoten.names
    } | {knoten.target for knoten in baum.find_all(nodes.Import)}
    benutzt = {knoten.name for knoten in baum.find_all(nodes.Name) if knoten.ctx == "load"}
    assert eingefuehrt <= benutzt, eingefuehrt - benutzt


@jede_seite
def test_what_it_imports_exists(pfad: Path) -> None:
    for knoten in _baum(pfad).find_all(nodes.FromImport):
        quelle = VORLAGEN / knoten.template.as_const()
        makros = {makro.name for makro in _baum(quelle).find_all(nodes.Macro)}
        namen = {name if isinstance(name, str) else name[0] for name in knoten.names}
        assert namen <= makros, namen - makros


# What only developers see, nobody translates.
UEBERSETZT = [pfad for pfad in SEITEN if pfad.parent.name != "stilbuch"]


@pytest.mark.parametrize("pfad", UEBERSETZT, ids=_name)
def test_german_words_go_through_gettext(pfad: Path) -> None:
    texte = re.sub(r"<[^>]*>", " ", _markup(pfad))
    for zeile in texte.splitlines():
        assert not DEUTSCH.search(zeile), zeile.strip()
    for text in re.findall(r"(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"", _markup(pfad)):
        assert not DEUTSCH.search(text), text


@pytest.mark.parametrize("pfad", sorted((VORLAGEN / "components").glob("*.html")), ids=_name)
def test_every_component_says_how_it_is_called(pfad: Path) -> None:
    kopf = re.match(r"\{#.*?#\}", pfad.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert kopf is not None
    for makro in _baum(pfad).find_all(nodes.Macro):
        if not makro.name.startswith("_"):
            assert f"{makro.name}(" in kopf.group(), makro.name
