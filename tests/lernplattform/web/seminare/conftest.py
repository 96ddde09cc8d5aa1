import pytest
from flask import Flask

from lernplattform.models.standort import Standort
from tests.fabrik import mache_standort


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort("Musterstadt")
