"""The one place that reads the clock; everybody else is given `jetzt`."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

ORTSZEIT = ZoneInfo("Europe/Berlin")


def jetzt() -> datetime:
    return datetime.now(UTC)
