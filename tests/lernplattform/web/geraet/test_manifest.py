"""The platform can be put on a home screen, in each language, with our own mark."""

import struct

import pytest
from flask.testing import FlaskClient

from lernplattform.core.i18n import SPRACHEN

pytestmark = pytest.mark.nur_sqlite


@pytest.mark.parametrize("sprache", list(SPRACHEN))
def test_it_names_what_an_installation_needs(client: FlaskClient, sprache: str) -> None:
    antwort = client.get(f"/manifest/{sprache}.webmanifest")
    manifest = antwort.get_json(force=True)
    assert antwort.mimetype == "application/manifest+json"
    assert manifest["lang"] == sprache
    assert manifest["dir"] == ("rtl" if sprache == "ar" else "ltr")
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == (
        "/",
        "/",
        "standalone",
    )
    assert len(manifest["short_name"]) <= 12
    zwecke = {(symbol["sizes"], symbol["purpose"]) for symbol in manifest["icons"]}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= zwecke


def test_each_picture_is_as_large_as_the_manifest_says(client: FlaskClient) -> None:
    for symbol in client.get("/manifest/de.webmanifest").get_json(force=True)["icons"]:
        with client.get(symbol["src"]) as antwort:
            assert antwort.mimetype == symbol["type"]
            if symbol["type"] == "image/png":
                breite, hoehe = struct.unpack(">II", antwort.data[16:24])
                assert f"{breite}x{hoehe}" == symbol["sizes"]


def test_every_page_leads_to_the_manifest_of_its_language(client: FlaskClient) -> None:
    assert "/manifest/de.webmanifest" in client.get("/").text
    assert "/manifest/ar.webmanifest" in client.get("/", headers={"Accept-Language": "ar"}).text


def test_a_language_that_is_not_offered_has_none(client: FlaskClient) -> None:
    assert client.get("/manifest/xx.webmanifest").status_code == 404
