"""Forms of the own account."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, SelectChoice, SelectField

from lernplattform.core.i18n import FACHWORTSPRACHEN, SPRACHEN, schreibrichtung
from lernplattform.core.passwort import HOECHSTLAENGE
from lernplattform.web.formulare import NeuesPasswortForm, hoechstens, pflicht


class PasswortForm(NeuesPasswortForm):
    bisher = PasswordField(
        _l("Ihr jetziges Passwort"), validators=[pflicht(), hoechstens(HOECHSTLAENGE)]
    )


def _namen(sprachen: Mapping[str, str]) -> list[SelectChoice]:
    """Each by its own name, so that everybody finds the own one."""
    return [
        SelectChoice(kuerzel, name, render_kw={"lang": kuerzel, "dir": schreibrichtung(kuerzel)})
        for kuerzel, name in sprachen.items()
    ]


class SprachenForm(FlaskForm):
    sprache = SelectField(
        _l("Sprache der Seiten und E-Mails"),
        description=_l("Die Texte im Kurs bleiben deutsch. So lernen Sie die Wörter vom Amt."),
        choices=_namen(SPRACHEN),
    )
    fachwortsprache = SelectField(
        _l("Fachwörter erklären auf"),
        choices=[SelectChoice("", _l("wie die Seiten")), *_namen(FACHWORTSPRACHEN)],
    )
