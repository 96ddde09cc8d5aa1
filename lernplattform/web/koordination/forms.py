"""Forms of the Koordination about people."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Optional, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from lernplattform.models.person import Rolle
from lernplattform.queries.kursgruppe import Gruppenzeile
from lernplattform.web.filters import ROLLEN
from lernplattform.web.formulare import gekuerzt, hoechstens, pflicht, wahlen
from lernplattform.web.personenform import NamenForm, emailfeld

EINLADBAR = (Rolle.LOTSE, Rolle.TRAINER, Rolle.KOORDINATION)


class AngabenForm(NamenForm):
    """Who a person is, and what she signs in with."""

    email = emailfeld(Optional())
    benutzername = StringField(
        _l("Benutzername"),
        description=_l("Nur für Menschen ohne E-Mail-Adresse. Für sie drucken Sie einen Zettel."),
        validators=[
            Optional(),
            hoechstens(60),
            Regexp(
                r"^[A-Za-z0-9][A-Za-z0-9._-]{2,}$",
                message=_l("Mindestens 3 Zeichen: Buchstaben, Ziffern, Punkt oder Strich."),
            ),
        ],
        filters=[gekuerzt],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Here, because an empty optional field ends its own chain of validators."""
        gueltig: bool = super().validate(extra_validators)
        if self.email.data or self.benutzername.data:
            return gueltig
        satz = _l("Bitte geben Sie eine E-Mail-Adresse oder einen Benutzernamen an.")
        self.email.errors = [*self.email.errors, satz]
        return False


class EinladungForm(AngabenForm):
    """With an e-mail address the link is sent, without it is printed."""

    rolle = RadioField(
        _l("Aufgabe"),
        choices=[SelectChoice(rolle.value, ROLLEN[rolle]) for rolle in EINLADBAR],
        default=Rolle.LOTSE.value,
    )
    standort_id = SelectField(_l("Standort"), coerce=int)
    kursgruppe_id = SelectField(_l("Kursgruppe"), coerce=int, default=0)

    def validate(self, extra_validators: Any = None) -> bool:
        gueltig = super().validate(extra_validators)
        if self.nimmt_auf and self._standort_der_gruppe() != self.standort_id.data:
            self.kursgruppe_id.errors = [_l("Diese Kursgruppe gehört zu einem anderen Standort.")]
            return False
        return gueltig

    def biete_an(
        self, standorte: Sequence[tuple[int, str]], gruppen: Sequence[Gruppenzeile]
    ) -> None:
        self.gruppen = gruppen
        self.standort_id.choices = wahlen(standorte)
        namen = wahlen((gruppe.id, gruppe.name) for gruppe in gruppen)
        self.kursgruppe_id.choices = [SelectChoice(0, _l("noch keine")), *namen]

    @property
    def nimmt_auf(self) -> bool:
        """Only Lotsen join a Kursgruppe; whatever was chosen for others is passed over."""
        return bool(self.kursgruppe_id.data) and self.rolle.data == Rolle.LOTSE.value

    def _standort_der_gruppe(self) -> int | None:
        gewaehlt = self.kursgruppe_id.data
        return next((g.standort_id for g in self.gruppen if g.id == gewaehlt), None)


class GrundForm(FlaskForm):
    """A decision with its reason, which the person reads."""

    grund = TextAreaField(
        _l("Grund"),
        description=_l("Diese Person liest den Grund."),
        validators=[pflicht(), hoechstens(2000)],
        filters=[gekuerzt],
    )


class KursgruppeForm(FlaskForm):
    name = StringField(
        _l("Name"),
        description=_l("Zum Beispiel: Kurs Herbst 2026"),
        validators=[pflicht(), hoechstens(200)],
        filters=[gekuerzt],
    )
    standort_id = SelectField(_l("Standort"), coerce=int)
    trainer = SelectMultipleField(
        _l("Trainerinnen und Trainer"),
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
