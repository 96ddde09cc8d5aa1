"""The service worker, at the root so that it may answer for every page."""

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Response, current_app, request, url_for

from lernplattform.queries.inhalt import live_katalogstand
from lernplattform.web.geraet.blueprint import bp
from lernplattform.web.geraet.buendel import skript_url, stil_url
from lernplattform.web.kopie import AUF_WUNSCH, kopierart, vorlagenstand
from lernplattform.web.statisch import KERN
from lernplattform.web.zugang import oeffentlich

SKRIPT = "js/arbeiter.js"
# What every page needs to look and work as usual, beside our bundles. Each of these files is in the
# browser's own cache after the first page; of the fonts the letters of German.
HUELLE = (
    "js/verlassen.js",
    KERN,
    "vendor/fontsource-fira-sans-*/fira-sans-latin-?00-normal.woff2",
    "bilder/zeichen.svg",
)


@bp.get("/sw.js")
@oeffentlich
def arbeiter() -> Response:
    """Its first line says what to keep; with any change of that the browser installs it anew."""
    angaben = _angaben()
    skript = (Path(str(current_app.static_folder)) / SKRIPT).read_text(encoding="utf-8")
    antwort = Response(
        f"const LP = {json.dumps(angaben, sort_keys=True)};\n{skript}", mimetype="text/javascript"
    )
    antwort.headers["Cache-Control"] = "no-cache"
    antwort.set_etag(sha256(antwort.get_data()).hexdigest()[:20])
    return antwort.make_conditional(request)  # type: ignore[return-value]


def _angaben() -> dict[str, Any]:
    """`offline` speaks the language of who asks; `oeffentlich` is the same for everybody."""
    dateien = _dateien(Path(str(current_app.static_folder)))
    huelle = [stil_url(), skript_url(), *(_adresse(name) for name in dateien)]
    offline = url_for("geraet.offline")
    angaben: dict[str, Any] = {
        "huelle": huelle,
        "offline": {"adresse": offline, "kopie": offline},
        "oeffentlich": [
            {"adresse": url_for(name), "kopie": url_for(name, **AUF_WUNSCH)}
            for name in _oeffentliche_kopien()
        ],
        "statisch": [url_for("geraet.stil"), url_for("geraet.skript"), _statischer_ordner()],
    }
    stand = json.dumps([angaben, live_katalogstand(), vorlagenstand()])
    return {**angaben, "fassung": sha256(stand.encode()).hexdigest()[:12]}


def _oeffentliche_kopien() -> list[str]:
    """Pages for anybody that can be copied, without their parameters."""
    return sorted(
        regel.endpoint
        for regel in current_app.url_map.iter_rules()
        if not regel.arguments and _ist_oeffentliche_kopie(regel.endpoint)
    )


def _ist_oeffentliche_kopie(endpoint: str) -> bool:
    oeffentlich = getattr(current_app.view_functions[endpoint], "zugang", None) == frozenset()
    return oeffentlich and kopierart(endpoint) == "auf-wunsch"


def _statischer_ordner() -> str:
    return f"{current_app.static_url_path}/"


def _adresse(name: str) -> str:
    """As pages and style sheets write it: fonts are named by the sheet, without a hash."""
    adresse = url_for("static", filename=name)
    return adresse.split("?")[0] if name.endswith(".woff2") else adresse


@lru_cache(maxsize=4)
def _dateien(ordner: Path) -> tuple[str, ...]:
    pfade = {pfad for muster in HUELLE for pfad in ordner.glob(muster)}
    namen = (pfad.relative_to(ordner).as_posix() for pfad in pfade)
    return tuple(sorted(namen))
