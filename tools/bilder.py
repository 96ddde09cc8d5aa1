"""Photograph the ten main pages of the demo at both widths, for README and handbook.

    python tools/bilder.py [FOLDER]     default docs/bilder

Starts a demo of its own on a free port, in a folder that is thrown away afterwards.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

WURZEL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(WURZEL))

from playwright.sync_api import Browser, Page  # noqa: E402 - the folder of the tests comes first

from lernplattform.cli.demo.menschen import PASSWORT  # noqa: E402
from tests.browser.chromium import chromium  # noqa: E402

GEDULD = 300.0
"""Seconds until a fresh demo answers."""
HOEHEN = {360: 780, 1280: 800}
SZENARIO = "/lernen/modul/rahmenbedingungen-und-datenschutz/szenario/handy-ist-weg/"


@dataclass(frozen=True)
class Bild:
    """`weg` leads from the page at `pfad` to what is shown."""

    name: str
    wer: str
    pfad: str
    weg: Callable[[Page], None] = lambda page: None


def beginne(page: Page) -> None:
    page.locator("main form button[type=submit]").first.click()
    page.locator("input[name=antwort]").first.wait_for()
    page.locator("input[name=antwort]").nth(1).check()


def entscheide(page: Page) -> None:
    page.locator("input[name=antwort]").nth(1).check()
    page.locator("main form:has(input[name=antwort]) button[type=submit]").click()
    page.locator(".lp-folge").wait_for()


def spiele(page: Page) -> None:
    beginne(page)
    entscheide(page)


def erste_gruppe(page: Page) -> None:
    page.locator("main a[href*='/begleitung/gruppen/']").first.click()
    page.locator(".lp-matrix").first.wait_for()


BILDER = (
    Bild("01-anmelden", "", "/login"),
    Bild("02-lernweg", "lotse3", "/lernen/"),
    Bild("03-modul", "lotse3", "/lernen/modul/rolle-und-aufgaben/"),
    Bild("04-lektion", "lotse3", "/lernen/modul/rolle-und-aufgaben/lektion/bruecke-sein/"),
    Bild("05-szenario", "lotse3", SZENARIO, beginne),
    Bild("06-folge", "lotse3", SZENARIO, spiele),
    Bild("07-seminare", "lotse2", "/seminare/"),
    Bild("08-meine-saetze", "lotse2", "/lernen/saetze/"),
    Bild("09-notfallkarte", "lotse3", "/notfall/"),
    Bild("10-matrix", "trainer", "/begleitung/", erste_gruppe),
)


def freier_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def demo() -> Iterator[str]:
    """The address of a fresh demo."""
    port = freier_port()
    with tempfile.TemporaryDirectory() as ordner:
        umgebung = {**os.environ, "LP_DEMO": "1", "LP_INSTANZ": ordner}
        befehl = [sys.executable, "-m", "flask", "--app", "wsgi", "demo", "starten"]
        prozess = subprocess.Popen(
            [*befehl, "--port", str(port)], cwd=WURZEL, env=umgebung, stdout=subprocess.DEVNULL
        )
        try:
            warte(f"http://127.0.0.1:{port}", prozess)
            yield f"http://127.0.0.1:{port}"
        finally:
            prozess.terminate()
            prozess.wait()


def warte(adresse: str, prozess: subprocess.Popen[bytes]) -> None:
    ende = time.monotonic() + GEDULD
    while time.monotonic() < ende and prozess.poll() is None:
        try:
            with urlopen(f"{adresse}/readyz", timeout=5):  # noqa: S310 - our own address
                return
        except URLError:
            time.sleep(0.5)
    raise SystemExit("The demo does not answer.")


def melde_an(page: Page, wer: str) -> None:
    page.goto("/login")
    page.locator("[name=kennung]").fill(f"{wer}@demo.example")
    page.locator("[name=passwort]").fill(PASSWORT)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "/login" not in url)


def nimm_auf(browser: Browser, adresse: str, bild: Bild, breite: int, ordner: Path) -> None:
    kontext = browser.new_context(
        base_url=adresse,
        locale="de-DE",
        viewport={"width": breite, "height": HOEHEN[breite]},
        device_scale_factor=2 if breite < 600 else 1,
        is_mobile=breite < 600,
        service_workers="block",
        reduced_motion="reduce",
    )
    page = kontext.new_page()
    if bild.wer:
        melde_an(page, bild.wer)
    page.goto(bild.pfad)
    bild.weg(page)
    page.evaluate("document.fonts.ready.then(() => scrollTo(0, 0))")
    page.screenshot(path=ordner / f"{bild.name}-{breite}.png")
    kontext.close()


def main() -> None:
    ordner = Path(sys.argv[1]) if len(sys.argv) > 1 else WURZEL / "docs" / "bilder"
    ordner.mkdir(parents=True, exist_ok=True)
    with demo() as adresse, chromium() as browser:
        for bild in BILDER:
            for breite in HOEHEN:
                nimm_auf(browser, adresse, bild, breite, ordner)
                print(f"{bild.name}-{breite}.png")


if __name__ == "__main__":
    main()
