"""The content that comes with the platform, loaded once for all tests that only read it."""

from functools import cache

from kurse.katalog import Katalog
from kurse.kurs import Lektion, SzenarioInhalt
from kurse.laden import MITGELIEFERT, load_katalog


@cache
def katalog() -> Katalog:
    ergebnis = load_katalog()
    assert ergebnis.katalog, ergebnis.fehler
    return ergebnis.katalog


def szenarien() -> list[SzenarioInhalt]:
    return [i for i in katalog().inhalte.values() if isinstance(i, SzenarioInhalt)]


def lektionen() -> list[Lektion]:
    return [i for i in katalog().inhalte.values() if isinstance(i, Lektion)]


def quelltext(lektion_id: str) -> str:
    """The Markdown of a Lektion without its head; box and picture can be counted in it."""
    datei = next(MITGELIEFERT.rglob(f"{lektion_id}.md"))
    return datei.read_text(encoding="utf-8").split("---\n", 2)[2]
