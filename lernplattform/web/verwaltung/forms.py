"""Forms of the Verwaltung."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import NumberRange, ValidationError

from lernplattform.models.person import Rolle
from lernplattform.services.standort import Standortangaben
from lernplattform.web.filters import ROLLEN
from lernplattform.web.formulare import (
    Ganzzahl,
    eingabe_noetig,
    gekuerzt,
    hoechstens,
    pflicht,
    wahlen,
)
from lernplattform.web.personenform import NamenForm, emailfeld

MINDEST_UE_HOECHSTENS = 500
OHNE_STANDORT = 0


class TraegerForm(FlaskForm):
    name = StringField(
        _l("Name des Trägers"), validators=[pflicht(), hoechstens(200)], filters=[gekuerzt]
    )


class StandortForm(FlaskForm):
    """The least UE have no default: whoever creates a Standort decides."""

    name = StringField(
        _l("Name des Standorts"), validators=[pflicht(), hoechstens(200)], filters=[gekuerzt]
    )
    traeger_id = SelectField(_l("Träger"), coerce=int)
    mindest_ue_praesenz = Ganzzahl(
        _l("Wie viele UE Präsenz sind mindestens nötig?"),
        description=_l("0 heißt: Hier geht die Basisqualifizierung ganz online."),
        validators=[
            eingabe_noetig(),
            NumberRange(0, MINDEST_UE_HOECHSTENS, _l("Bitte eine Zahl von %(min)s bis %(max)s.")),
        ],
    )
    durchsicht_noetig = BooleanField(
        _l("Vor der Bestätigung muss jemand den Fortschritt durchsehen"), default=True
    )
    vier_augen = BooleanField(
        _l("Vier Augen: Wer durchgesehen hat, darf nicht bestätigen"), default=True
    )
    vier_augen_grund = TextAreaField(
        _l("Warum gelten hier keine vier Augen?"),
        description=_l("Nur nötig, wenn Sie die vier Augen abschalten."),
        validators=[hoechstens(1000)],
        filters=[gekuerzt],
    )

    def angaben(self) -> Standortangaben:
        return Standortangaben(
            name=self.name.data,
            traeger_id=self.traeger_id.data,
            mindest_ue_praesenz=self.mindest_ue_praesenz.data,
            durchsicht_noetig=self.durchsicht_noetig.data,
            vier_augen=self.vier_augen.data,
            vier_augen_grund=self.vier_augen_grund.data or "",
        )


class PersonForm(NamenForm):
    """With e-mail. Without e-mail the Koordination of a Standort prints a slip.

    Stands before the form of a task, as on the page: the errors come in the order of definition.
    """

    email = emailfeld(
        pflicht(),
        description=_l(
            "Wer keine E-Mail-Adresse hat, wird von der Koordination am Standort eingeladen."
        ),
    )


class ZustaendigkeitForm(FlaskForm):
    """A Rolle at a Standort; only the Verwaltung has none."""

    rolle = SelectField(
        _l("Aufgabe"),
        choices=[
            SelectChoice("", _l("Bitte wählen")),
            *(SelectChoice(rolle.value, text) for rolle, text in ROLLEN.items()),
        ],
        validators=[pflicht()],
    )
    standort_id = SelectField(_l("Standort"), coerce=int, default=OHNE_STANDORT)

    def biete_an(self, standorte: Sequence[tuple[int, str]]) -> None:
        self.standort_id.choices = [
            SelectChoice(OHNE_STANDORT, _l("kein Standort (nur Verwaltung)")),
            *wahlen(standorte),
        ]

    def validate_standort_id(self, feld: SelectField) -> None:
        if not self.rolle.data:
            return
        verwaltet = self.rolle.data == Rolle.VERWALTUNG.value
        if verwaltet and feld.data != OHNE_STANDORT:
            raise ValidationError(_l("Die Verwaltung gehört zu keinem Standort."))
        if not verwaltet and feld.data == OHNE_STANDORT:
            raise ValidationError(_l("Bitte wählen Sie einen Standort."))

    @property
    def gewaehlt(self) -> tuple[Rolle, int | None]:
        return Rolle(self.rolle.data), self.standort_id.data or None


class KontoForm(PersonForm, ZustaendigkeitForm):
    """A new person with a first task."""


class RechtstextForm(FlaskForm):
    text = TextAreaField(
        _l("Text"),
        description=_l("Eine leere Zeile beginnt einen neuen Absatz."),
        validators=[pflicht(), hoechstens(100_000)],
        filters=[gekuerzt],
    )
