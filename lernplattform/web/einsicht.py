"""Looking at a person is an act: it is recorded before the page is shown."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from lernplattform.core import clock
from lernplattform.core.transaction import transaktion
from lernplattform.services.protokoll import vermerke_einsicht
from lernplattform.web.zugang import angemeldet

P = ParamSpec("P")
R = TypeVar("R")


def einsicht(was: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a GET view that shows staff the data of the person `person_id` (its URL parameter).

    The view runs first: what it refuses (403, 404) was not seen, so it is not recorded.
    """

    def markiere(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def mit_vermerk(*args: P.args, **kwargs: P.kwargs) -> R:
            antwort = view(*args, **kwargs)
            with transaktion():
                person_id = cast(int, kwargs["person_id"])
                vermerke_einsicht(angemeldet().person_id, person_id, was, clock.jetzt())
            return antwort

        mit_vermerk.einsicht = was  # type: ignore[attr-defined]
        return mit_vermerk

    return markiere
