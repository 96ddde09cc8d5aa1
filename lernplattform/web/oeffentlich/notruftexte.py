"""The sentences of the shipped Notfallkarte, to be said in every language.

Course texts are German; but whoever is frightened reads the own language. What a Träger changes
in `notfallkarte.yaml` is shown as it stands there.
"""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

# Word for word as in kurse/inhalte/notfallkarte.yaml, so that the catalogues know them.
TEXTE = (
    _l("Polizei"),
    _l("Jemand ist in Gefahr oder es geschieht eine Straftat."),
    _l("Feuerwehr und Rettungsdienst"),
    _l(
        "Es geht um Leben und Tod oder es drohen schwere Schäden. "
        "Der Anruf kostet nichts und braucht keine Vorwahl."
    ),
    _l("Ärztlicher Bereitschaftsdienst"),
    _l(
        "Jemand braucht dringend ärztliche Hilfe, das Leben ist nicht in Gefahr "
        "und die Praxis ist geschlossen."
    ),
    _l("Hilfetelefon „Gewalt gegen Frauen“"),
    _l(
        "Eine Frau erlebt Gewalt. Das Telefon ist kostenlos, anonym, Tag und Nacht da und in "
        "vielen Sprachen. Auch Menschen, die ihr helfen wollen, können anrufen."
    ),
    _l("Kinder- und Jugendtelefon"),
    _l("Ein Kind oder ein Jugendlicher hat Sorgen und möchte mit jemandem sprechen."),
)


def in_der_sprache(text: str) -> str:
    """German where no catalogue knows the sentence."""
    return str(gettext(text))
