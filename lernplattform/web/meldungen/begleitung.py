"""Sentences for conflicts (code: sentence) of durchsicht, praesenztermin and teilnahme."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {
    "eigene_durchsicht": _l(
        "Den eigenen Fortschritt kann niemand selbst durchsehen. Bitte fragen Sie eine andere "
        "Trainerin oder einen anderen Trainer."
    ),
    "schon_beantwortet": _l(
        "Diese Reflexion hat inzwischen schon eine Antwort. Bitte laden Sie die Liste neu."
    ),
    "termin_spaeter": _l(
        "Dieser Termin liegt noch vor Ihnen. Tragen Sie die UE am Tag des Termins ein."
    ),
    "termin_erfasst": _l(
        "Zu diesem Termin ist schon Anwesenheit gespeichert. Deshalb lässt er sich nicht ändern."
    ),
    "termin_bleibt": _l(
        "Zu diesem Termin ist schon Anwesenheit gespeichert. Deshalb lässt er sich nicht löschen."
    ),
}
