"""Sentences for conflicts (code: sentence) of services/konto and services/personen."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {
    "letzte_verwaltung": _l(
        "Das ist die letzte Person mit der Aufgabe Verwaltung. Geben Sie sie zuerst einer anderen."
    ),
}
