"""The PDF read back: tagged, archivable, and right for names from everywhere."""

import io
from typing import Any

import pikepdf
import pytest
from flask import Flask
from flask_babel import force_locale

from lernplattform.adapters.bescheinigung_pdf import mache_pdf
from lernplattform.core.i18n import SPRACHEN

NUMMER = "ABCD-EFGH-JKLM-NPQR-STUV"
ADRESSE = f"https://lernen.example/pruefen/{NUMMER}"
SCHNAPPSCHUSS = {
    "vorname": "Gülşen",
    "nachname": "Größer-Şahin",
    "kurs": "Basisqualifizierung",
    "standort": "Musterstadt",
    "traeger": "Träger für Ämter und Übergänge e. V.",
    "module": [{"titel": "Rolle und Aufgaben", "am": "2026-11-01T12:00:00+00:00"}],
    "ue": 24,
    "bestaetigt_am": "2026-11-23T12:00:00+00:00",
    "bestaetigt_von": "Jörg Änderung",
}


def lies(**anders: Any) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(mache_pdf(NUMMER, {**SCHNAPPSCHUSS, **anders}, ADRESSE)))


def normen(pdf: pikepdf.Pdf) -> dict[str, str]:
    with pdf.open_metadata() as meta:
        schluessel = ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")
        return {name: str(meta[name]) for name in schluessel if name in meta}


@pytest.mark.parametrize(
    ("vorname", "nachname"),
    [("Gülşen", "Größer"), ("محمد", "عبد الرحمن"), ("Олена", "Шевченко"), ("Madonna", "")],
)
def test_the_paper_is_tagged_and_archivable_for_names_in_three_scripts(
    vorname: str, nachname: str
) -> None:
    pdf = lies(vorname=vorname, nachname=nachname)
    assert normen(pdf) == {
        "pdfuaid:part": "1",
        "pdfaid:part": "2",
        "pdfaid:conformance": "A",
    }
    assert str(pdf.Root.Lang) == "de-DE"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_the_structure_names_title_table_and_the_alternative_of_the_qr_code() -> None:
    pdf = lies()
    arten = set(_arten(pdf.Root.StructTreeRoot))
    assert {"/H1", "/Table", "/TH", "/Figure", "/Link"} <= arten


def test_a_name_with_a_missing_glyph_still_gets_a_paper() -> None:
    pdf = lies(vorname="張", nachname="Muster")
    assert len(pdf.pages) == 1
    assert "pdfuaid:part" not in normen(pdf)


@pytest.mark.parametrize(
    "name", ["#let x = 1; *fett*", '#read("/etc/passwd")', "$x$", "https://evil.example/<b>"]
)
def test_markup_in_a_name_is_shown_literally(name: str) -> None:
    pdf = lies(vorname=name)
    ziele = [str(a.A.URI) for a in pdf.pages[0].get("/Annots", []) if "/A" in a]
    assert ziele == [ADRESSE]
    assert len(pdf.pages) == 1


def _arten(knoten: Any) -> list[str]:
    arten = [str(knoten.S)] if "/S" in knoten else []
    kinder = knoten.get("/K", [])
    for kind in kinder if isinstance(kinder, pikepdf.Array) else [kinder]:
        if isinstance(kind, pikepdf.Dictionary):
            arten += _arten(kind)
    return arten


def test_the_paper_for_an_amt_is_german_whatever_the_person_reads(app: Flask) -> None:
    papiere = set()
    for sprache in SPRACHEN:
        with force_locale(sprache):
            papiere.add(mache_pdf(NUMMER, SCHNAPPSCHUSS, ADRESSE))
    assert len(papiere) == 1
