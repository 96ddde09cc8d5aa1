"""Where the texts lie, and how they are read."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from lernplattform.core.i18n import QUELLSPRACHE
from lernplattform.core.i18n import SPRACHEN as ANGEBOTEN

ORDNER = Path(__file__).resolve().parents[2] / "lernplattform" / "translations"
SPRACHEN = tuple(sprache for sprache in ANGEBOTEN if sprache != QUELLSPRACHE)


def pot(ordner: Path = ORDNER) -> Path:
    return ordner / "messages.pot"


def po(sprache: str, ordner: Path = ORDNER) -> Path:
    return ordner / sprache / "LC_MESSAGES" / "messages.po"


def lies(datei: Path, sprache: str | None = None) -> Catalog:
    with datei.open("rb") as quelle:
        return read_po(quelle, locale=sprache, abort_invalid=True)
