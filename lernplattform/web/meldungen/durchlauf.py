"""Sentences for conflicts (code: sentence) of services/durchlauf."""

from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {}
