"""The published JSON Schemas: fresh, and of the same opinion as the loader."""

import json
from pathlib import Path

import pytest

from kurse.schema.ausgabe import als_text, json_schemas, schreibe_schemas

VEROEFFENTLICHT = Path(__file__).parents[3] / "docs" / "schema"


@pytest.mark.parametrize("name", json_schemas())
def test_the_published_schema_is_fresh(name: str) -> None:
    datei = VEROEFFENTLICHT / f"{name}.json"
    assert datei.read_text(encoding="utf-8") == als_text(json_schemas()[name])


def test_no_schema_of_former_times_is_left_over() -> None:
    assert {datei.stem for datei in VEROEFFENTLICHT.iterdir()} == set(json_schemas())


def test_the_schemas_are_written_as_json(tmp_path: Path) -> None:
    dateien = schreibe_schemas(tmp_path / "schema")
    assert len(dateien) == 10
    assert all(json.loads(datei.read_text())["$schema"] for datei in dateien)


def test_yes_and_no_may_be_words() -> None:
    pflicht = json_schemas()["modul"]["properties"]["pflicht"]["anyOf"]
    assert {"enum": ["ja", "nein"], "type": "string"} in pflicht
    assert {"type": "boolean"} in pflicht


def test_a_szenario_knows_five_questions_and_the_end() -> None:
    knoten = json_schemas()["szenario"]["properties"]["knoten"]["patternProperties"]
    assert [len(schema["oneOf"]) for schema in knoten.values()] == [6]
