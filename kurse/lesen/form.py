"""Checks a document against its schema; every fault gets the line where it stands."""

from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument, Pfad
from kurse.lesen.meldungen import meldung

S = TypeVar("S", bound=BaseModel)


def pruefe_form(schema: type[S], dokument: Dokument, sammler: Sammler) -> S | None:
    try:
        return schema.model_validate(dokument.daten)
    except ValidationError as fehler:
        _melde(fehler, dokument, sammler)
        return None


def pruefe_liste(schema: type[S], dokument: Dokument, sammler: Sammler) -> list[S] | None:
    try:
        return TypeAdapter(list[schema]).validate_python(dokument.daten)  # type: ignore[valid-type]
    except ValidationError as fehler:
        _melde(fehler, dokument, sammler)
        return None


def _melde(fehler: ValidationError, dokument: Dokument, sammler: Sammler) -> None:
    for einzeln in fehler.errors(include_url=False):
        sammler.fehler(dokument.datei, _zeile(einzeln, dokument), meldung(einzeln))


def _zeile(fehler: ErrorDetails, dokument: Dokument) -> int:
    """pydantic adds the kind of a Knoten to its path; such steps are no keys of the file."""
    pfad: Pfad = ()
    for teil in fehler["loc"]:
        if (*pfad, teil) in dokument.zeilen:
            pfad = (*pfad, teil)
    return dokument.zeile(pfad)
