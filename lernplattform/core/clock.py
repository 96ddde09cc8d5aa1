"""The one place that reads the clock; everybody else is given `jetzt`."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ORTSZEIT = ZoneInfo("Europe/Berlin")


def jetzt() -> datetime:
    return datetime.now(UTC)


def heute() -> date:
    """Today on the clock of the people, not of UTC."""
    return jetzt().astimezone(ORTSZEIT).date()
