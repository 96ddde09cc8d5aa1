"""Sentences for conflicts (code: sentence) of services/durchlauf."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

SAETZE: dict[str, LazyString] = {
    "durchlauf-abgebrochen": _l(
        "Diese Geschichte haben Sie inzwischen neu begonnen. "
        "Auf Ihrem Lernweg können Sie dort weitermachen."
    ),
    "schritt-passt-nicht": _l(
        "Diese Antwort gehört zu einem anderen Schritt. "
        "Auf Ihrem Lernweg können Sie die Geschichte wieder öffnen."
    ),
}
