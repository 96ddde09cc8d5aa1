"""The files beside the courses: Kernprofil, causes, Fachwörter, emergency numbers."""

from typing import Annotated

from pydantic import Field, model_validator

from kurse.rahmen import Profilart
from kurse.schema.grundlage import Kennung, Schema, Text

SPRACHEN = ("en", "tr", "ar", "uk", "ru", "fa")


class ProfilelementSchema(Schema):
    nummer: Annotated[int, Field(strict=True, ge=1, le=23)]
    id: Kennung
    titel: Text
    kurz: Text
    art: Profilart
    kann_satz: Text | None = None

    @model_validator(mode="after")
    def _kann_satz_bei_koennen(self) -> "ProfilelementSchema":
        if self.art is Profilart.KOENNEN and self.kann_satz is None:
            raise ValueError("Ein Element mit „art: koennen“ braucht einen „kann_satz“.")
        return self


class FehlvorstellungSchema(Schema):
    id: Kennung
    titel: Text
    richtigstellung: Text


class ImpulsSchema(Schema):
    id: Kennung
    titel: Text
    satz_zum_sagen: Text


class UebersetzungenSchema(Schema):
    en: Text
    tr: Text
    ar: Text
    uk: Text
    ru: Text
    fa: Text


class FachwortSchema(Schema):
    id: Kennung
    begriff: Text
    erklaerung: Text
    uebersetzungen: UebersetzungenSchema


class NotrufnummerSchema(Schema):
    nummer: Text
    wofuer: Text
    wann: Text


class OertlicheAngabeSchema(Schema):
    id: Kennung
    titel: Text
    hinweis: Text
    telefon: bool = False
