"""Missing conditions (values of kurse.regeln) as sentences."""

from functools import singledispatch

from flask_babel import gettext as _


@singledispatch
def satz_fuer(fehlt: object) -> str:
    """The sentence for one missing condition; each kind registers its own."""
    return _("Es fehlt noch eine Voraussetzung.")
