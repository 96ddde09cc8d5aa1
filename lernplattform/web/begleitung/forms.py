"""Forms of the trainers about one Lotse."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField

from lernplattform.web.formulare import gekuerzt, hoechstens, pflicht


class DurchsichtForm(FlaskForm):
    notiz = TextAreaField(
        _l("Notiz"),
        description=_l("Die Lotsin oder der Lotse liest sie. Die Koordination liest sie auch."),
        validators=[hoechstens(2000)],
        filters=[gekuerzt],
    )


class AntwortForm(FlaskForm):
    """One of several on a page: the ids differ, the names are the same."""

    antwort = TextAreaField(
        _l("Ihre Antwort"), validators=[pflicht(), hoechstens(4000)], filters=[gekuerzt]
    )
    zurueck = HiddenField()

    def __init__(self, reflexion_id: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.antwort.id = f"antwort-{reflexion_id}"
        self.antwort.label.field_id = self.antwort.id
