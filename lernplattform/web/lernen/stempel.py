"""When a question was shown: a signed stamp in its form, so that no row is written on GET."""

from datetime import UTC, datetime

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer


def stemple(durchlauf_id: int, schritt: int, jetzt: datetime) -> str:
    return str(_schreiber().dumps([durchlauf_id, schritt, int(jetzt.timestamp())]))


def gezeigt_am(stempel: str, durchlauf_id: int, schritt: int) -> datetime | None:
    """None for a stamp that is missing, forged, or of another step: then nobody was fast."""
    try:
        lauf, stelle, sekunden = _schreiber().loads(stempel)
    except (BadSignature, ValueError):
        return None
    if (lauf, stelle) != (durchlauf_id, schritt):
        return None
    return datetime.fromtimestamp(sekunden, UTC)


def _schreiber() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="frage-gezeigt")
