"""Static files carry their content in their address, so a phone asks for each of them only once."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request

FUER_IMMER = "public, max-age=31536000, immutable"
KENNUNG = 12
KERN = "vendor/kern-ux-native-2.7.2/kern.min.css"
"""The foreign style sheet; a test holds it to the version that vendor.json names."""


def richte_ein(app: Flask) -> None:
    app.url_defaults(_haenge_kennung_an)
    app.after_request(_lass_behalten)
    app.jinja_env.globals["kern_datei"] = KERN


def _haenge_kennung_an(endpoint: str, werte: dict[str, Any]) -> None:
    """Every `url_for("static", …)` names what the file holds, without the templates' doing."""
    if endpoint == "static" and "filename" in werte:
        werte.setdefault("v", _kennung(Path(str(current_app.static_folder)), werte["filename"]))


@lru_cache(maxsize=256)
def _kennung(ordner: Path, name: str) -> str | None:
    """Read once per process: a new version of the platform comes with new processes."""
    pfad = ordner / name
    return sha256(pfad.read_bytes()).hexdigest()[:KENNUNG] if pfad.is_file() else None


def _lass_behalten(antwort: Response) -> Response:
    """For good only what can never change under this address; vendor folders name their version."""
    if request.endpoint == "static" and antwort.status_code in (200, 206, 304):
        name = (request.view_args or {}).get("filename", "")
        stimmt = request.args.get("v") == _kennung(Path(str(current_app.static_folder)), name)
        if stimmt or name.startswith("vendor/"):
            antwort.headers["Cache-Control"] = FUER_IMMER
    return antwort
