"""The ways in which a page is looked at: language, width, colours, size of the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

from playwright.sync_api import Page

from tests.browser.seitenliste import SEITEN, Seite

SPRACHEN = ("de", "ar")
BREITEN = (360, 1280)
Farben = Literal["hell", "dunkel", "erzwungen"]
FARBEN: tuple[Farben, ...] = ("hell", "dunkel", "erzwungen")
MEDIEN: dict[Farben, dict[str, Any]] = {
    "hell": {"color_scheme": "light", "forced_colors": "none"},
    "dunkel": {"color_scheme": "dark", "forced_colors": "none"},
    "erzwungen": {"color_scheme": "light", "forced_colors": "active"},
}


@dataclass(frozen=True)
class Ansicht:
    """`schrift` is the size of the text in percent of the browser's own."""

    sprache: str
    breite: int
    farben: Farben = "hell"
    schrift: int = 100

    def __str__(self) -> str:
        return f"{self.sprache}-{self.breite}-{self.farben}-{self.schrift}"

    def stelle_ein(self, page: Page) -> None:
        page.set_viewport_size({"width": self.breite, "height": 800})
        page.emulate_media(**MEDIEN[self.farben])
        page.evaluate("(p) => { document.documentElement.style.fontSize = p + '%' }", self.schrift)


ALLE = tuple(Ansicht(*wahl) for wahl in product(SPRACHEN, BREITEN, FARBEN, (100, 200)))


def paarweise(seiten: Sequence[Seite] = SEITEN) -> list[tuple[Seite, Ansicht]]:
    """Two views of each page, so that every pair of page, language, width occurs.

    Colours and size take turns from page to page.
    """
    return [
        (seite, Ansicht(sprache, breite, FARBEN[(2 * nr + i) % 3], (100, 200)[(nr // 3) % 2]))
        for nr, seite in enumerate(seiten)
        for i, (sprache, breite) in enumerate(
            zip(SPRACHEN, BREITEN if nr % 2 else BREITEN[::-1], strict=True)
        )
    ]
