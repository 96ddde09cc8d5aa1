"""Pages that a device may keep for reading offline: the same text, framed without the person.

A copy is asked for with `?kopie=1`, or by a route that gives nothing else. Its frame has no name,
no CSRF token, no messages and no mark of the session (docs/offline.md).
"""

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from flask import current_app, has_request_context, request

P = ParamSpec("P")
R = TypeVar("R")

AUF_WUNSCH: dict[str, Any] = {"kopie": 1}
"""What `url_for` needs to name the copy of a page."""


def als_kopie(*, immer: bool = False) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a GET view as one that can be copied; `immer`: it serves copies only.

    Stands under `@rolle` or `@oeffentlich`. The view itself must show nothing of the person then.
    """

    def markiere(view: Callable[P, R]) -> Callable[P, R]:
        view.kopie = "immer" if immer else "auf-wunsch"  # type: ignore[attr-defined]
        return view

    return markiere


def ist_kopie() -> bool:
    """This request asks for a copy to be kept on the device."""
    if not has_request_context() or request.endpoint is None:
        return False
    art = kopierart(request.endpoint)
    return art == "immer" or (art == "auf-wunsch" and "kopie" in request.args)


def kopierart(endpoint: str) -> str | None:
    """None: there is no such page, or it shows the person and must never be kept."""
    return getattr(current_app.view_functions.get(endpoint), "kopie", None)


def vorlagenstand() -> str:
    """Copies are rendered from the templates: other templates, other copies."""
    return _summe(Path(current_app.root_path) / str(current_app.template_folder))


@lru_cache(maxsize=4)
def _summe(ordner: Path) -> str:
    inhalte = b"".join(pfad.read_bytes() for pfad in sorted(ordner.rglob("*.html")))
    return sha256(inhalte).hexdigest()
