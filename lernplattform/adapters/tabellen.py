"""Tables for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

# A cell that begins like this would be run as a formula by a spreadsheet.
GEFAEHRLICH = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"


def csv_zeilen(kopf: Sequence[str], zeilen: Iterable[Sequence[object]]) -> Iterator[str]:
    """CSV as German spreadsheets open it by a double click: UTF-8 with BOM, semicolons."""
    yield BOM + _zeile(kopf)
    for zeile in zeilen:
        yield _zeile([_entschaerft(wert) for wert in zeile])


def _entschaerft(wert: object) -> str:
    text = "" if wert is None else str(wert)
    return f"'{text}" if text.startswith(GEFAEHRLICH) else text


def _zeile(werte: Sequence[str]) -> str:
    puffer = io.StringIO()
    csv.writer(puffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(werte)
    return puffer.getvalue()
