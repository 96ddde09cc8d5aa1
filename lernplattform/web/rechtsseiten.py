"""The legal pages by name, and which of them are missing."""

from flask import current_app
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.konto import fehlende_rechtstexte

TITEL: dict[Rechtsseite, LazyString] = {
    Rechtsseite.DATENSCHUTZ: _l("Datenschutz"),
    Rechtsseite.IMPRESSUM: _l("Impressum"),
    Rechtsseite.BARRIEREFREIHEIT: _l("Barrierefreiheit"),
}


def fehlende_seiten() -> list[LazyString]:
    """For the start pages of those who can see to it. The demo needs none."""
    if current_app.config["DEMO"]:
        return []
    fehlend = fehlende_rechtstexte()
    return [titel for seite, titel in TITEL.items() if seite in fehlend]
