"""kurs.yaml, modul.yaml and the head of a Lektion."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from kurse.kurs import ModulStatus
from kurse.schema.grundlage import Ganzzahl, Grenze, JaNein, Kennung, Schema, Text

Inhaltshinweis = Literal["gewalt", "kindeswohl"]
Quellen = Annotated[list[Text], Field(min_length=1)]


def _datum(wert: str) -> str:
    try:
        return date.fromisoformat(wert).isoformat()
    except ValueError:
        raise ValueError("Schreiben Sie das Datum als Jahr-Monat-Tag, etwa 2026-11-23.") from None


class PruefvermerkSchema(Schema):
    am: Annotated[Text, AfterValidator(_datum)]
    durch: Text


class KursSchema(Schema):
    id: Kennung
    titel: Text
    beschreibung: Text
    module: Annotated[list[Kennung], Field(min_length=1)]
    bestehensgrenze: Grenze
    geprueft: Mapping[Kennung, PruefvermerkSchema] = {}


class BausteinSchema(Schema):
    id: Kennung
    pflicht: JaNein = True


class ModulSchema(Schema):
    id: Kennung
    titel: Text
    lernziele: Annotated[list[Text], Field(min_length=1)]
    pflicht: JaNein = True
    status: ModulStatus
    inhalte: tuple[BausteinSchema, ...] = ()

    @model_validator(mode="after")
    def _fertig_heisst_mit_inhalt(self) -> "ModulSchema":
        if self.status is ModulStatus.FERTIG and not self.inhalte:
            raise ValueError("Ein Modul mit „status: fertig“ braucht „inhalte“.")
        if self.pflicht and self.inhalte and not any(b.pflicht for b in self.inhalte):
            raise ValueError("Ein Pflichtmodul braucht mindestens einen Inhalt mit „pflicht: ja“.")
        return self


class MitHinweis(Schema):
    """Hard topics carry a notice and another way of equal worth."""

    inhaltshinweis: Inhaltshinweis | None = None
    alternative: Kennung | None = None

    @model_validator(mode="after")
    def _hinweis_mit_alternative(self) -> "MitHinweis":
        if self.inhaltshinweis is not None and self.alternative is None:
            raise ValueError("Zu einem „inhaltshinweis“ gehört eine „alternative“.")
        if self.alternative is not None and self.inhaltshinweis is None:
            raise ValueError("Eine „alternative“ steht nur bei einem „inhaltshinweis“.")
        return self


class LektionSchema(MitHinweis):
    id: Kennung
    titel: Text
    fassung: Ganzzahl
    quellen: Quellen
    profilelemente: tuple[Kennung, ...] = ()
