"""A Szenario file: five kinds of Knoten with a question, and the end."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from kurse.schema.grundlage import Ganzzahl, JaNein, Kennung, Schema, Text
from kurse.schema.kurs import MitHinweis, Quellen
from quiz.fragen import FolgeTon, Wertung
from quiz.szenario import Ende

Thema = Literal[
    "grenzen", "konflikte", "datenschutz", "kommunikation", "rolle", "werte", "netzwerke"
]


class UebergangSchema(Schema):
    wenn: Kennung | None = None
    zu: Kennung


def _weiter(wert: object) -> object:
    return [{"zu": wert}] if isinstance(wert, str) else wert


Weiter = Annotated[
    list[UebergangSchema],
    Field(min_length=1),
    BeforeValidator(_weiter, json_schema_input_type=Kennung | list[UebergangSchema]),
]


class OptionSchema(Schema):
    id: Kennung
    text: Text
    wertung: Wertung
    fehlvorstellung: Kennung | None = None
    impuls: Kennung | None = None
    setzt: tuple[Kennung, ...] = ()
    satz: Text | None = None


class EinfachwahlOptionSchema(OptionSchema):
    rueckmeldung: Text
    folge: Text
    folge_ton: FolgeTon
    weiter: Weiter | None = None


class MehrfachwahlOptionSchema(OptionSchema):
    """A good option may go without feedback; the others must say what is better."""

    rueckmeldung: Text | None = None


class KnotenSchema(Schema):
    text: Text
    frage: Text
    profilelemente: Annotated[tuple[Kennung, ...], Field(min_length=1, max_length=2)]
    sicherheit: JaNein = False
    weiter: Weiter | None = None


class EinfachwahlSchema(KnotenSchema):
    typ: Literal["einfachwahl"]
    optionen: Annotated[list[EinfachwahlOptionSchema], Field(min_length=2)]
    fest: JaNein = False


class MitFolge(KnotenSchema):
    """One consequence for the whole answer, not one for each option."""

    folge: Text | None = None
    folge_ton: FolgeTon | None = None


class MehrfachwahlSchema(MitFolge):
    typ: Literal["mehrfachwahl"]
    optionen: Annotated[list[MehrfachwahlOptionSchema], Field(min_length=2)]
    fest: JaNein = False


class MitZweiRueckmeldungen(MitFolge):
    rueckmeldung_richtig: Text
    rueckmeldung_falsch: Text
    fehlvorstellung: Kennung | None = None
    impuls: Kennung | None = None


class ReihenfolgeSchema(MitZweiRueckmeldungen):
    typ: Literal["reihenfolge"]
    schritte: Annotated[list[Text], Field(min_length=2)]


class ZuordnungSchema(MitZweiRueckmeldungen):
    typ: Literal["zuordnung"]
    paare: Annotated[Mapping[Text, Text], Field(min_length=2)]
    ablenker: tuple[Text, ...] = ()


class FreitextSchema(MitFolge):
    typ: Literal["freitext"]
    profilelemente: Annotated[tuple[Kennung, ...], Field(max_length=2)] = ()


class EndeSchema(Schema):
    ende: Ende
    text: Text


def _art(wert: Any) -> str | None:
    """Which kind of Knoten the author meant; an end is known by its `ende`."""
    if not isinstance(wert, Mapping):
        return None
    return "ende" if "ende" in wert else str(wert.get("typ"))


FrageKnoten = (
    EinfachwahlSchema | MehrfachwahlSchema | ReihenfolgeSchema | ZuordnungSchema | FreitextSchema
)
AnyKnoten = Annotated[
    Annotated[EinfachwahlSchema, Tag("einfachwahl")]
    | Annotated[MehrfachwahlSchema, Tag("mehrfachwahl")]
    | Annotated[ReihenfolgeSchema, Tag("reihenfolge")]
    | Annotated[ZuordnungSchema, Tag("zuordnung")]
    | Annotated[FreitextSchema, Tag("freitext")]
    | Annotated[EndeSchema, Tag("ende")],
    Discriminator(_art),
]


class SzenarioSchema(MitHinweis):
    id: Kennung
    titel: Text
    fassung: Ganzzahl
    thema: Thema
    quellen: Quellen
    start: Kennung
    knoten: Annotated[Mapping[Kennung, AnyKnoten], Field(min_length=2)]

    @model_validator(mode="after")
    def _hoechstens_zwei_fragen_nach_sicherheit(self) -> "SzenarioSchema":
        gefragt = [k for k in self.knoten.values() if getattr(k, "sicherheit", False)]
        if len(gefragt) > 2:
            raise ValueError("„sicherheit: ja“ steht höchstens an zwei Knoten.")
        return self
