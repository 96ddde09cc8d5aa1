"""The form of the local page: for each Angabe of the content a text, and a number to call."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, StringField, TextAreaField, ValidationError

from lernplattform.queries.oertliches import Ortseintrag
from lernplattform.services.oertliches import Ortsangabe
from lernplattform.web.formulare import gekuerzt, hoechstens

TELEFON, TEXT = "telefon", "text"
TELEFON_ZEICHEN, TEXT_ZEICHEN = 40, 1500
_NUMMER = re.compile(r"\+?[0-9(][0-9 ()/.–-]*")


def pruefe_telefon(_form: FlaskForm, feld: Field) -> None:
    """One number that a phone can dial; more than one belongs into the text."""
    nummer = feld.data or ""
    if nummer and not (_NUMMER.fullmatch(nummer) and 3 <= len(re.sub(r"\D", "", nummer)) <= 15):
        raise ValidationError(
            _("Bitte genau eine Telefonnummer, nur aus Ziffern, Leerzeichen, + und Strichen.")
        )


def ortsformular(eintraege: Iterable[Ortseintrag], **optionen: Any) -> FlaskForm:
    """Filled with what is written, unless something was sent."""
    eintraege = tuple(eintraege)
    klasse = _klasse(tuple((eintrag.id, eintrag.fragt_telefon) for eintrag in eintraege))
    daten = {
        name(eintrag.id, teil): getattr(eintrag, teil)
        for eintrag in eintraege
        for teil in (TELEFON, TEXT)
    }
    return klasse(data=daten, **optionen)


def gelesen(form: FlaskForm, eintraege: Iterable[Ortseintrag]) -> dict[str, Ortsangabe]:
    return {e.id: Ortsangabe(_wert(form, e, TELEFON), _wert(form, e, TEXT)) for e in eintraege}


def _wert(form: FlaskForm, eintrag: Ortseintrag, teil: str) -> str:
    feld = name(eintrag.id, teil)
    return (form[feld].data or "") if feld in form else ""


def name(angabe_id: str, teil: str) -> str:
    return f"{angabe_id}-{teil}"


@lru_cache(maxsize=4)
def _klasse(angaben: tuple[tuple[str, bool], ...]) -> type[FlaskForm]:
    felder: dict[str, Any] = {}
    for angabe_id, fragt_telefon in angaben:
        if fragt_telefon:
            felder[name(angabe_id, TELEFON)] = _telefonfeld()
        felder[name(angabe_id, TEXT)] = _textfeld()
    return type("OrtsForm", (FlaskForm,), felder)


def _telefonfeld() -> StringField:
    return StringField(
        _l("Telefonnummer"),
        validators=[hoechstens(TELEFON_ZEICHEN), pruefe_telefon],
        filters=[gekuerzt],
    )


def _textfeld() -> TextAreaField:
    return TextAreaField(_l("Text"), validators=[hoechstens(TEXT_ZEICHEN)], filters=[gekuerzt])
