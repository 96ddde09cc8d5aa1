from datetime import date

import pytest

from lernplattform.core.i18n import datum


@pytest.mark.parametrize(
    ("sprache", "text"),
    [("de", "Dienstag, 1. Dezember 2026"), ("en", "Tuesday, 1 December 2026")],
)
def test_a_day_is_said_with_its_weekday_and_without_a_time(sprache: str, text: str) -> None:
    assert datum(date(2026, 12, 1), sprache) == text
