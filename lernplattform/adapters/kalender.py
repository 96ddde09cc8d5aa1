"""A Seminar as a calendar file (iCalendar): one event for each Termin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event

from lernplattform.core.clock import ORTSZEIT


@dataclass(frozen=True, slots=True)
class Kalendertermin:
    """`kennung` stays the same when a date moves, so that a calendar replaces its entry."""

    kennung: str
    titel: str
    ort: str
    beginn: datetime
    ende: datetime
    url: str


def mache_kalender(termine: Sequence[Kalendertermin], jetzt: datetime) -> bytes:
    """Times are local ones with their VTIMEZONE: 18 Uhr stays 18 Uhr over a clock change."""
    kalender = Calendar()
    kalender.add("prodid", "-//Lotsen-Lernplattform//Seminare//DE")
    kalender.add("version", "2.0")
    for termin in termine:
        kalender.add_component(_ereignis(termin, jetzt))
    kalender.add_missing_timezones()
    datei: bytes = kalender.to_ical()
    return datei


def _ereignis(termin: Kalendertermin, jetzt: datetime) -> Event:
    ereignis = Event()
    ereignis.add("uid", termin.kennung)
    ereignis.add("dtstamp", jetzt)
    ereignis.add("dtstart", termin.beginn.astimezone(ORTSZEIT))
    ereignis.add("dtend", termin.ende.astimezone(ORTSZEIT))
    ereignis.add("summary", termin.titel)
    ereignis.add("location", termin.ort)
    ereignis.add("url", termin.url)
    return ereignis
