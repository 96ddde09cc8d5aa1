"""Sentences for conflicts (code: sentence) of services/konto and services/personen."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {
    "aufgaben_anderswo": _l(
        "Diese Person hat auch anderswo Aufgaben. Über ihren Zugang entscheidet die Verwaltung."
    ),
    "eigener_zugang": _l(
        "Ihren eigenen Zugang können Sie sich nicht nehmen. Das kann nur eine andere Person tun."
    ),
    "letzte_verwaltung": _l(
        "Das ist die letzte Person mit der Aufgabe Verwaltung. Geben Sie sie zuerst einer anderen."
    ),
}
