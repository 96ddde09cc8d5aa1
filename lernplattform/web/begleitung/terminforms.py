"""Forms for Präsenztermine: planning one, and the UE of everybody on one page."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import NumberRange, Optional

from lernplattform.core.errors import EingabeUngueltig
from lernplattform.queries.teilnahme import Anwesenheit
from lernplattform.web.formulare import (
    Ganzzahl,
    Tag,
    eingabe_noetig,
    gekuerzt,
    hoechstens,
    pflicht,
    vermerke_fehler,
)

UE_HOECHSTENS = 12


class TerminForm(FlaskForm):
    datum = Tag(_l("Tag"), validators=[eingabe_noetig()])
    titel = StringField(
        _l("Thema"),
        description=_l("Zum Beispiel: Abend 3, Grenzen"),
        validators=[pflicht(), hoechstens(200)],
        filters=[gekuerzt],
    )
    ue = Ganzzahl(
        _l("Unterrichtseinheiten (UE)"),
        description=_l("Eine UE sind 45 Minuten."),
        validators=[
            eingabe_noetig(),
            NumberRange(1, UE_HOECHSTENS, _l("Bitte eine Zahl von %(min)s bis %(max)s.")),
        ],
    )


class TeilnahmeForm(FlaskForm):
    """`teilnahme_form` adds one field `ue_<person id>` for each person."""

    grund = TextAreaField(
        _l("Grund der Korrektur"),
        description=_l("Nur nötig, wenn Sie eine Zahl ändern, die schon gespeichert war."),
        validators=[hoechstens(1000)],
        filters=[gekuerzt],
    )

    def ue_feld(self, person_id: int) -> Field:
        return self[f"ue_{person_id}"]

    def eintraege(self, zeilen: Sequence[Anwesenheit]) -> dict[int, int | None]:
        """What was sent; a field that was not on the sender's page changes nothing."""
        gesendet = ((z.person_id, self.ue_feld(z.person_id)) for z in zeilen)
        return {person_id: feld.data for person_id, feld in gesendet if feld.raw_data}

    def vermerke(self, fehler: EingabeUngueltig, zeilen: Sequence[Anwesenheit]) -> None:
        """A missing reason says of whom: with thirty people nobody sees which number differs."""
        if fehler.code != "grund_fehlt":
            vermerke_fehler(self, fehler)
            return
        neu = self.eintraege(zeilen)
        namen = [z.name for z in zeilen if z.ue is not None and z.ue != neu.get(z.person_id, z.ue)]
        satz = _(
            "Sie ändern eine gespeicherte Zahl bei: %(namen)s. Bitte schreiben Sie kurz, warum.",
            namen=", ".join(namen),
        )
        self.grund.errors = [*self.grund.errors, satz]


def teilnahme_form(
    zeilen: Sequence[Anwesenheit], ue: int, *, alle_da: bool = False, **kwargs: Any
) -> TeilnahmeForm:
    """`alle_da` suggests all UE for everybody of whom nothing is recorded yet."""
    satz = _("Bitte eine Zahl von 0 bis %(max)s.", max=ue)
    vorschlag = ue if alle_da else None
    felder = {
        f"ue_{z.person_id}": Ganzzahl(
            z.name,
            validators=[Optional(), NumberRange(0, ue, satz)],
            default=vorschlag if z.ue is None else z.ue,
        )
        for z in zeilen
    }
    klasse: type[TeilnahmeForm] = type("TeilnahmeFormDesTermins", (TeilnahmeForm,), felder)
    return klasse(**kwargs)
