"""One page of a long list, cut by keyset."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from lernplattform.core.kennung import als_kennung

T = TypeVar("T")
Marke = tuple[str, int]


@dataclass(frozen=True)
class Seite(Generic[T]):
    """`weiter` leads to the next page; None on the last one."""

    zeilen: Sequence[T]
    weiter: str | None


def verpacke(marke: Marke) -> str:
    return base64.urlsafe_b64encode(json.dumps(marke).encode()).decode().rstrip("=")


def entpacke(text: str | None) -> Marke | None:
    """The mark in a URL; whatever is not one means the first page."""
    if not text:
        return None
    try:
        roh = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        schluessel, kennung = json.loads(roh)
        return _text(schluessel), als_kennung(kennung)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def _text(wert: object) -> str:
    """Raises ValueError for what no database takes as text."""
    text = str(wert)
    text.encode()
    if "\x00" in text:
        raise ValueError("NUL")
    return text
