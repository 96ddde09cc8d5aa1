"""From the checked file of a Szenario to the values that the engine plays."""

from collections.abc import Iterable
from dataclasses import replace

from kurse.schema.szenario import (
    EinfachwahlOptionSchema,
    EinfachwahlSchema,
    EndeSchema,
    FrageKnoten,
    MehrfachwahlOptionSchema,
    MehrfachwahlSchema,
    MitFolge,
    MitZweiRueckmeldungen,
    ReihenfolgeSchema,
    SzenarioSchema,
    UebergangSchema,
    ZuordnungSchema,
)
from quiz.fragen import Frage, Fragetyp, Option, Uebergang
from quiz.szenario import Knoten, Szenario


def baue_szenario(schema: SzenarioSchema) -> Szenario:
    knoten = {name: baue_knoten(name, k) for name, k in schema.knoten.items()}
    return Szenario(schema.id, schema.start, knoten)


def baue_knoten(name: str, schema: FrageKnoten | EndeSchema) -> Knoten:
    if isinstance(schema, EndeSchema):
        return Knoten(name, schema.text, ende=schema.ende)
    return Knoten(name, schema.text, _frage(schema), _wege(schema.weiter))


def _frage(k: FrageKnoten) -> Frage:
    frage = Frage(
        typ=Fragetyp(k.typ),
        text=k.frage,
        profilelemente=k.profilelemente,
        sicherheit=k.sicherheit,
    )
    if isinstance(k, EinfachwahlSchema | MehrfachwahlSchema):
        frage = replace(frage, optionen=tuple(_option(o) for o in k.optionen), fest=k.fest)
    if isinstance(k, MitFolge):
        frage = replace(frage, folge=k.folge or "", folge_ton=k.folge_ton)
    return _mit_zwei_rueckmeldungen(frage, k) if isinstance(k, MitZweiRueckmeldungen) else frage


def _mit_zwei_rueckmeldungen(frage: Frage, k: ReihenfolgeSchema | ZuordnungSchema) -> Frage:
    if isinstance(k, ReihenfolgeSchema):
        frage = replace(frage, schritte=tuple(k.schritte))
    else:
        frage = replace(frage, paare=tuple(k.paare.items()), ablenker=k.ablenker)
    return replace(
        frage,
        rueckmeldung_richtig=k.rueckmeldung_richtig,
        rueckmeldung_falsch=k.rueckmeldung_falsch,
        fehlvorstellung=k.fehlvorstellung,
        impuls=k.impuls,
    )


def _option(o: EinfachwahlOptionSchema | MehrfachwahlOptionSchema) -> Option:
    option = Option(
        id=o.id,
        text=o.text,
        wertung=o.wertung,
        rueckmeldung=o.rueckmeldung or "",
        fehlvorstellung=o.fehlvorstellung,
        impuls=o.impuls,
        setzt=frozenset(o.setzt),
        satz=o.satz,
    )
    if isinstance(o, EinfachwahlOptionSchema):
        wege = _wege(o.weiter)
        option = replace(option, folge=o.folge, folge_ton=o.folge_ton, weiter=wege)
    return option


def _wege(weiter: Iterable[UebergangSchema] | None) -> tuple[Uebergang, ...]:
    return tuple(Uebergang(weg.zu, weg.wenn) for weg in weiter or ())
