"""The schemas as JSON Schema, so that editors help while an author types."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from kurse.schema.kurs import KursSchema, LektionSchema, ModulSchema
from kurse.schema.rahmen import (
    FachwortSchema,
    FehlvorstellungSchema,
    ImpulsSchema,
    NotrufnummerSchema,
    OertlicheAngabeSchema,
    ProfilelementSchema,
)
from kurse.schema.szenario import SzenarioSchema

DIALEKT = "https://json-schema.org/draft/2020-12/schema"
_EINZELN: Mapping[str, type[BaseModel]] = {
    "kurs": KursSchema,
    "modul": ModulSchema,
    "lektion": LektionSchema,
    "szenario": SzenarioSchema,
}
_LISTEN: Mapping[str, TypeAdapter[Any]] = {
    "kernprofil": TypeAdapter(list[ProfilelementSchema]),
    "fehlvorstellungen": TypeAdapter(list[FehlvorstellungSchema]),
    "impulse": TypeAdapter(list[ImpulsSchema]),
    "glossar": TypeAdapter(list[FachwortSchema]),
    "notfallkarte": TypeAdapter(list[NotrufnummerSchema]),
    "oertlich": TypeAdapter(list[OertlicheAngabeSchema]),
}


def json_schemas() -> dict[str, dict[str, Any]]:
    """Name of the file (or kind of file) to its schema."""
    einzeln = {name: schema.model_json_schema() for name, schema in _EINZELN.items()}
    listen = {name: schema.json_schema() for name, schema in _LISTEN.items()}
    return {name: {"$schema": DIALEKT, **s} for name, s in (einzeln | listen).items()}


def schreibe_schemas(ordner: Path) -> tuple[Path, ...]:
    """Writes `<name>.json` for each schema; returns the files."""
    ordner.mkdir(parents=True, exist_ok=True)
    dateien = []
    for name, schema in json_schemas().items():
        datei = ordner / f"{name}.json"
        datei.write_text(als_text(schema), encoding="utf-8")
        dateien.append(datei)
    return tuple(dateien)


def als_text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
