"""Logs as JSON lines with a request id, and without what must not be logged."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

GEHEIM = frozenset({"passwort", "token", "csrf_token", "email", "antwort", "text", "nachname"})


def richte_ein(*, lesbar: bool) -> None:
    """`lesbar`: lines for people (demo) instead of JSON."""
    ausgabe = structlog.dev.ConsoleRenderer() if lesbar else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _schwaerze,
            structlog.processors.format_exc_info,
            ausgabe,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _schwaerze(
    _logger: Any, _methode: str, eintrag: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    for schluessel in GEHEIM & eintrag.keys():
        eintrag[schluessel] = "[geschwärzt]"
    return eintrag
