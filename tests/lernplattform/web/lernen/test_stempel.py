from datetime import timedelta

import pytest
from flask import Flask

from lernplattform.web.lernen.stempel import gezeigt_am, stemple
from tests.fabrik import JETZT


def test_a_stamp_tells_when_its_question_was_shown(app: Flask):
    assert gezeigt_am(stemple(7, 2, JETZT), 7, 2) == JETZT


@pytest.mark.parametrize(("durchlauf_id", "schritt"), [(8, 2), (7, 3)])
def test_a_stamp_of_another_step_tells_nothing(app: Flask, durchlauf_id: int, schritt: int):
    assert gezeigt_am(stemple(7, 2, JETZT), durchlauf_id, schritt) is None


def test_an_altered_stamp_tells_nothing(app: Flask):
    stempel, spaeter = stemple(7, 2, JETZT), stemple(7, 2, JETZT + timedelta(hours=1))
    gemischt = f"{spaeter.split('.')[0]}.{stempel.split('.')[1]}"
    for falsch in ("", "x", "x.y", gemischt):
        assert gezeigt_am(falsch, 7, 2) is None
