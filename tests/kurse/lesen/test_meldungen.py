"""Faults of form in German; what nobody foresaw still names its field."""

from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, ErrorType

from kurse.lesen import meldungen
from kurse.lesen.meldungen import meldung


def fehler(typ: object, wert: object) -> ErrorDetails:
    with pytest.raises(ValidationError) as gefangen:
        TypeAdapter(typ).validate_python(wert)
    return gefangen.value.errors()[0]


def test_an_unforeseen_fault_still_names_its_field() -> None:
    unbekannt = {**fehler(complex, "x"), "loc": ("titel",)}
    assert meldung(unbekannt) == f"„titel“ ist ungültig ({unbekannt['msg']})."  # type: ignore[arg-type]


def test_a_fault_of_a_whole_file_is_said_of_the_file() -> None:
    assert meldung(fehler(list[str], "x")).startswith("„Datei“ muss eine Liste sein")


def test_each_sentence_belongs_to_a_fault_that_pydantic_knows() -> None:
    assert set(meldungen._SAETZE) <= set(get_args(ErrorType))
