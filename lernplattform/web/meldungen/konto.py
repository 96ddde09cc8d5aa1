"""Sentences for conflicts (code: sentence) of services/konto."""

from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {}
