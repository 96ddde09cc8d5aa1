import pytest
from flask import Flask

from lernplattform.web.lernen.texte import dauer

pytestmark = pytest.mark.nur_sqlite


@pytest.mark.parametrize(
    ("anzahl", "gesagt"),
    [
        (1, "1 Minute"),
        (59, "59 Minuten"),
        (60, "1 Stunde"),
        (69, "1 Std. 10 Min."),
        (118, "2 Stunden"),
        (172, "2 Std. 50 Min."),
        (337, "6 Stunden"),
    ],
)
def test_time_is_said_as_exactly_as_anybody_needs_it(app: Flask, anzahl: int, gesagt: str) -> None:
    with app.test_request_context():
        assert dauer(anzahl) == gesagt
