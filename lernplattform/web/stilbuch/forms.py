"""A form with every kind of field, for showing them."""

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    EmailField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

WAHL = [
    SelectChoice("de", "Deutsch"),
    SelectChoice("tr", "Türkisch"),
    SelectChoice("ar", "Arabisch"),
]


class FelderForm(FlaskForm):
    name = StringField("Vorname und Nachname", validators=[InputRequired()])
    email = EmailField(
        "E-Mail", description="Nur, wenn die Person eine hat.", validators=[InputRequired()]
    )
    passwort = PasswordField("Passwort", validators=[InputRequired()])
    alter = IntegerField("Plätze", validators=[InputRequired()])
    tag = DateField("Datum", validators=[InputRequired()])
    beginn = DateTimeLocalField("Beginn", validators=[InputRequired()])
    sprache = SelectField("Sprache", choices=WAHL, validators=[InputRequired()])
    text = TextAreaField("Was nehmen Sie mit?", validators=[InputRequired()])
    einwilligung = BooleanField("Ich habe den Hinweis gelesen", validators=[InputRequired()])
    ort = RadioField("Wo findet es statt?", choices=WAHL, validators=[InputRequired()])
    sprachen = SelectMultipleField(
        "Welche Sprachen sprechen Sie?",
        description="Sie können mehrere wählen.",
        choices=WAHL,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validators=[InputRequired()],
    )
    telefon = StringField("Telefon")
    freitext = TextAreaField("Was würden Sie ihm sagen?", validators=[InputRequired()])


def mit_fehlern() -> FelderForm:
    """The same form as it comes back when nothing was filled in."""
    form = FelderForm(formdata=None, prefix="fehler-", meta={"csrf": False})
    form.validate()
    for feld in form:
        if feld.flags.required:
            feld.errors = ["Bitte füllen Sie dieses Feld aus."]
    return form
