"""Who may enter where: every route with every role, own Standort and foreign."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask
from werkzeug.routing import Rule

from lernplattform.models.person import Rolle
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import CSRF, Besuch
from tests.structure.welt import Welt, baue_welt

ROUTEN: dict[str, str] = yaml.safe_load((Path(__file__).parent / "routen.yaml").read_text())
FEST = {
    "sprache": "de",
    "nr": 1,
    "aktiv": "ja",
    "token": "unbekannt",
    "nummer": "ABCD",
    "art": "impressum",
    "thema": "zugang",
    "bereich": "lernen",
}
MARKE = re.compile(r'data-marke="[0-9a-f]*"')
SEKUNDEN = re.compile(r'data-(ruhe|hoechst)="\d+"')
UNBEKANNT = 999_999
Besucht = Callable[[], Besuch]


def regeln(app: Flask) -> Iterator[Rule]:
    return (regel for regel in app.url_map.iter_rules() if regel.endpoint != "static")


def methode(regel: Rule) -> str:
    return "POST" if "POST" in (regel.methods or ()) else "GET"


def darf(regel: Rule) -> set[str]:
    return set(ROUTEN[f"{methode(regel)} {regel.rule}"].split())


def pfad(app: Flask, regel: Rule, werte: dict[str, object]) -> str:
    with app.test_request_context():
        return str(
            app.url_for(regel.endpoint, **{a: {**FEST, **werte}[a] for a in regel.arguments})
        )


def rufe(besucher: Besuch, regel: Rule, ziel: str, token: str) -> Any:
    if methode(regel) == "GET":
        return besucher.client.get(ziel)
    return besucher.post(ziel, csrf_token=token, schritt="0")


@pytest.fixture
def welten(app: Flask) -> tuple[Welt, Welt]:
    katalog = spiele_beispiel_ein()
    verwaltung = mache_person(Rolle.VERWALTUNG)
    return baue_welt(katalog, verwaltung), baue_welt(katalog, verwaltung)


def test_the_list_of_routes_is_a_reviewed_file(app: Flask) -> None:
    da = {f"{methode(regel)} {regel.rule}" for regel in regeln(app)}
    assert da == set(ROUTEN), "Write the change into routen.yaml: mails and bookmarks point here"


def test_without_signing_in_only_public_pages_open(
    app: Flask, besuch: Besucht, welten: tuple[Welt, Welt]
) -> None:
    token = (besucher := besuch()).csrf_token()
    for regel in regeln(app):
        antwort = rufe(besucher, regel, pfad(app, regel, welten[0].werte), token)
        zum_login = antwort.status_code == 303 and "/login" in antwort.headers["Location"]
        assert zum_login == ("alle" not in darf(regel)), (regel.rule, antwort.status)
        assert antwort.status_code < 500, regel.rule


@pytest.mark.parametrize("rolle", list(Rolle))
def test_each_role_enters_its_own_pages_and_no_others(
    app: Flask, besuch: Besucht, welten: tuple[Welt, Welt], rolle: Rolle
) -> None:
    person = welten[0].personen[rolle]
    for regel in regeln(app):
        besucher = besuch().melde_an(person)  # anew: one of the routes signs out
        antwort = rufe(besucher, regel, pfad(app, regel, welten[0].werte), besucher.csrf_token())
        erlaubt = bool(darf(regel) & {"alle", "angemeldet", rolle.value})
        assert (antwort.status_code != 403) == erlaubt, (regel.rule, antwort.status)
        assert antwort.status_code < 500, (regel.rule, antwort.status)


def test_what_belongs_to_another_standort_is_as_unknown_as_what_does_not_exist(
    app: Flask, besuch: Besucht, welten: tuple[Welt, Welt]
) -> None:
    eigene, fremde = welten
    objekte = {name for name in eigene.werte if eigene.werte[name] != fremde.werte[name]}
    geprueft = 0
    for regel in regeln(app):
        for rolle in darf(regel) & {Rolle.LOTSE, Rolle.TRAINER, Rolle.KOORDINATION}:
            for name in regel.arguments & objekte:
                antworten = [
                    _als(besuch, eigene, Rolle(rolle), app, regel, {**eigene.werte, name: wert})
                    for wert in (fremde.werte[name], UNBEKANNT)
                ]
                assert [a.status_code for a in antworten] == [404, 404], (regel.rule, name)
                assert _ohne_token(antworten[0]) == _ohne_token(antworten[1]), regel.rule
                geprueft += 1
    assert geprueft >= 20


def _als(
    besuch: Besucht, welt: Welt, rolle: Rolle, app: Flask, regel: Rule, werte: dict[str, object]
) -> Any:
    besucher = besuch().melde_an(welt.personen[rolle])
    return rufe(besucher, regel, pfad(app, regel, werte), besucher.csrf_token())


def _ohne_token(antwort: Any) -> str:
    """The body as far as it says something; what changes with each session is taken out."""
    text = antwort.get_data(as_text=True)
    for eigenes in (CSRF, MARKE, SEKUNDEN):
        text = eigenes.sub("", text)
    return text
