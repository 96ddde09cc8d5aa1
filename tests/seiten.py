"""Read pages as a person would: forms by their buttons, links by their texts."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from lxml.html import fromstring
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from lernplattform.core import clock
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Person
from lernplattform.services.sitzung import beginne_sitzung

CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Besuch:
    """One visitor with cookies of its own."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client = app.test_client()
        self.antwort: TestResponse | None = None

    def melde_an(self, person: Person) -> "Besuch":
        """Signed in without the login page; journeys sign in through it instead."""
        with transaktion():
            token = beginne_sitzung(person.id, clock.jetzt())
        with self.client.session_transaction() as sitzung:
            sitzung["sitzung"] = token
        return self

    def oeffne(self, pfad: str, status: int = 200) -> str:
        """GET, following redirects; the text of the page."""
        self.antwort = self.client.get(pfad, follow_redirects=True)
        assert self.antwort.status_code == status, (pfad, self.antwort.status, self.text[:2000])
        return self.text

    def sende(self, pfad: str, status: int = 200, **felder: Any) -> str:
        """POST with a valid CSRF token, following redirects; the text of the page."""
        self.antwort = self.post(pfad, **felder)
        if self.antwort.status_code == 303:
            self.antwort = self.client.get(
                _pfad(self.antwort.headers["Location"]), follow_redirects=True
            )
        assert self.antwort.status_code == status, (pfad, self.antwort.status, self.text[:2000])
        return self.text

    def post(self, pfad: str, **felder: Any) -> TestResponse:
        """The bare answer to a POST, redirects not followed."""
        if "csrf_token" not in felder:
            felder["csrf_token"] = self.csrf_token()
        return self.client.post(pfad, data=felder)

    def csrf_token(self) -> str:
        """From any page with a form; the check of a Bescheinigung is open to everybody."""
        seiten = (self.client.get(pfad) for pfad in ("/login", "/konto/", "/pruefen/"))
        gefunden = next(filter(None, (CSRF.search(s.get_data(as_text=True)) for s in seiten)), None)
        assert gefunden, "no CSRF token on the page"
        return unescape(gefunden.group(1))

    @property
    def html(self) -> str:
        assert self.antwort is not None
        return self.antwort.get_data(as_text=True)

    @property
    def text(self) -> str:
        """What a person reads: without tags, white space folded."""
        return sichtbarer_text(self.html)

    def druecke(self, knopf: str, status: int = 200, **felder: Any) -> str:
        """Press the first button with this text, having typed `felder`; the text of what comes.

        Everything else goes along as the page has it: hidden fields, presets, chosen options.
        """
        formular = next(
            (
                f
                for f in fromstring(self.html).forms
                if knopf in " ".join(f.text_content().split())
                and any(knopf in " ".join(b.text_content().split()) for b in f.iter("button"))
            ),
            None,
        )
        assert formular is not None, f"no button {knopf!r} on the page: {self.text[:1500]}"
        werte = MultiDict(formular.form_values())
        for name, wert in felder.items():
            werte.setlist(name, wert if isinstance(wert, list) else [wert])
        assert self.antwort is not None
        ziel = formular.action or self.antwort.request.path
        self.antwort = self.client.post(ziel, data=werte)
        if self.antwort.status_code == 303:
            ziel = _pfad(self.antwort.headers["Location"])
            self.antwort = self.client.get(ziel, follow_redirects=True)
        assert self.antwort.status_code == status, (ziel, self.antwort.status, self.text[:2000])
        return self.text

    def klicke(self, text: str) -> str:
        """Follow the first link with this text."""
        return self.oeffne(self.link(text))

    def link(self, text: str) -> str:
        """The target of the first link whose text contains `text`."""
        for ziel, inhalt in re.findall(r'<a\b[^>]*href="([^"]+)"[^>]*>(.*?)</a>', self.html, re.S):
            if text in sichtbarer_text(inhalt):
                return unescape(ziel)
        raise AssertionError(f"no link {text!r} on the page: {self.text[:1500]}")


class _Leser(HTMLParser):
    """Collects text, passes over what is not shown."""

    STUMM = frozenset({"script", "style", "template", "head"})
    MITTEN_IM_WORT = frozenset({"bdi"})  # every other tag parts what stands around it

    def __init__(self) -> None:
        super().__init__()
        self.teile: list[str] = []
        self._stumm = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._stumm += tag in self.STUMM
        self._trenne(tag)

    def handle_endtag(self, tag: str) -> None:
        self._stumm -= tag in self.STUMM
        self._trenne(tag)

    def _trenne(self, tag: str) -> None:
        if tag not in self.MITTEN_IM_WORT:
            self.teile.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._stumm:
            self.teile.append(data)


def sichtbarer_text(html: str) -> str:
    leser = _Leser()
    leser.feed(html)
    return re.sub(r"\s+", " ", "".join(leser.teile)).strip()


def _pfad(url: str) -> str:
    teile = urlsplit(url)
    return teile.path + (f"?{teile.query}" if teile.query else "")
