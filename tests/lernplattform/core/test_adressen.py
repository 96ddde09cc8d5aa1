"""Addresses in mails and on the command line."""

import re

import pytest
from flask import Flask

from lernplattform.core.adressen import PFADE, adresse

pytestmark = pytest.mark.nur_sqlite


@pytest.mark.parametrize("ziel", PFADE)
def test_every_address_is_a_page_of_the_app(app: Flask, ziel: str) -> None:
    """Raises werkzeug's NotFound or RequestRedirect if it is none."""
    app.url_map.bind("").match(re.sub(r"\{\w+\}", "1", PFADE[ziel]), method="GET")


def test_an_address_starts_with_the_configured_base() -> None:
    assert adresse("https://x.example", "einladung", token="a") == "https://x.example/einladung/a"
