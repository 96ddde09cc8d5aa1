"""Sentences about Seminare: conflicts, what locks a sign-up, why an Anmeldung moved."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from kurse.regeln.seminarzugang import (
    BasisUnvollstaendig,
    BestaetigungFehlt,
    ModulNichtGeschafft,
    QualifizierungWiderrufen,
)
from lernplattform.web.deutsch import deutsch, satz
from lernplattform.web.meldungen.voraussetzungen import satz_fuer

SAETZE: dict[str, LazyString] = {
    "anmeldung_geschlossen": _l(
        "Die Anmeldung ist geschlossen. Fragen Sie Ihre Koordination nach dem nächsten Seminar."
    ),
    "abmeldung_geschlossen": _l(
        "Die Frist zum Absagen ist vorbei. "
        "Wenn Sie nicht kommen können, sagen Sie es bitte Ihrer Koordination."
    ),
    "seminar_gesperrt": _l("Sie können sich für dieses Seminar noch nicht anmelden."),
    "seminar_abgesagt": _l("Dieses Seminar wurde abgesagt."),
    "seminar_begonnen": _l("Dieses Seminar hat schon begonnen. Ändern geht nicht mehr."),
    "seminar_entwurf": _l("Dieses Seminar ist noch nicht veröffentlicht. Niemand ist angemeldet."),
    "anmeldefrist_vorbei": _l(
        "Die Anmeldefrist liegt in der Vergangenheit. Bitte ändern Sie zuerst die Frist."
    ),
    "plaetze_unter_bestaetigt": _l(
        "%(bestaetigt)s Personen haben schon einen Platz. "
        "Weniger Plätze sind deshalb nicht möglich."
    ),
}

# Reason codes of a Platzwechsel.
WECHSEL: dict[str, LazyString] = {
    "platz_frei": _l("Sie haben sich angemeldet. Es war ein Platz frei, Sie nehmen teil."),
    "seminar_voll": _l(
        "Sie haben sich angemeldet. Alle Plätze waren vergeben, Sie kamen auf die Warteliste."
    ),
    "andere_warten": _l(
        "Sie haben sich angemeldet. Andere haben schon gewartet, Sie kamen auf die Warteliste."
    ),
    "platz_frei_geworden": _l(
        "Ein Platz wurde frei. Sie standen ganz vorn auf der Warteliste, jetzt nehmen Sie teil."
    ),
    "mehr_plaetze": _l("Es gibt mehr Plätze. Sie sind nachgerückt, jetzt nehmen Sie teil."),
    "selbst_abgemeldet": _l("Sie haben abgesagt."),
    "seminar_abgesagt": _l("Das Seminar wurde abgesagt."),
}


@satz_fuer.register
def _basis(_fehlt: BasisUnvollstaendig) -> str:
    return _(
        "Ihre Basisqualifizierung ist noch nicht vollständig. "
        "Auf Ihrem Lernweg steht, was noch fehlt."
    )


@satz_fuer.register
def _bestaetigung(_fehlt: BestaetigungFehlt) -> str:
    return _("Ihre Koordination muss die Basisqualifizierung erst noch bestätigen.")


@satz_fuer.register
def _widerrufen(_fehlt: QualifizierungWiderrufen) -> str:
    return _(
        "Die Bestätigung Ihrer Qualifizierung wurde widerrufen."
        " Bitte sprechen Sie mit Ihrer Koordination."
    )


@satz_fuer.register
def _modul(fehlt: ModulNichtGeschafft) -> str:
    return satz(_("Es fehlt noch das Modul „%(titel)s“."), titel=deutsch(fehlt.titel))
