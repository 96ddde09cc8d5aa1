"""Text goes small over the line and arrives as it was."""

import gzip

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from lernplattform.models.person import Rolle
from lernplattform.web.kompression import verdichte_mit_fuellung
from lernplattform.web.statisch import KERN as KERN_DATEI
from tests.fabrik import mache_person
from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite

GZIP = {"Accept-Encoding": "gzip, deflate, br"}
KERN = f"/static/{KERN_DATEI}"
SCHRIFT = "/static/vendor/fontsource-fira-sans-5.3.0/fira-sans-latin-400-normal.woff2"


@given(st.binary(max_size=3000))
def test_what_was_made_small_is_read_as_it_was(roh: bytes) -> None:
    assert gzip.decompress(verdichte_mit_fuellung(roh)) == roh


def test_the_length_of_the_same_page_varies_so_that_it_tells_nothing_exact() -> None:
    assert len({len(verdichte_mit_fuellung(b"immer gleich" * 100)) for _ in range(60)}) > 8


@pytest.mark.parametrize("pfad", ["/", "/gibt-es-nicht", KERN, "/static/css/grund.css"])
def test_text_comes_compressed_to_whoever_reads_it_and_plain_to_others(
    client: FlaskClient, pfad: str
) -> None:
    with client.get(pfad, headers=GZIP) as klein, client.get(pfad) as ganz:
        assert klein.headers["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in ganz.headers
        assert "Accept-Encoding" in ganz.headers["Vary"]
        assert int(klein.headers["Content-Length"]) == len(klein.data) < len(ganz.data)
        if pfad.startswith("/static/"):
            assert gzip.decompress(klein.data) == ganz.data


def test_kern_weighs_no_more_than_36_kilobytes(client: FlaskClient) -> None:
    with client.get(KERN, headers=GZIP) as antwort:
        assert len(antwort.data) < 36 * 1024


def test_fonts_are_small_already_and_stay_as_they_are(client: FlaskClient) -> None:
    with client.get(SCHRIFT, headers=GZIP) as antwort:
        assert "Content-Encoding" not in antwort.headers
        assert antwort.data.startswith(b"wOF2")


def test_a_refused_encoding_is_not_sent(client: FlaskClient) -> None:
    with client.get(KERN, headers={"Accept-Encoding": "gzip;q=0"}) as antwort:
        assert "Content-Encoding" not in antwort.headers


def test_a_part_of_a_file_is_cut_from_the_file_itself(client: FlaskClient) -> None:
    with client.get(KERN, headers={**GZIP, "Range": "bytes=0-9"}) as antwort:
        assert (antwort.status_code, len(antwort.data)) == (206, 10)


def test_a_file_that_is_here_already_is_not_sent_again(client: FlaskClient) -> None:
    with client.get(KERN, headers=GZIP) as antwort:
        kennung = antwort.headers["ETag"]
    assert kennung.startswith("W/")
    with client.get(KERN, headers={**GZIP, "If-None-Match": kennung}) as antwort:
        assert (antwort.status_code, antwort.data) == (304, b"")


def test_what_a_signed_in_person_sees_keeps_its_headers(app: Flask) -> None:
    client = Besuch(app).melde_an(mache_person(Rolle.VERWALTUNG)).client
    with client.get("/konto/", headers=GZIP) as antwort:
        assert antwort.headers["Content-Encoding"] == "gzip"
        assert antwort.headers["Cache-Control"] == "no-store"
        assert b"Abmelden" in gzip.decompress(antwort.data)
