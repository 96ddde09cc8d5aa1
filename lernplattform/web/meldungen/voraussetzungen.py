"""Missing conditions (values of kurse.regeln) as sentences."""

from functools import singledispatch

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from kurse.regeln.qualifizierung import (
    ModulFehlt,
    ModulInVorbereitung,
    UeFehlen,
)
from lernplattform.web.deutsch import deutsch, satz
from lernplattform.web.katalog import katalog


@singledispatch
def satz_fuer(fehlt: object) -> str:
    """The sentence for one missing condition; each kind registers its own."""
    return _("Es fehlt noch eine Voraussetzung.")


@satz_fuer.register
def _modul_fehlt(fehlt: ModulFehlt) -> str:
    text = ngettext(
        "Im Modul „%(modul)s“ fehlt noch %(num)s Schritt.",
        "Im Modul „%(modul)s“ fehlen noch %(num)s Schritte.",
        len(fehlt.bausteine),
        modul="%(modul)s",
    )
    return satz(text, modul=_titel(fehlt.modul_id))


@satz_fuer.register
def _modul_in_vorbereitung(fehlt: ModulInVorbereitung) -> str:
    text = _("Das Modul „%(modul)s“ schreiben wir noch. Sie müssen hier nur etwas warten.")
    return satz(text, modul=_titel(fehlt.modul_id))


@satz_fuer.register
def _ue_fehlen(fehlt: UeFehlen) -> str:
    return _(
        "Es fehlen noch %(rest)s UE in Präsenz. Dabei waren Sie %(haben)s von %(brauchen)s UE.",
        rest=fehlt.brauchen - fehlt.haben,
        haben=fehlt.haben,
        brauchen=fehlt.brauchen,
    )


def _titel(modul_id: str) -> Markup:
    modul = katalog().module.get(modul_id)
    return deutsch(modul.titel if modul else modul_id)
