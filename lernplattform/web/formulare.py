"""What forms of all areas share: field checks with German sentences, errors from services."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from flask_wtf import FlaskForm
from wtforms import DateField, Field, IntegerField, PasswordField, SelectChoice
from wtforms.form import BaseForm
from wtforms.validators import (
    DataRequired,
    EqualTo,
    InputRequired,
    Length,
    StopValidation,
    ValidationError,
)

from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.passwort import HOECHSTLAENGE, MINDESTLAENGE, ist_leicht_zu_raten

FELDSAETZE: Mapping[str, LazyString] = {
    "belegt": _l(
        "Mit dieser Angabe gibt es schon ein Konto. Vielleicht steht die Person schon in der "
        "Liste; sonst fragen Sie die Verwaltung."
    ),
    "termin_fehlt": _l("Ein Seminar braucht einen Termin."),
    "termin_vorbei": _l("Der erste Termin liegt in der Vergangenheit."),
    "termine_ueberschneiden": _l("Zwei Termine überschneiden sich."),
    "ende_vor_beginn": _l("Das Ende muss nach dem Beginn liegen."),
    "frist_nach_beginn": _l("Diese Frist muss vor dem ersten Termin liegen."),
    "plaetze_fehlen": _l("Ein Seminar braucht mindestens einen Platz."),
    "anderer_standort": _l("Diese Auswahl gehört zu einem anderen Standort."),
    "vergeben": _l("Diesen Namen gibt es schon. Bitte wählen Sie einen anderen."),
    "grund_fehlt": _l("Bitte schreiben Sie kurz, warum."),
    "jahr_unwahrscheinlich": _l(
        "Bitte prüfen Sie das Jahr. Der Tag darf nicht vor 2000 liegen und höchstens 2 Jahre "
        "in der Zukunft."
    ),
    "termin_doppelt": _l("An diesem Tag gibt es schon einen Termin mit diesem Thema."),
    "fehlt": _l("Bitte füllen Sie dieses Feld aus."),
    "kontakt_fehlt": _l("Bitte geben Sie eine E-Mail-Adresse oder eine Telefonnummer an."),
    "pruefung_vor_erstellung": _l("Die Prüfung kann nicht vor der Erklärung liegen."),
    "tag_in_zukunft": _l("Dieser Tag liegt in der Zukunft."),
    "ue_ausserhalb": _l("So viele UE hat dieser Termin nicht."),
    "ue_geleert": _l("Hier stand schon eine Zahl. War die Person nicht da, tragen Sie 0 ein."),
}
FELDSATZ_SONST = _l("Bitte prüfen Sie diese Angabe.")


def pflicht() -> DataRequired:
    return DataRequired(_l("Bitte füllen Sie dieses Feld aus."))


def hoechstens(zeichen: int) -> Length:
    satz = _l("Bitte höchstens %(max)s Zeichen.", max=zeichen)
    return Length(max=zeichen, message=satz)


def gekuerzt(wert: str | None) -> str | None:
    """A filter for fields: no blanks around what was typed."""
    return wert.strip() if wert else wert


def wahlen(werte: Iterable[tuple[int, str]]) -> list[SelectChoice]:
    """Pairs of id and name as the choices of a select."""
    return [SelectChoice(kennung, name) for kennung, name in werte]


def eingabe_noetig() -> InputRequired:
    """For fields that are more than text: `pflicht` would hide what is wrong with an entry."""
    return InputRequired(_l("Bitte füllen Sie dieses Feld aus."))


class Ganzzahl(IntegerField):
    """With a sentence of our own for what is no number; a field sent empty holds None."""

    data: Any  # an int once the form is valid and the field was sent

    def pre_validate(self, form: BaseForm) -> None:
        if self.process_errors:
            raise StopValidation

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        try:
            super().process_formdata([wert.strip() for wert in valuelist if wert.strip()])
        except ValueError as fehler:
            raise ValueError(_("Bitte eine ganze Zahl.")) from fehler


class Tag(DateField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as fehler:
            raise ValueError(_("Bitte geben Sie einen Tag an, den es gibt.")) from fehler


def vermerke_fehler(form: FlaskForm, fehler: EingabeUngueltig) -> None:
    """Put the error of a service at its field, or over the form if there is no such field."""
    satz = str(FELDSAETZE.get(fehler.code, FELDSATZ_SONST))
    feld: Field | None = form._fields.get(fehler.feld)
    if feld is None:
        form.form_errors.append(satz)
    else:
        feld.errors = [*feld.errors, satz]


class NeuesPasswortForm(FlaskForm):
    """A password chosen anew, typed twice. Blanks and any characters are part of it.

    `eigenes`: Kennung and name of the person, which others would try first.
    """

    def __init__(self, *eigenes: str) -> None:
        super().__init__()
        self.eigenes = eigenes

    neu = PasswordField(
        _l("Neues Passwort"),
        description=_l("Mindestens 8 Zeichen. Ein ganzer Satz ist leicht zu merken und sicher."),
        validators=[
            pflicht(),
            Length(
                min=MINDESTLAENGE,
                max=HOECHSTLAENGE,
                message=_l("Das Passwort braucht 8 bis 128 Zeichen."),
            ),
        ],
    )
    wiederholt = PasswordField(
        _l("Neues Passwort noch einmal"),
        validators=[
            pflicht(),
            EqualTo("neu", _l("Die beiden Passwörter sind nicht gleich. Bitte tippen Sie es neu.")),
        ],
    )

    def validate_neu(self, feld: Field) -> None:
        if ist_leicht_zu_raten(feld.data or "", *self.eigenes):
            raise ValidationError(
                _("Dieses Passwort ist leicht zu raten. Bitte nehmen Sie ein anderes.")
            )
