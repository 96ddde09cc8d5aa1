"""The catalogues, read from their .po as they lie in the repository.

There is no compiled .mo that could be missing or out of date, whichever way the platform came
onto a machine. Reading one takes a few hundredths of a second, once per process and language.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask_babel import Babel, Domain, get_locale

from lernplattform.core.i18n import QUELLSPRACHE


@cache
def lade(datei: Path) -> NullTranslations:
    """Without a file, and for a message without a translation, the German text stands."""
    if not datei.is_file():
        return NullTranslations()
    with datei.open("rb") as quelle:
        katalog = read_po(quelle, locale=datei.parents[1].name)
    kompiliert = BytesIO()
    write_mo(kompiliert, katalog)
    kompiliert.seek(0)
    return Translations(kompiliert)


class PoDomain(Domain):
    def get_translations(self) -> NullTranslations:
        sprache = str(get_locale() or QUELLSPRACHE)
        ordner = Path(self.translation_directories[0])
        return lade(ordner / sprache / "LC_MESSAGES" / f"{self.domain[0]}.po")


class PoBabel(Babel):
    """Flask-Babel, but for where the messages come from."""

    @property
    def domain_instance(self) -> Domain:
        return _DOMAIN


_DOMAIN = PoDomain()
