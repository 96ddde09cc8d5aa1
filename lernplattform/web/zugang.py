"""Who may enter an endpoint. Default deny: without a mark an endpoint answers 403."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Flask, abort, current_app, request
from flask_login import current_user

from lernplattform.core.errors import KeinRecht
from lernplattform.models.person import Rolle
from lernplattform.rechte import Angemeldet

P = ParamSpec("P")
R = TypeVar("R")

# Endpoints that others bring along and that show nothing of anybody.
OHNE_MARKE = frozenset({"static"})


def oeffentlich(view: Callable[P, R]) -> Callable[P, R]:
    """Anybody may enter."""
    view.zugang = frozenset[Rolle]()  # type: ignore[attr-defined]
    return view


def rolle(*rollen: Rolle) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """People with one of the Rollen may enter; without Rollen: whoever is signed in."""
    erlaubt = frozenset(rollen or Rolle)

    def markiere(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def geschuetzt(*args: P.args, **kwargs: P.kwargs) -> R:
            if not current_user.is_authenticated:
                return current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
            if not angemeldet().hat(*erlaubt):
                raise KeinRecht
            return view(*args, **kwargs)

        geschuetzt.zugang = erlaubt  # type: ignore[attr-defined]
        return geschuetzt

    return markiere


def angemeldet() -> Angemeldet:
    """The person of this request. Only behind `@rolle`."""
    person: Angemeldet = current_user._get_current_object()
    return person


def verlange_marken(app: Flask) -> None:
    """Refuse to start with an unmarked endpoint, and refuse it at request time as well."""
    ohne = sorted(
        name
        for name, view in app.view_functions.items()
        if name not in OHNE_MARKE and not hasattr(view, "zugang")
    )
    if ohne:
        raise RuntimeError(f"Add @rolle(...) or @oeffentlich to: {', '.join(ohne)}")
    app.before_request(_weise_ab)


def _weise_ab() -> Any:
    if request.endpoint is None or request.endpoint in OHNE_MARKE:
        return None
    if not hasattr(current_app.view_functions[request.endpoint], "zugang"):
        abort(403)
    return None
