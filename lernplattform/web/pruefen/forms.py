"""Forms of the public check."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import ValidationError

from lernplattform.queries.bescheinigung import normiere_nummer
from lernplattform.web.formulare import gekuerzt, hoechstens, pflicht

ZEICHENZAHL = 20


class NummerForm(FlaskForm):
    nummer = StringField(
        _l("Nummer der Bescheinigung"),
        description=_l(
            "Sie steht auf der Bescheinigung unten, zum Beispiel ABCD-EFGH-JKLM-NPQR-STUV."
        ),
        validators=[pflicht()],
        filters=[gekuerzt],
    )

    def validate_nummer(self, feld: StringField) -> None:
        """What was typed stays as it was: only so can it be compared with the paper."""
        if len(self.normiert.replace("-", "")) != ZEICHENZAHL:
            raise ValidationError(
                _l("Die Nummer hat 20 Zeichen. Bitte vergleichen Sie sie mit der Bescheinigung.")
            )

    @property
    def normiert(self) -> str:
        return normiere_nummer(self.nummer.data or "")


class NachnameForm(FlaskForm):
    nachname = StringField(
        _l("Nachname auf der Bescheinigung"),
        validators=[pflicht(), hoechstens(100)],
        filters=[gekuerzt],
    )
