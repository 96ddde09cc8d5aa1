"""What comes in from the forms of the learning area."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, TextAreaField
from wtforms.validators import Length

from lernplattform.services.reflexion import LAENGSTENS
from quiz.fragen import Eingabe, Sicherheit

ANTWORT, POSITION, ZIEL = "antwort", "position-", "ziel-"
Felder = MultiDict[str, str]


class ReflexionForm(FlaskForm):
    text = TextAreaField(
        _l("Ihre Gedanken"),
        validators=[
            Length(max=LAENGSTENS, message=_l("Ihr Text ist zu lang. Bitte kürzen Sie ihn."))
        ],
    )
    geteilt = BooleanField(_l("Meine Trainerin oder mein Trainer darf das lesen."))


def lies_eingabe(felder: Felder) -> Eingabe:
    """The raw answer to a question of any kind; whether it fits the question is judged later."""
    return Eingabe(
        gewaehlt=tuple(felder.getlist(ANTWORT)),
        reihenfolge=_reihenfolge(_zahlen(felder, POSITION)),
        zuordnung=_zahlen(felder, ZIEL),
        text=felder.get("text", ""),
        sicherheit=_sicherheit(felder.get("sicherheit", "")),
    )


def _zahlen(felder: Felder, vorn: str) -> dict[int, int]:
    """`position-2=1` becomes {2: 1}; what is no number is left out, so the answer lacks it."""
    return {
        int(name.removeprefix(vorn)): int(wert)
        for name, wert in felder.items()
        if name.startswith(vorn) and _ist_zahl(name.removeprefix(vorn)) and _ist_zahl(wert)
    }


def _ist_zahl(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4


def _reihenfolge(positionen: Mapping[int, int]) -> tuple[int, ...]:
    """Steps by their positions 1, 2, 3 …; nothing if two claim the same one or one is missing."""
    if sorted(positionen.values()) != list(range(1, len(positionen) + 1)):
        return ()
    return tuple(sorted(positionen, key=positionen.__getitem__))


def _sicherheit(wert: str) -> Sicherheit | None:
    return Sicherheit(wert) if wert in set(Sicherheit) else None
