"""The report of a barrier."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, StringField, TextAreaField
from wtforms.validators import Email, Optional

from lernplattform.web.formulare import gekuerzt, hoechstens, pflicht

SEITE_HOECHSTENS = 300


class MeldungForm(FlaskForm):
    text = TextAreaField(
        _l("Was hat nicht geklappt?"),
        description=_l("Schreiben Sie es in Ihren Worten. Schreiben Sie keine Namen von anderen."),
        validators=[pflicht(), hoechstens(4000)],
        filters=[gekuerzt],
    )
    seite = StringField(
        _l("Auf welcher Seite?"),
        description=_l("Zum Beispiel: Mein Lernweg, oder die Adresse der Seite."),
        validators=[hoechstens(SEITE_HOECHSTENS)],
        filters=[gekuerzt],
    )
    email = EmailField(
        _l("Ihre E-Mail-Adresse"),
        description=_l("Nur nötig, wenn Sie eine Antwort möchten."),
        validators=[
            Optional(),
            hoechstens(254),
            Email(
                _l("Diese Adresse ist nicht vollständig. Bitte prüfen Sie, ob ein @ darin steht.")
            ),
        ],
        filters=[gekuerzt],
    )
