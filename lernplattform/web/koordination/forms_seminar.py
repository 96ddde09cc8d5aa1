"""Forms of the Koordination about Seminare."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import CheckboxInput, DateTimeLocalInput, ListWidget

from kurse.katalog import Katalog
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.ortszeit import UhrzeitDoppelt, UhrzeitFehlt, aus_ortszeit, in_ortszeit
from lernplattform.models.seminar import SeminarBedingung
from lernplattform.services.seminarangaben import Seminarangaben
from lernplattform.web.formulare import gekuerzt, hoechstens, pflicht, wahlen

TERMINE = 5
FRISTEN = ("anmeldung_bis", "abmeldung_bis", "nachruecken_bis")
JAHRE = range(2000, 2200)


class OrtszeitField(Field):
    """A time on the clock of Europe/Berlin; `data` is the UTC time, or None if left empty."""

    widget = DateTimeLocalInput()

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return in_ortszeit(self.data).isoformat(timespec="minutes") if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            self.data = self._lies(valuelist[0].strip())

    def _lies(self, text: str) -> datetime:
        try:
            return aus_ortszeit(_naiv(text))
        except UhrzeitFehlt:
            raise ValueError(
                _("Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhr vorgestellt wird.")
            ) from None
        except UhrzeitDoppelt:
            raise ValueError(
                _(
                    "Diese Uhrzeit gibt es an dem Tag zweimal, weil die Uhr zurückgestellt wird. "
                    "Bitte wählen Sie eine andere."
                )
            ) from None
        except ValueError:
            raise ValueError(_("Bitte geben Sie Tag und Uhrzeit an.")) from None


def _naiv(text: str) -> datetime:
    zeit = datetime.fromisoformat(text)
    if zeit.tzinfo is not None or zeit.year not in JAHRE:
        raise ValueError(text)
    return zeit.replace(second=0, microsecond=0)


class PlaetzeField(IntegerField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_("Bitte geben Sie eine ganze Zahl an.")) from None


class SeminarForm(FlaskForm):
    """A Seminar with up to five Termine (fields `beginn_1`, `ende_1`, …); empty ones are
    passed over. Deadlines left empty have their defaults."""

    titel = StringField(_l("Titel"), validators=[pflicht(), hoechstens(200)], filters=[gekuerzt])
    beschreibung = TextAreaField(
        _l("Worum es geht"), validators=[hoechstens(5000)], filters=[gekuerzt]
    )
    ort = StringField(
        _l("Ort"),
        description=_l("Adresse und Raum, oder der Link zum Treffen im Internet."),
        validators=[pflicht(), hoechstens(300)],
        filters=[gekuerzt],
    )
    standort_id = SelectField(_l("Standort"), coerce=int)
    plaetze = PlaetzeField(
        _l("Plätze"),
        validators=[
            InputRequired(_l("Bitte füllen Sie dieses Feld aus.")),
            NumberRange(1, 1000, _l("Bitte geben Sie eine Zahl von 1 bis 1000 an.")),
        ],
    )
    hessenweit = BooleanField(
        _l("Hessenweit anbieten"),
        description=_l(
            "Dann können sich Lotsinnen und Lotsen aller Standorte anmelden. "
            "Von ihnen sehen Sie Name und Standort."
        ),
    )
    bedingung = RadioField(
        _l("Wer sich anmelden kann"),
        choices=[
            SelectChoice(
                SeminarBedingung.VOLLSTAENDIG.value, _l("Basisqualifizierung vollständig")
            ),
            SelectChoice(
                SeminarBedingung.BESTAETIGT.value,
                _l("Basisqualifizierung vollständig und von der Koordination bestätigt"),
            ),
        ],
        default=SeminarBedingung.VOLLSTAENDIG.value,
    )
    verlangte_module = SelectMultipleField(
        _l("Module, die geschafft sein müssen"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    anmeldung_bis = OrtszeitField(
        _l("Anmelden bis"),
        description=_l("Leer: einen Tag vor dem ersten Termin."),
        validators=[Optional()],
    )
    abmeldung_bis = OrtszeitField(
        _l("Absagen bis"),
        description=_l(
            "So lange können Angemeldete absagen. Leer: einen Tag vor dem ersten Termin."
        ),
        validators=[Optional()],
    )
    nachruecken_bis = OrtszeitField(
        _l("Nachrücken bis"),
        description=_l(
            "Danach rückt niemand mehr von der Warteliste nach. "
            "Leer: zwei Tage vor dem ersten Termin."
        ),
        validators=[Optional()],
    )

    def biete_standorte_an(self, standorte: Sequence[tuple[int, str]]) -> None:
        """Where there is only one, nobody has to choose it."""
        self.standort_id.choices = wahlen(standorte)
        if len(standorte) == 1 and not self.standort_id.raw_data:
            self.standort_id.data = standorte[0][0]

    def biete_module_an(self, katalog: Katalog) -> None:
        self.verlangte_module.choices = [
            SelectChoice(modul.id, modul.titel) for modul in katalog.module.values()
        ]

    def am_feld(self, fehler: EingabeUngueltig) -> EingabeUngueltig:
        """The service knows only Termine; whether they begin too early shows at the first."""
        if fehler.code in {"termin_vorbei", "termin_fehlt"}:
            return EingabeUngueltig("beginn_1", fehler.code)
        return fehler

    @property
    def terminfelder(self) -> list[tuple[OrtszeitField, OrtszeitField]]:
        return [(self[f"beginn_{nr}"], self[f"ende_{nr}"]) for nr in range(1, TERMINE + 1)]

    def validate(self, extra_validators: Any = None) -> bool:
        gut: bool = super().validate(extra_validators)
        for beginn, ende in self.terminfelder:
            for feld, satz in _maengel(beginn, ende):
                feld.errors = [*feld.errors, satz]
                gut = False
        return gut

    def angaben(self) -> Seminarangaben:
        """What was typed, for the services. Only after `validate()`."""
        return Seminarangaben(
            titel=self.titel.data,
            ort=self.ort.data,
            plaetze=self.plaetze.data,
            termine=tuple(
                sorted(
                    (beginn.data, ende.data)
                    for beginn, ende in self.terminfelder
                    if beginn.data and ende.data
                )
            ),
            beschreibung=self.beschreibung.data or "",
            hessenweit=self.hessenweit.data,
            bedingung=SeminarBedingung(self.bedingung.data),
            verlangte_module=tuple(self.verlangte_module.data or ()),
            **{frist: self[frist].data for frist in FRISTEN},
        )


def _maengel(beginn: OrtszeitField, ende: OrtszeitField) -> Iterator[tuple[Field, str]]:
    """What is wrong with one Termin as a whole; a field that is wrong by itself says so."""
    if beginn.errors or ende.errors:
        return
    if ende.data and not beginn.data:
        yield beginn, _("Bitte geben Sie auch den Beginn an.")
    elif beginn.data and not ende.data:
        yield ende, _("Bitte geben Sie auch das Ende an.")
    elif beginn.data and ende.data and ende.data <= beginn.data:
        yield ende, _("Das Ende muss nach dem Beginn liegen.")


def _gib_terminfelder() -> None:
    """Each label names its Termin, because the summary of errors shows the label alone."""
    for nr in range(1, TERMINE + 1):
        fuellen = InputRequired(_l("Bitte füllen Sie dieses Feld aus."))
        pruefung = [fuellen] if nr == 1 else [Optional()]
        for name, text in (
            ("beginn", _l("Beginn Termin %(nr)s", nr=nr)),
            ("ende", _l("Ende Termin %(nr)s", nr=nr)),
        ):
            setattr(SeminarForm, f"{name}_{nr}", OrtszeitField(text, pruefung))


_gib_terminfelder()


class AbsageForm(FlaskForm):
    grund = TextAreaField(
        _l("Grund der Absage"),
        description=_l("Alle Angemeldeten lesen den Grund in ihrer E-Mail."),
        validators=[pflicht(), hoechstens(2000)],
        filters=[gekuerzt],
    )
