"""On paper nothing is white on white: browsers print no grounds."""

import pytest

from tests.browser.seitenliste import SEITEN
from tests.browser.server import Buehne
from tests.browser.welt import Welt

pytestmark = [pytest.mark.browser, pytest.mark.nur_sqlite]

NACH_NAME = {seite.name: seite for seite in SEITEN}
GEZEICHNET = ["Lernweg mitten darin", "Lernweg am Ende", "Modul", "Matrix", "Meine Sätze"]
# Text as light as the paper, unless its ground is printed with it.
UNLESBAR = """() => {
  const flaeche = Object.assign(document.createElement("canvas"), {width: 1, height: 1});
  const stift = flaeche.getContext("2d", {willReadFrequently: true});
  const hell = (farbe) => {
    stift.fillStyle = "#fff";
    stift.fillRect(0, 0, 1, 1);
    stift.fillStyle = farbe;
    stift.fillRect(0, 0, 1, 1);
    return Math.min(...stift.getImageData(0, 0, 1, 1).data.slice(0, 3));
  };
  return [...document.querySelectorAll("main *")].filter((e) => {
    const text = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const stil = getComputedStyle(e);
    return text && e.checkVisibility() && !e.closest("svg, .kern-sr-only")
      && stil.printColorAdjust !== "exact" && hell(stil.color) > 200;
  }).map((e) => e.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("name", GEZEICHNET)
def test_whatever_is_printed_can_be_read(schauplatz: tuple[Buehne, Welt], name: str) -> None:
    buehne, welt = schauplatz
    seite = NACH_NAME[name]
    page = buehne.fenster(welt.personen[seite.wer]).new_page()
    page.goto(seite.pfad.format(**welt.werte))
    page.emulate_media(media="print", color_scheme="light")
    assert page.evaluate(UNLESBAR) == []
    page.close()
