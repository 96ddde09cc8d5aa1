"""Our style sheets in one file, our scripts in one file: on a thin line each file is a wait.

Put together as they are, once per process; the address names the content. A new sheet or script
for all pages is a line here; what a single page needs, that page links in its block `kopf`.
"""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Response, current_app, request, url_for

from lernplattform.web.geraet.blueprint import bp
from lernplattform.web.statisch import FUER_IMMER, KENNUNG
from lernplattform.web.zugang import oeffentlich

# In the order of the cascade; the last one is for paper alone.
BLAETTER = (
    "schrift",
    "ersatzschrift",
    "grund",
    "kopf",
    "seite",
    "text",
    "formular",
    "weg",
    "lektion",
    "gespraech",
    "saetze",
    "notfall",
    "tabelle",
    "diagramm",
    "skript",
    "offline",
    "hilfe",
)
DRUCK = "druck"
# First the one that clears what another person left.
SKRIPTE = (
    "geraet",
    "offline",
    "tausch",
    "meldung",
    "bestaetigung",
    "lesart",
    "sitzung",
    "entwurf",
    "filter",
    "wartezeit",
    "vorlesetext",
    "vorlesen",
)


@bp.get("/stil.css")
@oeffentlich
def stil() -> Response:
    return _antworte(lies_stil(_ordner()), "text/css")


@bp.get("/skript.js")
@oeffentlich
def skript() -> Response:
    return _antworte(lies_skripte(_ordner()), "text/javascript")


@bp.app_context_processor
def _kontext() -> dict[str, Any]:
    return {"stil_url": stil_url, "skript_url": skript_url}


def stil_url() -> str:
    return url_for("geraet.stil", v=_kennung(lies_stil(_ordner())))


def skript_url() -> str:
    return url_for("geraet.skript", v=_kennung(lies_skripte(_ordner())))


@lru_cache(maxsize=4)
def lies_stil(ordner: Path) -> str:
    """Fonts and pictures are named from the folder of the sheets; here from the root."""
    blaetter = [(ordner / f"css/{name}.css").read_text(encoding="utf-8") for name in BLAETTER]
    druck = (ordner / f"css/{DRUCK}.css").read_text(encoding="utf-8")
    alles = "\n".join([*blaetter, f"@media print {{\n{druck}}}\n"])
    return alles.replace('url("../', f'url("{current_app.static_url_path}/')


@lru_cache(maxsize=4)
def lies_skripte(ordner: Path) -> str:
    return "\n".join((ordner / f"js/{name}.js").read_text(encoding="utf-8") for name in SKRIPTE)


def _antworte(text: str, art: str) -> Response:
    antwort = Response(text, mimetype=art)
    stimmt = request.args.get("v") == _kennung(text)
    antwort.headers["Cache-Control"] = FUER_IMMER if stimmt else "no-cache"
    return antwort


@lru_cache(maxsize=8)
def _kennung(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:KENNUNG]


def _ordner() -> Path:
    return Path(str(current_app.static_folder))
