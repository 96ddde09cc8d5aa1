"""Forms of login and password reset."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField

from lernplattform.core.passwort import HOECHSTLAENGE
from lernplattform.web.formulare import hoechstens, pflicht


class LoginForm(FlaskForm):
    kennung = StringField(
        _l("E-Mail-Adresse oder Benutzername"), validators=[pflicht(), hoechstens(254)]
    )
    passwort = PasswordField(_l("Passwort"), validators=[pflicht(), hoechstens(HOECHSTLAENGE)])
    weiter = HiddenField()


class VergessenForm(FlaskForm):
    kennung = StringField(
        _l("E-Mail-Adresse oder Benutzername"), validators=[pflicht(), hoechstens(254)]
    )
