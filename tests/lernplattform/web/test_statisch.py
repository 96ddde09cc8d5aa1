"""Static files are asked for once, and never shown stale."""

import re

import pytest
from flask import url_for
from flask.testing import FlaskClient

pytestmark = pytest.mark.nur_sqlite


def _hole(client: FlaskClient, adresse: str) -> tuple[int, str, str]:
    """Status, Cache-Control and text, with the file closed again."""
    with client.get(adresse) as antwort:
        text = antwort.get_data().decode(errors="replace")
        return antwort.status_code, antwort.headers.get("Cache-Control", ""), text


def test_every_file_that_a_page_names_may_be_kept_for_good(client: FlaskClient) -> None:
    _, _, seite = _hole(client, "/gibt-es-nicht")
    adressen = re.findall(r'(?:href|src)="(/(?:static/|stil\.|skript\.)[^"]+)"', seite)
    assert len(adressen) > 5
    for adresse in adressen:
        status, behalten, _ = _hole(client, adresse)
        assert (status, "immutable" in behalten) == (200, True), adresse


@pytest.mark.parametrize("kennung", ["", "?v=", "?v=000000000000"])
def test_an_address_that_does_not_fit_the_content_is_not_kept(
    client: FlaskClient, kennung: str
) -> None:
    assert "immutable" not in _hole(client, f"/static/css/grund.css{kennung}")[1]


def test_fonts_are_kept_because_their_folder_names_the_version(client: FlaskClient) -> None:
    _, _, stil = _hole(client, "/static/css/schrift.css")
    schrift = re.findall(r"url\(\"\.\./(vendor/[^\"]+)\"\)", stil)[0]
    assert "immutable" in _hole(client, f"/static/{schrift}")[1]


def test_what_does_not_exist_is_neither_named_nor_kept(client: FlaskClient) -> None:
    with client.application.test_request_context():
        assert url_for("static", filename="css/fehlt.css") == "/static/css/fehlt.css"
    status, behalten, _ = _hole(client, "/static/vendor/fehlt.css")
    assert (status, "immutable" in behalten) == (404, False)


def test_other_pages_are_never_kept(client: FlaskClient) -> None:
    assert "immutable" not in _hole(client, "/login?v=000000000000")[1]
