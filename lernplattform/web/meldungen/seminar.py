"""Sentences for conflicts (code: sentence) of services/seminar."""

from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {}
