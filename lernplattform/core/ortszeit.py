"""Wall-clock times of Europe/Berlin, as people type them, and the UTC times that are stored."""

from datetime import UTC, datetime, timedelta

from lernplattform.core.clock import ORTSZEIT


class UhrzeitFehlt(ValueError):
    """The clock is put forward past this time: it does not exist."""


class UhrzeitDoppelt(ValueError):
    """The clock is put back: this time comes twice, and nobody can tell which is meant."""


def aus_ortszeit(eingabe: datetime) -> datetime:
    """A naive local time as UTC. Raises UhrzeitFehlt or UhrzeitDoppelt around a clock change."""
    frueh = eingabe.replace(tzinfo=ORTSZEIT, fold=0)
    spaet = eingabe.replace(tzinfo=ORTSZEIT, fold=1)
    zeit = frueh.astimezone(UTC)
    if in_ortszeit(zeit) != eingabe.replace(fold=0):
        raise UhrzeitFehlt
    if spaet.utcoffset() != frueh.utcoffset():
        raise UhrzeitDoppelt
    return zeit


def in_ortszeit(zeit: datetime) -> datetime:
    """An aware time as a naive local one, for an input field."""
    return zeit.astimezone(ORTSZEIT).replace(tzinfo=None, fold=0)


def tage_vorher(zeit: datetime, tage: int) -> datetime:
    """The same time on the clock some days before, also across a clock change."""
    return (zeit.astimezone(ORTSZEIT) - timedelta(days=tage)).astimezone(UTC)
