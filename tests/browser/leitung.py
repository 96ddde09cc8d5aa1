"""A slow phone on a thin line, and what a page costs there."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

# Slow 4G as Lighthouse and WebPageTest emulate it, and a processor four times slower.
LATENZ_MS, BYTES_JE_SEKUNDE, BREMSE = 150, 1.6 * 1024 * 1024 / 8, 4
# Set before the page runs: the last candidate counts, and every shift that nobody asked for.
MESSE = """
  window.lp = {lcp: 0, cls: 0, was: [], wer: ''};
  new PerformanceObserver((liste) => liste.getEntries().forEach((e) => {
    window.lp.lcp = e.startTime;
    window.lp.wer = e.element ? e.element.outerHTML.slice(0, 80) : '';
  })).observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver((liste) => liste.getEntries().forEach((e) => {
    if (e.hadRecentInput) return;
    window.lp.cls += e.value;
    window.lp.was.push(...e.sources.map((q) => q.node && (q.node.className || q.node.nodeName)));
  })).observe({type: 'layout-shift', buffered: true});
"""


@dataclass
class Waage:
    """Bytes over the wire, headers included, per address."""

    bytes_: dict[str, int] = field(default_factory=dict)
    _adressen: dict[str, str] = field(default_factory=dict)

    def haenge_an(self, page: Page) -> Any:
        verbindung = page.context.new_cdp_session(page)
        verbindung.send("Network.enable")
        verbindung.on("Network.requestWillBeSent", self._anfrage)
        verbindung.on("Network.loadingFinished", self._fertig)
        return verbindung

    @property
    def summe(self) -> int:
        return sum(self.bytes_.values())

    def leere(self) -> None:
        self.bytes_.clear()

    def _anfrage(self, ereignis: dict[str, Any]) -> None:
        self._adressen[ereignis["requestId"]] = ereignis["request"]["url"]

    def _fertig(self, ereignis: dict[str, Any]) -> None:
        adresse = self._adressen.get(ereignis["requestId"], "?")
        laenge = int(ereignis["encodedDataLength"])
        self.bytes_[adresse] = self.bytes_.get(adresse, 0) + laenge


def verlangsame(verbindung: Any) -> None:
    verbindung.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENZ_MS,
            "downloadThroughput": BYTES_JE_SEKUNDE,
            "uploadThroughput": BYTES_JE_SEKUNDE / 2,
        },
    )
    verbindung.send("Emulation.setCPUThrottlingRate", {"rate": BREMSE})
