"""Sentences for conflicts (code: sentence) of services/konto and services/personen."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {
    "aufgaben_anderswo": _l(
        "Diese Person hat auch anderswo Aufgaben. Über ihren Zugang entscheidet die Verwaltung."
    ),
    "letzte_verwaltung": _l(
        "Das ist die letzte Person mit der Aufgabe Verwaltung. Geben Sie sie zuerst einer anderen."
    ),
}
