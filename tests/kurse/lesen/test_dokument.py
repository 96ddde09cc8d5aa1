"""YAML as authors write it: values stay what they are, and each knows its line."""

import pytest

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument, lies_yaml


def lies(text: str, versatz: int = 0) -> Dokument:
    sammler = Sammler()
    dokument = lies_yaml(text, "x.yaml", sammler, versatz)
    assert dokument is not None, sammler.alle_fehler()
    return dokument


@pytest.mark.parametrize(
    ("roh", "wert"),
    [
        ("18:40", "18:40"),
        ("2026-11-23", "2026-11-23"),
        ("116 117", "116 117"),
        ("110", 110),
        ("0.7", 0.7),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("ja", "ja"),
        ("true", True),
        ("no", False),
        ("~", None),
        ('"110"', "110"),
        ("„Guten Tag.“", "„Guten Tag.“"),
    ],
)
def test_a_value_is_read_as_it_stands(roh: str, wert: object) -> None:
    gelesen = lies(f"a: {roh}\n").daten
    assert gelesen == {"a": wert}
    assert isinstance(gelesen, dict)
    assert type(gelesen["a"]) is type(wert)


def test_each_key_and_entry_has_its_line() -> None:
    dokument = lies("# Kopf\na:\n  - b: 1\n    c: 2\n  - d\n")
    pfade: list[tuple[str | int, ...]] = [("a",), ("a", 0), ("a", 0, "c"), ("a", 1)]
    assert [dokument.zeile(pfad) for pfad in pfade] == [2, 3, 4, 5]


def test_what_is_missing_leads_to_what_it_is_missing_in() -> None:
    assert lies("a: 1\nb:\n  c: 2\n").zeile(("b", "fehlt", 3)) == 2


def test_a_text_block_begins_on_the_line_below() -> None:
    dokument = lies("a: kurz\nb: |\n  lang\nc:\n  später\n")
    assert [dokument.textzeile((name,)) for name in "abc"] == [1, 3, 5]


def test_lines_of_a_head_count_from_the_top_of_the_file() -> None:
    assert lies("a: 1\nb: 2\n", versatz=1).zeile(("b",)) == 3


@pytest.mark.parametrize(
    ("text", "zeile"),
    [
        ("a: 1\nb: [1\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: 1\nb: \x07\n", 1),
        ("a: &x 1\nb: 2\nc: *x\n", 3),
        ("a: 1\n? [b]\n: 2\n", 2),
        ("a: 1\n<<: {b: 2}\nb: 1\nb: 1\n", 4),
    ],
)
def test_what_cannot_be_read_is_one_fault(text: str, zeile: int) -> None:
    sammler = Sammler()
    assert lies_yaml(text, "x.yaml", sammler) is None
    assert [fehler.fundstelle.zeile for fehler in sammler.alle_fehler()] == [zeile]
