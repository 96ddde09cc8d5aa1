from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lernplattform.core.ortszeit import (
    UhrzeitDoppelt,
    UhrzeitFehlt,
    aus_ortszeit,
    in_ortszeit,
    tage_vorher,
)


def _ort(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_winter_and_summer_have_different_offsets() -> None:
    assert aus_ortszeit(_ort("2026-12-01 18:00")) == datetime(2026, 12, 1, 17, tzinfo=UTC)
    assert aus_ortszeit(_ort("2026-07-01 18:00")) == datetime(2026, 7, 1, 16, tzinfo=UTC)


def test_new_years_eve_and_the_leap_day_keep_their_date() -> None:
    assert aus_ortszeit(_ort("2026-12-31 23:59")) == datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    assert aus_ortszeit(_ort("2028-02-29 00:00")) == datetime(2028, 2, 28, 23, tzinfo=UTC)


@pytest.mark.parametrize("uhrzeit", ["02:00", "02:30", "02:59"])
def test_the_hour_that_the_clock_skips_does_not_exist(uhrzeit: str) -> None:
    with pytest.raises(UhrzeitFehlt):
        aus_ortszeit(_ort(f"2027-03-28 {uhrzeit}"))


@pytest.mark.parametrize("uhrzeit", ["02:00", "02:30", "02:59"])
def test_the_hour_that_comes_twice_is_not_guessed(uhrzeit: str) -> None:
    with pytest.raises(UhrzeitDoppelt):
        aus_ortszeit(_ort(f"2026-10-25 {uhrzeit}"))


@pytest.mark.parametrize("zeit", ["2027-03-28 01:59", "2027-03-28 03:00"])
@pytest.mark.parametrize("tag", ["2027-03-28", "2026-10-25"])
def test_the_hours_around_a_change_are_fine(tag: str, zeit: str) -> None:
    eingabe = _ort(f"{tag} {zeit.split()[1]}")
    assert in_ortszeit(aus_ortszeit(eingabe)) == eingabe


@given(st.datetimes(_ort("2020-01-01"), _ort("2040-01-01")))
def test_what_is_taken_in_is_shown_again(eingabe: datetime) -> None:
    try:
        zeit = aus_ortszeit(eingabe)
    except (UhrzeitFehlt, UhrzeitDoppelt):
        assume(False)
    assert in_ortszeit(zeit) == eingabe


def test_days_before_are_counted_on_the_wall_clock() -> None:
    nach_der_umstellung = aus_ortszeit(_ort("2026-10-26 18:00"))
    vorher = tage_vorher(nach_der_umstellung, 2)
    assert in_ortszeit(vorher) == _ort("2026-10-24 18:00")
    assert nach_der_umstellung - vorher == timedelta(days=2, hours=1)
