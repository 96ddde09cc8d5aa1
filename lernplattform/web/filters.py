"""Words for values of the domain, as templates show them."""

import re

from flask import Flask
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from lernplattform.models.person import Rolle
from lernplattform.models.qualifizierung import QualifizierungStand

ROLLEN: dict[Rolle, LazyString] = {
    Rolle.LOTSE: _l("Lotsin oder Lotse"),
    Rolle.TRAINER: _l("Trainerin oder Trainer"),
    Rolle.KOORDINATION: _l("Koordination"),
    Rolle.VERWALTUNG: _l("Verwaltung"),
}
STAENDE: dict[QualifizierungStand, LazyString] = {
    QualifizierungStand.LAEUFT: _l("läuft"),
    QualifizierungStand.VOLLSTAENDIG: _l("vollständig"),
    QualifizierungStand.BESTAETIGT: _l("bestätigt"),
    QualifizierungStand.WIDERRUFEN: _l("widerrufen"),
}
THEMEN: dict[str, LazyString] = {
    "grenzen": _l("Grenzen"),
    "konflikte": _l("Konflikte"),
    "datenschutz": _l("Verschwiegenheit und Datenschutz"),
    "kommunikation": _l("Miteinander sprechen"),
    "rolle": _l("Meine Rolle"),
    "werte": _l("Werte und Haltungen"),
    "netzwerke": _l("Netzwerke"),
}


def anruf(nummer: str) -> str:
    """The address that makes a phone dial; `+49 (0)69` is `+4969` to it."""
    ohne_null = nummer.replace("(0)", "") if nummer.startswith("+") else nummer
    return "tel:" + re.sub(r"[^0-9+]", "", ohne_null)


def richte_ein(app: Flask) -> None:
    app.jinja_env.filters["rolle"] = ROLLEN.__getitem__
    app.jinja_env.filters["stand"] = STAENDE.__getitem__
    app.jinja_env.filters["anruf"] = anruf
    app.jinja_env.filters["themenname"] = THEMEN.__getitem__
