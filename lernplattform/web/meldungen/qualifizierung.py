"""Sentences for conflicts of services/qualifizierung, and for what hinders a confirmation."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from kurse.regeln.qualifizierung import (
    DurchsichtFehlt,
    EigeneQualifizierung,
    NichtVollstaendig,
    VierAugenVerletzt,
)
from lernplattform.web.meldungen.voraussetzungen import satz_fuer

SAETZE: dict[str, LazyString] = {
    "bestaetigen_unmoeglich": _l("Sie können diese Qualifizierung noch nicht bestätigen."),
    "rueckgabe_unmoeglich": _l(
        "Zurückgeben geht nur, solange die Qualifizierung vollständig und nicht bestätigt ist."
    ),
    "widerruf_unmoeglich": _l("Widerrufen geht nur bei einer bestätigten Qualifizierung."),
}


@satz_fuer.register
def _vollstaendig(_fehlt: NichtVollstaendig) -> str:
    return _("Die Basisqualifizierung ist noch nicht vollständig.")


@satz_fuer.register
def _durchsicht(_fehlt: DurchsichtFehlt) -> str:
    return _("Es fehlt noch eine Durchsicht durch eine Trainerin oder einen Trainer.")


@satz_fuer.register
def _vier_augen(_fehlt: VierAugenVerletzt) -> str:
    return _("Sie haben selbst durchgesehen. Bestätigen muss deshalb eine andere Person.")


@satz_fuer.register
def _eigene(_fehlt: EigeneQualifizierung) -> str:
    return _("Das ist Ihre eigene Qualifizierung. Bestätigen muss sie eine andere Person.")
