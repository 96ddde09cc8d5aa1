"""The way back to a list as it was: filtered, at the same page, at the row one came from.

What a list was asked for last stands in the session cookie, by its path. So every link back works
without a script, after a POST and from a page further down, and no address carries another one.
"""

from typing import Any

from flask import Flask, request, session, url_for

SCHLUESSEL = "listen"
# A cookie is small: the lists that were looked at last are enough.
HOECHSTENS = 6
LAENGE = 400


def richte_ein(app: Flask) -> None:
    app.jinja_env.globals["liste"] = zur_liste


def merke_liste() -> None:
    """Called by a list: this page of it is where the way back leads."""
    gemerkt: dict[str, str] = session.get(SCHLUESSEL, {})
    pfad, anfrage = request.script_root + request.path, request.query_string.decode("latin-1")
    neu = {ort: wert for ort, wert in gemerkt.items() if ort != pfad}
    if anfrage and len(anfrage) <= LAENGE:
        neu[pfad] = anfrage
    if neu != gemerkt:
        session[SCHLUESSEL] = dict(list(neu.items())[-HOECHSTENS:])


def zur_liste(endpoint: str, person_id: int | None = None, **werte: Any) -> str:
    """The address of a list as it was seen last, at the row of a person where one is given."""
    pfad = url_for(endpoint, **werte)
    anfrage = session.get(SCHLUESSEL, {}).get(pfad)
    stelle = f"#person-{person_id}" if person_id is not None else ""
    return f"{pfad}?{anfrage}{stelle}" if anfrage else f"{pfad}{stelle}"
