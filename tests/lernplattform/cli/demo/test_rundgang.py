"""A walk through the demo: every link that somebody is shown leads somewhere."""

import re
from collections import Counter, deque
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask

from lernplattform.cli.demo.menschen import KONTEN, PASSWORT
from tests.seiten import Besuch

pytestmark = pytest.mark.nur_sqlite

LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')
JE_ENDPUNKT = 3
"""Pages of one kind to open: the fourth Lektion shows nothing that the others do not."""


def links(html: str, hier: str) -> list[str]:
    ziele = [urlsplit(urljoin(hier, unescape(ziel))) for ziel in LINK.findall(html)]
    return [
        ziel.path + (f"?{ziel.query}" if ziel.query else "")
        for ziel in ziele
        if ziel.scheme == "" and ziel.netloc == ""
    ]


@pytest.mark.parametrize("konto", [konto for konto, _ in KONTEN])
def test_every_link_on_the_way_of_an_account_leads_somewhere(demo: Flask, konto: str) -> None:
    besuch = Besuch(demo)
    besuch.sende("/login", kennung=konto, passwort=PASSWORT)
    gesehen, arten = {"/"}, Counter[str]()
    offen = deque(["/"])
    while offen:
        pfad = offen.popleft()
        antwort = besuch.client.get(pfad, follow_redirects=True)
        assert antwort.status_code == 200, (pfad, antwort.status)
        if antwort.mimetype != "text/html":
            continue
        for ziel in links(antwort.get_data(as_text=True), antwort.request.path):
            art = re.sub(r"\d+|(?<=lektion/|zenario/)[^/]+", "…", ziel.split("?")[0])
            arten[art] += ziel not in gesehen
            if ziel not in gesehen and arten[art] <= JE_ENDPUNKT:
                offen.append(ziel)
            gesehen.add(ziel)
    assert len(arten) > 8
