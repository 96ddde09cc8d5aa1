"""A Chromium of this machine, and what it reports of a page."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTE = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# The second: windows without the service worker, see Buehne.neues_fenster.
GEMEINT = ("the server responded with", "Service Worker registration blocked by Playwright")
FRIST = 10_000  # milliseconds that a page may take


def finde_chromium() -> str | None:
    """CHROMIUM, then the PATH; None leaves it to the one that Playwright installed."""
    if gesetzt := os.environ.get("CHROMIUM"):
        return gesetzt
    return next(filter(None, map(shutil.which, NAMEN)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A missing browser is a failure, not a reason to pass over what it would show."""
    with sync_playwright() as playwright:
        pfad = finde_chromium() or playwright.chromium.executable_path
        if not os.access(pfad, os.X_OK):
            raise AssertionError(f"No Chromium at {pfad}: run `make browser`, or set CHROMIUM")
        browser = playwright.chromium.launch(executable_path=pfad, args=list(ARGUMENTE))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Aufzeichnung:
    """What a page asked for and what went wrong while it did."""

    fremde: list[str] = field(default_factory=list)
    fehlende: list[str] = field(default_factory=list)
    meldungen: list[str] = field(default_factory=list)
    seite: Response | None = None

    def zeichne_auf(self, page: Page) -> None:
        page.on("request", self._bei_anfrage)
        page.on("response", self._bei_antwort)
        page.on("console", self._bei_meldung)
        page.on("pageerror", lambda fehler: self.meldungen.append(str(fehler)))

    def _bei_anfrage(self, anfrage: Request) -> None:
        teile = urlsplit(anfrage.url)
        if teile.scheme not in {"data", "about"} and teile.hostname != "127.0.0.1":
            self.fremde.append(anfrage.url)

    def _bei_antwort(self, antwort: Response) -> None:
        """A page may be refused, and a form too, which a script sends like a page."""
        anfrage = antwort.request
        if anfrage.is_navigation_request():
            self.seite = antwort
        gemeint = anfrage.is_navigation_request() or anfrage.method == "POST"
        if antwort.status >= 400 and not gemeint:
            self.fehlende.append(f"{antwort.status} {antwort.url}")

    def _bei_meldung(self, meldung: ConsoleMessage) -> None:
        """A refused page (404, 422) is meant; Chromium reports its status here too."""
        if meldung.type in {"error", "warning"} and not any(t in meldung.text for t in GEMEINT):
            self.meldungen.append(meldung.text)
