"""The report on a whole folder, as values, as text and as a command."""

import subprocess
import sys
from pathlib import Path

import pytest

from kurse.laden import load_katalog
from kurse.pruefung.befehl import pruefe_ordner
from kurse.pruefung.bericht import Pruefbericht, erstelle_bericht
from kurse.pruefung.druck import drucke
from kurse.pruefung.zaehlung import Haeufigkeit, zaehle_elemente, zaehle_ursachen
from tests.kurse.ordner import LEKTION, SZENARIO, ersetzt, schreibe


@pytest.fixture
def bericht(tmp_path: Path) -> Pruefbericht:
    katalog = load_katalog(schreibe(tmp_path)).katalog
    assert katalog is not None
    return erstelle_bericht(katalog)


def test_decisions_and_causes_are_counted_with_their_szenarien(tmp_path: Path) -> None:
    katalog = load_katalog(schreibe(tmp_path)).katalog
    assert katalog is not None
    inhalt = katalog.szenario("erster-abend")
    assert inhalt is not None
    assert zaehle_elemente([inhalt.szenario]) == {"zuhoeren": Haeufigkeit(4, 1)}
    assert zaehle_ursachen([inhalt.szenario]) == {"ich-weiss-es": Haeufigkeit(4, 1)}


def test_the_minutes_of_a_modul_are_those_of_its_inhalte(bericht: Pruefbericht) -> None:
    """Lektion: 10 words, so 1. Szenario: 4 times 33 words and 4 decisions, so 2.7 → 3."""
    zeile = bericht.module[0]
    assert (zeile.lektionen, zeile.szenarien, zeile.minuten) == (1, 1, 4)


def test_causes_that_nobody_uses_are_listed_too(bericht: Pruefbericht) -> None:
    assert [(u.id, u.haeufigkeit.anzahl) for u in bericht.ursachen] == [
        ("ich-weiss-es", 4),
        ("schnell-fertig", 0),
    ]


def test_the_report_stands_in_columns(bericht: Pruefbericht) -> None:
    zeilen = drucke(bericht).splitlines()
    assert "Modul       Lektionen  Szenarien  Minuten" in zeilen
    assert "Der Anfang          1          1        4" in zeilen
    assert "erste im Text                   1    1  erster-abend" in zeilen
    assert ["Zuhören", "4", "1"] in [z.split() for z in zeilen]


def test_the_command_ends_with_a_count_and_the_exit_code(tmp_path: Path) -> None:
    zeilen: list[str] = []
    assert pruefe_ordner(schreibe(tmp_path), zeilen.append) == 0
    assert zeilen[-1] == "0 Fehler, 3 Warnungen."
    assert f"{tmp_path}/kernprofil.yaml:2: Warnung: „zuhoeren“ kommt in" in "".join(zeilen)
    assert any("Wer rät, besteht" in zeile for zeile in zeilen)


def test_with_faults_the_command_prints_each_on_a_line_and_no_report(tmp_path: Path) -> None:
    zeilen: list[str] = []
    ordner = schreibe(tmp_path, {LEKTION: "x", **ersetzt(SZENARIO, "fassung: 1", "fassung: 0")})
    assert pruefe_ordner(ordner, zeilen.append) == 1
    assert zeilen[-1].startswith("2 Fehler, ")
    assert f"{ordner}/{SZENARIO}:3: „fassung“ muss mindestens 1 sein." in zeilen
    assert not any("Wer rät, besteht" in zeile for zeile in zeilen)


def test_the_shipped_content_is_named_as_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    zeilen: list[str] = []
    monkeypatch.chdir(Path(__file__).parents[3])
    pruefe_ordner(None, zeilen.append)
    assert all(z.startswith("kurse/inhalte/") for z in zeilen if ": Warnung: " in z)


def test_the_package_is_a_command(tmp_path: Path) -> None:
    aufruf = [sys.executable, "-m", "kurse", str(schreibe(tmp_path, {LEKTION: "x"}))]
    antwort = subprocess.run(aufruf, capture_output=True, text=True, check=False)
    assert antwort.returncode == 1
    assert f"{tmp_path}/{LEKTION}:1: Am Anfang fehlt der Kopf" in antwort.stdout
