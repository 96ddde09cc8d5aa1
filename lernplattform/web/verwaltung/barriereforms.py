"""The form of the accessibility statement: what it says, and what is not accessible."""

from dataclasses import asdict
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    EmailField,
    FieldList,
    Form,
    FormField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
    URLField,
)
from wtforms.validators import URL, Email, Optional, ValidationError

from lernplattform.models.barrierefreiheit import Ausnahmegrund, Pruefart, Vereinbarkeit
from lernplattform.queries.barrierefreiheit import Ausnahme, Erklaerung
from lernplattform.web.barrierefreiheit import AUSNAHME, PRUEFART, STAND
from lernplattform.web.formulare import Tag, eingabe_noetig, gekuerzt, hoechstens, pflicht

LEERE_ZEILEN = 2
_UNVOLLSTAENDIG = _l("Diese Adresse ist nicht vollständig. Bitte prüfen Sie, ob ein @ darin steht.")
_KEINE_URL = _l("Bitte eine ganze Adresse, die mit https:// beginnt.")


class AusnahmeForm(Form):
    """One of several on the page; an empty one counts as not there."""

    inhalt = StringField(_l("Was ist nicht barrierefrei?"), [hoechstens(200)], filters=[gekuerzt])
    art = SelectField(
        _l("Einordnung"), choices=[SelectChoice(art.value, text) for art, text in AUSNAHME.items()]
    )
    grund = TextAreaField(_l("Warum?"), [hoechstens(1000)], filters=[gekuerzt])
    alternative = TextAreaField(
        _l("Was hilft stattdessen?"), [hoechstens(1000)], filters=[gekuerzt]
    )

    def validate_grund(self, feld: TextAreaField) -> None:
        if self.inhalt.data and not feld.data:
            raise ValidationError(_l("Bitte schreiben Sie kurz, warum."))

    def validate_inhalt(self, feld: StringField) -> None:
        if not feld.data and (self.grund.data or self.alternative.data):
            raise ValidationError(_l("Bitte schreiben Sie, was nicht barrierefrei ist."))


class ErklaerungForm(FlaskForm):
    """In the order of the page, so that the list of errors on top follows it."""

    traeger = StringField(
        _l("Name des Trägers"), validators=[pflicht(), hoechstens(200)], filters=[gekuerzt]
    )
    email = EmailField(
        _l("E-Mail-Adresse für Meldungen"),
        description=_l("E-Mail-Adresse oder Telefonnummer: Eines davon ist nötig."),
        validators=[Optional(), hoechstens(254), Email(_UNVOLLSTAENDIG)],
        filters=[gekuerzt],
    )
    telefon = TelField(
        _l("Telefonnummer für Meldungen"), validators=[hoechstens(40)], filters=[gekuerzt]
    )
    vereinbarkeit = RadioField(
        _l("Wie gut erfüllt die Plattform die Anforderungen?"),
        choices=[SelectChoice(wert.value, text) for wert, text in STAND.items()],
        validators=[eingabe_noetig()],
    )
    erstellt_am = Tag(_l("Erklärung erstellt am"), validators=[eingabe_noetig()])
    geprueft_am = Tag(
        _l("Zuletzt geprüft am"),
        description=_l("Prüfen Sie mindestens einmal im Jahr."),
        validators=[eingabe_noetig()],
    )
    pruefart = RadioField(
        _l("Wer hat geprüft?"),
        choices=[SelectChoice(wert.value, text) for wert, text in PRUEFART.items()],
        validators=[eingabe_noetig()],
    )
    pruefweise = TextAreaField(
        _l("Wie wurde geprüft?"), validators=[pflicht(), hoechstens(2000)], filters=[gekuerzt]
    )
    ausnahmen = FieldList(FormField(AusnahmeForm), max_entries=50)
    gebaerdensprache_url = URLField(
        _l("Adresse des Videos in Deutscher Gebärdensprache"),
        description=_l("Ohne Adresse sagt die Seite, dass das Video noch fehlt."),
        validators=[Optional(), hoechstens(500), URL(message=_KEINE_URL)],
        filters=[gekuerzt],
    )
    durchsetzungsstelle = TextAreaField(
        _l("Durchsetzungsstelle"),
        description=_l("Name und Anschrift"),
        validators=[pflicht(), hoechstens(1000)],
        filters=[gekuerzt],
    )
    durchsetzung_telefon = TelField(_l("Telefon"), [hoechstens(40)], filters=[gekuerzt])
    durchsetzung_email = EmailField(
        _l("E-Mail-Adresse"),
        validators=[Optional(), hoechstens(254), Email(_UNVOLLSTAENDIG)],
        filters=[gekuerzt],
    )
    durchsetzung_url = URLField(
        _l("Internetseite"), [Optional(), hoechstens(500), URL(message=_KEINE_URL)], [gekuerzt]
    )
    ergaenzung = TextAreaField(
        _l("Was Sie noch dazu sagen möchten"),
        description=_l("Eine leere Zeile beginnt einen neuen Absatz."),
        validators=[hoechstens(20_000)],
        filters=[gekuerzt],
    )

    @classmethod
    def zeige(cls, erklaerung: Erklaerung) -> "ErklaerungForm":
        """With empty entries at the end; without a script none can be added on the page."""
        form = cls(formdata=None, data=asdict(erklaerung))
        for _nr in range(LEERE_ZEILEN):
            form.ausnahmen.append_entry()
        return form

    def erklaerung(self) -> Erklaerung:
        uebrige: dict[str, Any] = {
            feld: getattr(self, feld).data or ""
            for feld in Erklaerung.__slots__
            if feld not in {"ausnahmen", "vereinbarkeit", "pruefart"}
        }
        return Erklaerung(
            vereinbarkeit=Vereinbarkeit(self.vereinbarkeit.data),
            pruefart=Pruefart(self.pruefart.data),
            ausnahmen=tuple(_ausnahme(zeile.form) for zeile in self.ausnahmen if zeile.inhalt.data),
            **uebrige,
        )


def _ausnahme(form: AusnahmeForm) -> Ausnahme:
    return Ausnahme(
        inhalt=form.inhalt.data or "",
        art=Ausnahmegrund(form.art.data),
        grund=form.grund.data or "",
        alternative=form.alternative.data or "",
    )
