"""Who somebody is, as the Koordination and the Verwaltung ask for it."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import Email

from lernplattform.web.formulare import gekuerzt, hoechstens, pflicht


class NamenForm(FlaskForm):
    """Many people have one name only."""

    vorname = StringField(
        _l("Vorname"), validators=[pflicht(), hoechstens(100)], filters=[gekuerzt]
    )
    nachname = StringField(_l("Nachname"), validators=[hoechstens(100)], filters=[gekuerzt])


def emailfeld(noetig: Any, **optionen: Any) -> StringField:
    """`noetig`: the validator that says whether there must be one."""
    vollstaendig = Email(
        _l("Diese Adresse ist nicht vollständig. Bitte prüfen Sie, ob ein @ darin steht.")
    )
    return StringField(
        _l("E-Mail-Adresse"),
        validators=[noetig, hoechstens(254), vollstaendig],
        filters=[gekuerzt],
        **optionen,
    )
