from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from lernplattform.adapters.kalender import Kalendertermin, mache_kalender

JETZT = datetime(2026, 10, 1, 12, tzinfo=UTC)
# One evening before the clock is put back, one after: both at 18 Uhr.
SOMMER = datetime(2026, 10, 24, 16, tzinfo=UTC)
WINTER = datetime(2026, 10, 26, 17, tzinfo=UTC)


def _termin(nr: int, beginn: datetime, titel: str = "Zuhören; fragen, schweigen") -> Kalendertermin:
    return Kalendertermin(
        f"seminar-7-{nr}@lernen.example",
        titel,
        "Rathaus, Raum 2\nHintereingang",
        beginn,
        beginn + timedelta(hours=2),
        "https://lernen.example/seminare/7/",
    )


def _lies(*termine: Kalendertermin) -> Calendar:
    kalender = Calendar.from_ical(mache_kalender(termine, JETZT))
    assert isinstance(kalender, Calendar)
    return kalender


def test_each_termin_is_an_event_at_the_same_time_on_the_clock() -> None:
    kalender = _lies(_termin(1, SOMMER), _termin(2, WINTER))
    ereignisse = kalender.walk("VEVENT")
    assert [str(e["uid"]) for e in ereignisse] == [
        "seminar-7-1@lernen.example",
        "seminar-7-2@lernen.example",
    ]
    assert [e["dtstart"].params["TZID"] for e in ereignisse] == ["Europe/Berlin"] * 2
    assert [e.decoded("dtstart").astimezone(UTC) for e in ereignisse] == [SOMMER, WINTER]
    assert [e.decoded("dtstart").hour for e in ereignisse] == [18, 18]
    assert [e.decoded("dtend").hour for e in ereignisse] == [20, 20]


def test_the_time_zone_is_described_in_the_file() -> None:
    zonen = _lies(_termin(1, SOMMER), _termin(2, WINTER)).walk("VTIMEZONE")
    assert [str(zone["tzid"]) for zone in zonen] == ["Europe/Berlin"]
    assert {teil.name for teil in zonen[0].subcomponents} == {"STANDARD", "DAYLIGHT"}


def test_commas_lines_and_long_titles_survive_the_way_there_and_back() -> None:
    titel = "Ä" * 200 + ", „Grenzen“; \\ und mehr"
    ereignis = _lies(_termin(1, WINTER, titel)).walk("VEVENT")[0]
    assert str(ereignis["summary"]) == titel
    assert str(ereignis["location"]) == "Rathaus, Raum 2\nHintereingang"
    assert max(map(len, mache_kalender([_termin(1, WINTER, titel)], JETZT).split(b"\r\n"))) <= 75


def test_the_same_termin_keeps_its_identity_when_it_moves() -> None:
    vorher = _lies(_termin(1, SOMMER)).walk("VEVENT")[0]
    nachher = _lies(_termin(1, WINTER)).walk("VEVENT")[0]
    assert vorher["uid"] == nachher["uid"]
