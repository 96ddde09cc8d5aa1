"""Examples from templates/stilbuch/<thema>.html: what is shown and its source are one text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import current_app, render_template
from jinja2 import Environment, Template

# The order of the page; each is a file.
THEMEN = (
    "grundlagen",
    "rahmen",
    "knoepfe",
    "hinweise",
    "formular",
    "weg",
    "gespraech",
    "text",
    "listen",
    "diagramme",
)
TITEL = re.compile(r"\A\{# (?P<titel>.+?) #\}\n")
# `{# Beispiel: Name #}`; with `, schmal` it is shown as wide as a phone.
BEISPIEL = re.compile(r"^\{# Beispiel: (?P<name>.+?)(?P<schmal>, schmal)? #\}\n", re.MULTILINE)


@dataclass(frozen=True)
class Beispiel:
    name: str
    schmal: bool
    quelle: str
    html: str


@dataclass(frozen=True)
class Thema:
    kennung: str
    titel: str
    beispiele: tuple[Beispiel, ...]


def lies_thema(kennung: str, werte: Mapping[str, Any]) -> Thema:
    text = (ordner() / f"{kennung}.html").read_text(encoding="utf-8")
    titel = TITEL.match(text)
    if titel is None:
        raise ValueError(f"{kennung}.html begins with no {{# Titel #}}")
    return Thema(kennung, titel["titel"], tuple(_beispiele(text, werte)))


def ordner() -> Path:
    return Path(current_app.root_path, str(current_app.template_folder), "stilbuch")


def _beispiele(text: str, werte: Mapping[str, Any]) -> Iterator[Beispiel]:
    marken = list(BEISPIEL.finditer(text))
    enden = [*[marke.start() for marke in marken[1:]], None]
    for marke, ende in zip(marken, enden, strict=False):
        quelle = text[marke.end() : ende].strip()
        html = render_template(_vorlage(current_app.jinja_env, quelle), **werte)
        yield Beispiel(marke["name"], bool(marke["schmal"]), quelle, html)


@lru_cache(maxsize=256)
def _vorlage(umgebung: Environment, quelle: str) -> Template:
    """Compiled once: sixty of them would make each visit slow."""
    return umgebung.from_string(quelle)
