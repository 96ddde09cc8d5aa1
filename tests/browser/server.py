"""The app on a real port, and people who are signed in there."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from contextvars import Context
from typing import Any

from flask import Flask, session
from playwright.sync_api import Browser, BrowserContext
from werkzeug.serving import WSGIRequestHandler, make_server

from lernplattform.core import clock
from lernplattform.core.transaction import transaktion
from lernplattform.services.sitzung import beginne_sitzung
from tests.browser.chromium import FRIST

HOST = "127.0.0.1"


class _Still(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """The log of requests would hide what pytest says."""


def _am_stueck(app: Flask) -> Callable[..., Iterable[bytes]]:
    """Werkzeug's server leaves files open when a reader hangs up, as who leaves a page does."""

    def antworte(umgebung: Any, beginne: Any) -> Iterable[bytes]:
        with closing(app.wsgi_app(umgebung, beginne)) as teile:
            return [b"".join(teile)]

    return antworte


@contextmanager
def diene(app: Flask) -> Iterator[str]:
    """The address of `app`, served by threads of this process."""
    server = make_server(HOST, 0, _am_stueck(app), threaded=True, request_handler=_Still)
    faden = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    faden.start()
    try:
        yield f"http://{HOST}:{server.server_port}"
    finally:
        server.shutdown()
        faden.join()
        server.server_close()


class Buehne:
    """Browser and server together: opens windows for people."""

    def __init__(self, app: Flask, browser: Browser, adresse: str) -> None:
        self.app = app
        self.adresse = adresse
        self._browser = browser
        self._fenster: dict[tuple[int | None, str], BrowserContext] = {}
        self._offene: list[BrowserContext] = []

    def fenster(self, person_id: int | None = None, sprache: str = "de") -> BrowserContext:
        """The window of this person, signed in; always the same one, so that its cache serves."""
        wer = (person_id, sprache)
        if wer not in self._fenster:
            self._fenster[wer] = self.neues_fenster(person_id, locale=sprache)
        return self._fenster[wer]

    def neues_fenster(self, person_id: int | None = None, **optionen: Any) -> BrowserContext:
        """Without the service worker, unless `service_workers="allow"`: pages as they are sent."""
        grund = {"base_url": self.adresse, "locale": "de-DE", "service_workers": "block"}
        kontext = self._browser.new_context(**{**grund, **optionen})
        self._offene.append(kontext)
        kontext.set_default_timeout(FRIST)
        if person_id is not None:
            wert = Context().run(_cookie, self.app, person_id)
            name = self.app.config["SESSION_COOKIE_NAME"]
            kontext.add_cookies([{"name": name, "value": wert, "url": self.adresse}])
        return kontext

    def schliesse(self) -> None:
        """Pages left open would go on asking a server that is no longer there."""
        for kontext in self._offene:
            kontext.close()


def _cookie(app: Flask, person_id: int) -> str:
    """The session cookie as the app itself would sign it."""
    with app.test_request_context():
        with transaktion():
            session["sitzung"] = beginne_sitzung(person_id, clock.jetzt())
        signierer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        return str(signierer.dumps(dict(session)))
