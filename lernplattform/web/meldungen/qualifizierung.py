"""Sentences for conflicts (code: sentence) of services/qualifizierung."""

from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {}
