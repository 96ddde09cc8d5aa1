"""What no page ever sends is turned away before a database chokes on it."""

from typing import Any

from flask import Flask, abort, request
from werkzeug.routing import IntegerConverter, Map

from lernplattform.core.kennung import GROESSTE


class Kennung(IntegerConverter):
    """`<int:…>` in an address: a number too large for an id is an unknown address."""

    regex = r"\d{1,10}"

    def __init__(self, karte: Map) -> None:
        super().__init__(karte, max=GROESSTE)


def richte_ein(app: Flask) -> None:
    app.url_map.converters["int"] = Kennung
    app.before_request(_weise_nullzeichen_ab)


def _weise_nullzeichen_ab() -> Any:
    """PostgreSQL keeps no NUL in a text, and nobody can type one."""
    if any("\x00" in wert for _name, werte in request.form.lists() for wert in werte):
        abort(400)
    return None
