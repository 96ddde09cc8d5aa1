"""CSV that spreadsheets open right and do not run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernplattform.adapters.tabellen import BOM, csv_zeilen

TEXT = st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=("Cs",)), max_size=20)


def lies(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BOM)), delimiter=";"))


def test_umlauts_and_semicolons_survive() -> None:
    text = "".join(csv_zeilen(["Name"], [["Öz; Gül"], ["mit „Zitat“"]]))
    assert text.startswith(BOM)
    assert lies(text) == [["Name"], ["Öz; Gül"], ["mit „Zitat“"]]


@pytest.mark.parametrize("anfang", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_looks_like_a_formula_is_made_text(anfang: str) -> None:
    text = "".join(csv_zeilen(["Name"], [[f"{anfang}cmd|' /C calc'!A0"]]))
    assert lies(text)[1][0].startswith("'" + anfang)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_every_row_comes_back_with_its_values(zeilen: list[tuple[str, str]]) -> None:
    gelesen = lies("".join(csv_zeilen(["a", "b"], zeilen)))[1:]
    assert [[wert.removeprefix("'") for wert in zeile] for zeile in gelesen] == [
        [wert.removeprefix("'") for wert in zeile] for zeile in zeilen
    ]


def test_nothing_is_an_empty_cell() -> None:
    assert lies("".join(csv_zeilen(["a"], [[None]])))[1] == [""]
