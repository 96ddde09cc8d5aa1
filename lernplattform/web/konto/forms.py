"""Forms of the own account."""

from flask_babel import lazy_gettext as _l
from wtforms import PasswordField

from lernplattform.core.passwort import HOECHSTLAENGE
from lernplattform.web.formulare import NeuesPasswortForm, hoechstens, pflicht


class PasswortForm(NeuesPasswortForm):
    bisher = PasswordField(
        _l("Ihr jetziges Passwort"), validators=[pflicht(), hoechstens(HOECHSTLAENGE)]
    )
