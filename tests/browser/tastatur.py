"""A person who works with the keyboard alone and sees where they are at every step."""

import time

from playwright.sync_api import Page

# An outline or a shadow, on what has the focus or on the label that stands for it; in the window,
# and no bar lies over all of it (WCAG 2.2, 2.4.11).
SICHTBAR = """() => {
  const stil = (e) => e ? getComputedStyle(e) : null;
  const zeigt = (s) => s && ((s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2)
    || s.boxShadow !== "none");
  const e = document.activeElement;
  const im_bild = e.getBoundingClientRect();
  const da = im_bild.bottom > 0 && im_bild.top < innerHeight && im_bild.width > 0;
  const teil = e.closest("label") || e;
  const frei = [...teil.getClientRects()].some((r) => {
    const [links, rechts] = [Math.max(r.left, 0), Math.min(r.right, innerWidth)];
    const [oben, unten] = [Math.max(r.top, 0), Math.min(r.bottom, innerHeight)];
    return [.1, .5, .9].some((x) => [.1, .5, .9].some((y) => {
      const oberstes = document.elementFromPoint(
        links + (rechts - links) * x, oben + (unten - oben) * y);
      return oberstes && (teil.contains(oberstes) || oberstes.contains(teil));
    }));
  });
  return da && frei && (zeigt(stil(e)) || zeigt(stil(e.closest("label"))));
}"""
HIER = """() => {
  const e = document.activeElement;
  if (e === document.body) return ["body", "", ""];
  const name = (e.labels && e.labels[0] || e).innerText || e.value || "";
  return [e.tagName.toLowerCase(), name.trim(), e.outerHTML.slice(0, 160)];
}"""
# Seconds until the page has scrolled to a focus that is far away.
ROLLEN = 1.0
SCHRITTE = 60


class Tastatur:
    def __init__(self, page: Page) -> None:
        self.page = page

    def hier(self) -> tuple[str, str]:
        """Tag and name of what has the focus."""
        tag, name, _html = self.page.evaluate(HIER)
        return tag, name

    def angekommen(self) -> tuple[str, str]:
        """The same, once the page has moved the focus to its news."""
        self.page.wait_for_function("() => document.activeElement !== document.body")
        return self.hier()

    def tabbe(self, taste: str = "Tab") -> None:
        self.page.keyboard.press(taste)
        tag, _name, html = self.page.evaluate(HIER)
        assert tag == "body" or self._sichtbar(), f"the focus is not seen: {html}"

    def _sichtbar(self) -> bool:
        ende = time.monotonic() + ROLLEN
        while not self.page.evaluate(SICHTBAR):
            if time.monotonic() > ende:
                return False
            self.page.wait_for_timeout(50)
        return True

    def tabbe_zu(self, name: str) -> None:
        """Tab on until something of this name has the focus."""
        for _ in range(SCHRITTE):
            self.tabbe()
            if name in self.hier()[1]:
                return
        raise AssertionError(f"Tab never reaches {name!r} on {self.page.url}")

    def tabbe_zu_art(self, auswahl: str) -> None:
        """Tab on until the next of this kind has the focus."""
        for _ in range(SCHRITTE):
            self.tabbe()
            if self.page.evaluate("(css) => document.activeElement.matches(css)", auswahl):
                return
        raise AssertionError(f"Tab never reaches {auswahl} on {self.page.url}")

    def schreibe(self, text: str) -> None:
        self.page.keyboard.type(text)

    def druecke(self, taste: str = "Enter") -> None:
        self.page.keyboard.press(taste)

    def druecke_und_warte(self, taste: str = "Enter") -> None:
        """For keys that lead to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(taste)
