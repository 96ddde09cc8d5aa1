"""The service worker is handed out with what it shall keep, and with nothing of a person."""

import json
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lernplattform.models.person import Rolle
from tests.fabrik import mache_person
from tests.katalog import beispiel_katalog, ersetze_inhalt, spiele_beispiel_ein
from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite


def _angaben(client: FlaskClient) -> dict[str, Any]:
    return json.loads(client.get("/sw.js").text.splitlines()[0][len("const LP = ") : -1])


def test_the_browser_asks_for_it_each_time_and_gets_it_once(client: FlaskClient) -> None:
    erste = client.get("/sw.js")
    assert erste.mimetype == "text/javascript"
    assert erste.headers["Cache-Control"] == "no-cache"
    nochmal = client.get("/sw.js", headers={"If-None-Match": erste.headers["ETag"]})
    assert (nochmal.status_code, nochmal.data) == (304, b"")


def test_it_is_the_same_for_everybody(app: Flask) -> None:
    spiele_beispiel_ein()
    texte = {
        Besuch(app).client.get("/sw.js").text,
        Besuch(app).melde_an(mache_person(Rolle.LOTSE)).client.get("/sw.js").text,
        Besuch(app).melde_an(mache_person(Rolle.TRAINER)).client.get("/sw.js").text,
    }
    assert len(texte) == 1


def test_everything_in_the_shell_exists_and_is_public(client: FlaskClient) -> None:
    angaben = _angaben(client)
    assert len(angaben["huelle"]) >= 6
    seiten = [angaben["offline"]["kopie"], *(s["kopie"] for s in angaben["oeffentlich"])]
    for adresse in (*angaben["huelle"], *seiten):
        with client.get(adresse) as antwort:
            assert antwort.status_code == 200, adresse


def test_no_page_in_the_shell_has_a_form_or_the_local_contacts(client: FlaskClient) -> None:
    """The worker refuses a text with a token: such a page would silently not be kept."""
    angaben = _angaben(client)
    assert [s["adresse"] for s in angaben["oeffentlich"]] == ["/notfall/"]
    for seite in (angaben["offline"], *angaben["oeffentlich"]):
        text = client.get(seite["kopie"]).text
        assert "csrf_token" not in text
        assert "Bei Ihnen vor Ort" not in text


def test_what_a_page_loads_is_what_the_shell_holds(client: FlaskClient) -> None:
    seite = client.get("/offline/").text
    huelle = _angaben(client)["huelle"]
    for adresse in re.findall(r'(?:rel="stylesheet"\s+|src=)(?:href=)?"(/[^"]+)"', seite):
        assert adresse in huelle, adresse


def test_new_content_makes_a_new_worker(client: FlaskClient) -> None:
    spiele_beispiel_ein()
    vorher = _angaben(client)["fassung"]
    lektion = beispiel_katalog().lektion("gut-zuhoeren")
    assert lektion
    neu = type(lektion)(**{**_felder(lektion), "titel": "Besser zuhören"})
    spiele_beispiel_ein(ersetze_inhalt(beispiel_katalog(), neu))
    assert _angaben(client)["fassung"] != vorher


def _felder(lektion: Any) -> dict[str, Any]:
    return {name: getattr(lektion, name) for name in lektion.__dataclass_fields__}


def test_beside_the_first_page_the_worker_costs_little(client: FlaskClient) -> None:
    angaben = _angaben(client)
    seiten = [angaben["offline"]["kopie"], *(s["kopie"] for s in angaben["oeffentlich"])]
    gzip = {"Accept-Encoding": "gzip"}
    summe = sum(len(client.get(a, headers=gzip).data) for a in ("/sw.js", *seiten))
    assert summe < 14_000
