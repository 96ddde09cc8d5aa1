"""A device that several people use, with the service worker at work."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Page

from lernplattform.models.person import Person
from tests.browser.server import Buehne
from tests.fabrik import PASSWORT

# Every address and every text that any cache of this origin holds.
ALLES = """async () => {
  const funde = [];
  for (const name of await caches.keys()) {
    const ort = await caches.open(name);
    for (const anfrage of await ort.keys()) {
      const antwort = await ort.match(anfrage);
      funde.push([name, new URL(anfrage.url).pathname, await antwort.text()]);
    }
  }
  return funde;
}"""
WARTE = """async (adresse) => {
  for (let versuch = 0; versuch < 80; versuch += 1) {
    for (const name of (await caches.keys()).filter((n) => n.startsWith("lp-person-"))) {
      if (await (await caches.open(name)).match(adresse)) return true;
    }
    await new Promise((fertig) => setTimeout(fertig, 100));
  }
  return false;
}"""

VERGESSEN = """async () => {
  for (let versuch = 0; versuch < 160; versuch += 1) {
    if (!(await caches.keys()).some((n) => n.startsWith("lp-person-"))) return true;
    await new Promise((fertig) => setTimeout(fertig, 50));
  }
  return false;
}"""
# Makes every copy of a session as old as if it had been stored so many days ago.
ALTERE = """async (tage) => {
  for (const name of (await caches.keys()).filter((n) => n.startsWith("lp-person-"))) {
    const ort = await caches.open(name);
    for (const anfrage of await ort.keys()) {
      const kopie = await ort.match(anfrage);
      const kopf = new Headers(kopie.headers);
      kopf.set("X-LP-Am", String(Date.now() - tage * 24 * 60 * 60 * 1000));
      await ort.put(anfrage, new Response(await kopie.text(), {headers: kopf}));
    }
  }
}"""
# Days since the oldest copy of a session was stored; -1 without any.
AELTESTE = """async () => {
  let am = Infinity;
  for (const name of (await caches.keys()).filter((n) => n.startsWith("lp-person-"))) {
    const ort = await caches.open(name);
    for (const anfrage of await ort.keys()) {
      am = Math.min(am, Number((await ort.match(anfrage)).headers.get("X-LP-Am")));
    }
  }
  return am === Infinity ? -1 : Math.floor((Date.now() - am) / 86400000);
}"""


@contextmanager
def oeffne_geraet(buehne: Buehne) -> Iterator[BrowserContext]:
    kontext = buehne.neues_fenster(service_workers="allow")
    yield kontext
    kontext.close()


def melde_an(kontext: BrowserContext, person: Person, page: Page | None = None) -> Page:
    """Through the login page, as people do."""
    page = page or kontext.new_page()
    page.goto("/login")
    page.get_by_label("E-Mail").fill(str(person.email))
    page.get_by_label("Passwort").fill(PASSWORT)
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url("**/lernen/")
    return page


def warte_auf_vorrat(page: Page, adresse: str) -> None:
    """Until the worker has stored the copy of this page."""
    assert page.evaluate(WARTE, adresse), f"{adresse} was not stored"


def warte_auf_vergessen(page: Page) -> None:
    """Until no copy of anybody's session is left."""
    assert page.evaluate(VERGESSEN), "copies of a session were kept"


def lass_altern(page: Page, tage: int) -> None:
    """Nobody used the device for so long: the worker too has gone to sleep meanwhile."""
    page.evaluate(ALTERE, tage)
    cdp = page.context.new_cdp_session(page)
    cdp.send("ServiceWorker.enable")
    cdp.send("ServiceWorker.stopAllWorkers")
    cdp.detach()


def warte_auf_alter(page: Page, tage: int) -> None:
    """Until the oldest copy is so many days old; -1 means that there is none."""
    for _ in range(100):
        if (alter := page.evaluate(AELTESTE)) == tage:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the oldest copy is {alter} days old, not {tage}")


def alles_gespeicherte(page: Page) -> list[tuple[str, str, str]]:
    """Name of the cache, address, text."""
    return [tuple(fund) for fund in page.evaluate(ALLES)]


def gespeicherte(page: Page) -> set[str]:
    return {adresse for _ort, adresse, _text in alles_gespeicherte(page)}
