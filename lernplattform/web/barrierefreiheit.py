"""Words for the values of the accessibility statement, for its page and for its form."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from lernplattform.models.barrierefreiheit import Ausnahmegrund, Pruefart, Vereinbarkeit

STAND: dict[Vereinbarkeit, LazyString] = {
    Vereinbarkeit.VOLLSTAENDIG: _l("vollständig vereinbar"),
    Vereinbarkeit.TEILWEISE: _l("teilweise vereinbar"),
    Vereinbarkeit.NICHT: _l("nicht vereinbar"),
}
STANDSATZ: dict[Vereinbarkeit, LazyString] = {
    Vereinbarkeit.VOLLSTAENDIG: _l(
        "Diese Plattform ist mit den Anforderungen vollständig vereinbar."
    ),
    Vereinbarkeit.TEILWEISE: _l(
        "Diese Plattform ist mit den Anforderungen teilweise vereinbar. Was noch fehlt, steht "
        "unten auf dieser Seite."
    ),
    Vereinbarkeit.NICHT: _l("Diese Plattform ist mit den Anforderungen nicht vereinbar."),
}
PRUEFART: dict[Pruefart, LazyString] = {
    Pruefart.SELBSTBEWERTUNG: _l("Selbstbewertung"),
    Pruefart.DRITTE: _l("Bewertung durch eine andere Stelle"),
}
AUSNAHME: dict[Ausnahmegrund, LazyString] = {
    Ausnahmegrund.UNVEREINBAR: _l("Nicht mit den Anforderungen vereinbar"),
    Ausnahmegrund.UNVERHAELTNISMAESSIG: _l("Unverhältnismäßige Belastung"),
    Ausnahmegrund.AUSSERHALB: _l("Nicht von den Vorschriften erfasst"),
}
