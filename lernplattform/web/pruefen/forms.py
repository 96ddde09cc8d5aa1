"""Forms of the public check."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField

from lernplattform.queries.bescheinigung import normiere_nummer
from lernplattform.web.formulare import gekuerzt, hoechstens, pflicht


class NummerForm(FlaskForm):
    nummer = StringField(
        _l("Nummer der Bescheinigung"),
        description=_l("Sie steht auf der Bescheinigung unten, zum Beispiel ABCD-EFGH-JKLM-NPQR."),
        validators=[pflicht(), hoechstens(60)],
        filters=[lambda getippt: normiere_nummer(getippt or "")],
    )


class NachnameForm(FlaskForm):
    nachname = StringField(
        _l("Nachname auf der Bescheinigung"),
        validators=[pflicht(), hoechstens(100)],
        filters=[gekuerzt],
    )
