"""The Bescheinigung as PDF: tagged (PDF/UA-1) and archivable (PDF/A-2a) in one file."""

import io
import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import segno
import structlog
import typst

from lernplattform.core import i18n
from lernplattform.core.clock import ORTSZEIT

log = structlog.get_logger()
VORLAGE = Path(__file__).parent / "vorlagen" / "bescheinigung.typ"
Norm = Literal["ua-1", "a-2a"]
NORMEN: list[Norm] = ["ua-1", "a-2a"]


def mache_pdf(nummer: str, schnappschuss: Mapping[str, Any], pruefadresse: str) -> bytes:
    """The PDF. `pruefadresse` is the full URL of the public check of this number.

    A glyph that the fonts lack is forbidden by PDF/UA. Such a name still gets its paper, as a
    tagged PDF without the label; the log says so.
    """
    daten = {"data": json.dumps(_daten(nummer, schnappschuss, pruefadresse))}
    try:
        return _setze(daten, NORMEN)
    except typst.TypstError as fehler:
        log.warning("bescheinigung_ohne_norm", nummer=nummer, grund=str(fehler)[:200])
        return _setze(daten, [])


def _setze(daten: dict[str, str], normen: list[Norm]) -> bytes:
    return typst.compile(
        str(VORLAGE),
        sys_inputs=daten,
        font_paths=_schriftordner(),
        ignore_system_fonts=True,
        pdf_standards=list(normen),
    )


@cache
def _schriftordner() -> list[str]:
    pakete = (fontpkg_noto_sans, fontpkg_noto_sans_arabic)
    return [str(resources.files(paket)) for paket in pakete]


def _daten(nummer: str, s: Mapping[str, Any], pruefadresse: str) -> dict[str, Any]:
    am = datetime.fromisoformat(s["bestaetigt_am"]).astimezone(ORTSZEIT)
    tag = i18n.tag(am, "de")
    return {
        "titel": "Teilnahmebescheinigung",
        "name": f"{s['vorname']} {s['nachname']}".strip(),
        "traeger": s["traeger"],
        "standort": s["standort"],
        "satz": f"hat am Kurs „{s['kurs']}“ für ehrenamtliche Integrationslotsinnen und "
        f"-lotsen vollständig teilgenommen.",
        "ueberschrift_module": "Inhalte",
        "spalte_modul": "Modul",
        "spalte_am": "abgeschlossen am",
        "module": [_modul(modul) for modul in s["module"]],
        "ue": _ue_satz(s["ue"]),
        "datum": [am.year, am.month, am.day],
        "ort_datum": f"{s['standort']}, {tag}",
        "bestaetigt_von": f"{s['bestaetigt_von']}, Koordination",
        "qr": _qr(pruefadresse),
        "qr_alt": f"QR-Code zur Prüfung dieser Bescheinigung unter {pruefadresse}",
        "pruefsatz": "Ob diese Bescheinigung gültig ist, zeigt",
        "adresse": pruefadresse,
        "adresse_kurz": pruefadresse.partition("://")[2].rpartition("/")[0],
        "nummer_satz": "Nummer:",
        "nummer": nummer,
        "hinweis": "Dies ist eine Teilnahmebescheinigung des Trägers.",
    }


def _modul(modul: Mapping[str, str]) -> dict[str, str]:
    return {"titel": modul["titel"], "am": i18n.tag(datetime.fromisoformat(modul["am"]), "de")}


def _ue_satz(ue: int) -> str:
    if ue == 0:
        return "Der Kurs wurde online im eigenen Tempo bearbeitet."
    return f"Dazu kamen {ue} Unterrichtseinheiten zu 45 Minuten in Präsenz."


def _qr(adresse: str) -> str:
    strom = io.BytesIO()
    segno.make(adresse, error="m").save(strom, kind="svg", border=0, svgns=True)
    return strom.getvalue().decode()
