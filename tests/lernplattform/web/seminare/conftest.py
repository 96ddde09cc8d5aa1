import pytest
import time_machine
from flask import Flask

from lernplattform.models.standort import Standort
from tests.fabrik import JETZT, mache_standort
from tests.katalog import spiele_beispiel_ein


@pytest.fixture(autouse=True)
def _heute(app: Flask) -> object:
    spiele_beispiel_ein()
    with time_machine.travel(JETZT, tick=False):
        yield


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort("Musterstadt")
