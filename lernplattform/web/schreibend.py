"""POST views: one transaction around the use case, rendering outside it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask.typing import ResponseReturnValue

from lernplattform.core.transaction import transaktion

P = ParamSpec("P")


def schreibend(view: Callable[P, Any]) -> Callable[P, ResponseReturnValue]:
    """Run the view in one transaction; it commits on return and rolls back on any exception.

    The lock is taken by the first statement, so parse and validate the form before it. A view
    that wants to render (an invalid form) returns a callable: it is called after the end of
    the transaction. Reads that must come before the lock stand in `core.transaction.lesend`.
    """

    @wraps(view)
    def in_transaktion(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        with transaktion():
            ergebnis = view(*args, **kwargs)
        return ergebnis() if callable(ergebnis) and not hasattr(ergebnis, "status") else ergebnis

    in_transaktion.schreibend = True  # type: ignore[attr-defined]
    return in_transaktion
