"""When the accessibility statement must be checked again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernplattform.queries.barrierefreiheit import naechste_pruefung
from lernplattform.queries.barrierevorgabe import VORGABE

TAGE = st.dates(date(2000, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("geprueft", "faellig"),
    [
        (date(2026, 11, 23), date(2027, 11, 23)),
        (date(2027, 12, 31), date(2028, 12, 31)),
        (date(2028, 2, 29), date(2029, 3, 1)),
    ],
)
def test_a_check_is_due_after_twelve_months(geprueft: date, faellig: date) -> None:
    assert naechste_pruefung(geprueft) == faellig


@given(TAGE)
def test_between_two_checks_lies_a_year_and_never_more_than_a_day_over(tag: date) -> None:
    assert timedelta(days=365) <= naechste_pruefung(tag) - tag <= timedelta(days=366)


@given(TAGE, TAGE)
def test_who_checks_later_is_due_later(frueh: date, spaet: date) -> None:
    if frueh < spaet:
        assert naechste_pruefung(frueh) <= naechste_pruefung(spaet)


def test_the_day_is_the_one_in_hessen() -> None:
    erklaerung = replace(VORGABE, geprueft_am=date(2026, 11, 23))
    assert not erklaerung.pruefung_faellig(datetime(2027, 11, 22, 22, 59, tzinfo=UTC))
    assert erklaerung.pruefung_faellig(datetime(2027, 11, 22, 23, 0, tzinfo=UTC))
