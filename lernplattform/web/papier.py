"""Papers speak to whoever reads them, not to whoever prints them.

What goes to a Träger, an office or a funder is German; an access slip has the language of its
person, as the mails have. The page around it keeps the language of the one who is signed in.
"""

from collections.abc import Callable

from flask import Flask
from flask_babel import force_locale
from markupsafe import Markup

from lernplattform.core.i18n import QUELLSPRACHE, schreibrichtung

_BLATT = Markup('<div class="lp-papier" lang="{}" dir="{}">{}</div>')


def papier(sprache: str = QUELLSPRACHE, *, caller: Callable[[], str]) -> Markup:
    """For templates: `{% call papier() %}…{% endcall %}`."""
    with force_locale(sprache):
        inhalt = caller()
    return _BLATT.format(sprache, schreibrichtung(sprache), inhalt)


def richte_ein(app: Flask) -> None:
    app.jinja_env.globals["papier"] = papier
