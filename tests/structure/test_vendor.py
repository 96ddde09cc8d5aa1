"""The foreign files that browsers load are the ones vendor.json names, and nothing calls home."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from lernplattform.web.statisch import KERN

WURZEL = Path(__file__).resolve().parents[2]
STATIC = WURZEL / "lernplattform" / "static"
PAKETE = json.loads((WURZEL / "vendor.json").read_text(encoding="utf-8"))


def _ordner(paket: dict[str, Any]) -> Path:
    name = paket["name"].lstrip("@").replace("/", "-")
    return STATIC / "vendor" / f"{name}-{paket['version']}"


def _expected() -> dict[Path, str]:
    return {
        _ordner(paket) / Path(quelle).name: pruefsumme
        for paket in PAKETE
        for quelle, pruefsumme in paket["dateien"].items()
    }


def test_every_listed_file_is_here_unchanged() -> None:
    for pfad, erwartet in _expected().items():
        assert hashlib.sha256(pfad.read_bytes()).hexdigest() == erwartet, pfad


def test_no_other_file_lies_in_the_vendor_folder() -> None:
    vorhanden = {pfad for pfad in (STATIC / "vendor").rglob("*") if pfad.is_file()}
    assert vorhanden == set(_expected())


def test_pages_load_what_is_listed_and_nothing_of_another_version() -> None:
    vorlage = (WURZEL / "lernplattform/templates/base.html").read_text(encoding="utf-8")
    genannt = {KERN, *re.findall(r"filename='(vendor/[^']+)'", vorlage)}
    assert {STATIC / name for name in genannt} <= set(_expected())
    assert len(genannt) > 1


def test_every_package_brings_its_licence() -> None:
    for paket in PAKETE:
        assert any(pfad.name.startswith("LICENSE") for pfad in _ordner(paket).iterdir()), paket


def test_our_stylesheets_name_only_files_that_exist() -> None:
    for blatt in (STATIC / "css").glob("*.css"):
        for ziel in re.findall(r"url\(\"?([^)\"]+)\"?\)", blatt.read_text(encoding="utf-8")):
            assert (blatt.parent / ziel).is_file(), f"{blatt.name}: {ziel}"


def test_the_foreign_stylesheet_loads_nothing_by_address() -> None:
    for blatt in (STATIC / "vendor").rglob("*.css"):
        inhalt = blatt.read_text(encoding="utf-8")
        ziele = re.findall(r"url\(['\"]?([^)'\"]{0,40})", inhalt)
        assert all(ziel.startswith("data:") for ziel in ziele), blatt.name
        assert "@import" not in inhalt


def test_no_registry_address_is_committed() -> None:
    for pfad in (WURZEL / "vendor.json", WURZEL / "tools" / "vendor.py"):
        assert "://" not in pfad.read_text(encoding="utf-8"), pfad.name
