"""Every refusal of the loader, each on a folder with exactly this fault."""

import os
import time
from fractions import Fraction
from pathlib import Path

import pytest

from kurse.laden import load_katalog
from tests.kurse.faelle import bezuege, dateien, form, fragen, graph, texte, verbindungen
from tests.kurse.ordner import DATEIEN, LEKTION, MODUL, SZENARIO, Dateien, befunde, schreibe

FAELLE = {
    **dateien.FAELLE,
    **form.FAELLE,
    **verbindungen.FAELLE,
    **bezuege.FAELLE,
    **graph.FAELLE,
    **fragen.FAELLE,
    **texte.FAELLE,
}


@pytest.mark.parametrize("name", FAELLE)
def test_a_fault_is_refused_with_file_and_line(name: str, tmp_path: Path) -> None:
    files, fundstelle, worte = FAELLE[name]
    ergebnis = load_katalog(schreibe(tmp_path, files))
    gefunden = befunde(tmp_path, ergebnis.fehler)
    treffer = [zeile for zeile in gefunden if zeile.startswith(f"{fundstelle}: ")]
    assert ergebnis.katalog is None
    assert any(worte in zeile for zeile in treffer), gefunden


def test_all_faults_of_a_folder_are_found_in_one_run(tmp_path: Path) -> None:
    """Each broken Szenario in a Modul of its own, and all of them in one folder."""
    alle: Dateien = {}
    erwartet = []
    for nr, (files, fundstelle, worte) in enumerate(FAELLE.values()):
        if set(files) == {SZENARIO}:
            ordner = f"basis/{nr + 10}-m"
            alle[f"{ordner}/erster-abend.yaml"] = files[SZENARIO]
            alle[f"{ordner}/modul.yaml"] = DATEIEN[f"{MODUL}/modul.yaml"]
            erwartet.append((fundstelle.replace(MODUL, ordner), worte))
    gefunden = befunde(tmp_path, load_katalog(schreibe(tmp_path, alle)).fehler)
    for fundstelle, worte in erwartet:
        assert any(z.startswith(f"{fundstelle}: ") and worte in z for z in gefunden), fundstelle
    assert len(erwartet) > 40


def test_faults_of_form_and_of_content_are_found_together(tmp_path: Path) -> None:
    """In one file each: a Szenario and a Lektion whose form is broken elsewhere."""
    szenario = DATEIEN[SZENARIO].replace("titel: ", "titl: ").replace("Besser: fragen", "Fragen", 1)
    szenario = szenario.replace("text: Sie fragen erst", "text: <b>Sie</b> fragen erst", 1)
    lektion = DATEIEN[LEKTION].replace("titel: ", "titl: ") + "\n[[fort]]\n"
    gefunden = load_katalog(schreibe(tmp_path, {SZENARIO: szenario, LEKTION: lektion})).fehler
    zeilen = {(b.fundstelle.datei.rpartition("/")[2], b.fundstelle.zeile) for b in gefunden}
    assert zeilen == {
        *(("ankommen.md", zeile) for zeile in (2, 3, 12)),
        *(("erster-abend.yaml", zeile) for zeile in (1, 2, 15, 26)),
    }


def test_a_folder_without_a_course_is_a_fault(tmp_path: Path) -> None:
    ohne_kurs: Dateien = {name: None for name in DATEIEN if "/" in name}
    gefunden = befunde(tmp_path, load_katalog(schreibe(tmp_path, ohne_kurs)).fehler)
    assert gefunden == [f"{tmp_path}:1: Hier ist kein Kurs. Legen Sie einen Ordner an."]


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    ergebnis = load_katalog(schreibe(tmp_path, {".DS_Store": b"\xff", f"{MODUL}/.x.md": "x"}))
    assert ergebnis.katalog is not None
    assert not any("wird nicht gelesen" in str(warnung) for warnung in ergebnis.warnungen)


def test_faults_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    szenario = DATEIEN[SZENARIO].replace("[zuhoeren]", "[fort]")
    files: Dateien = {SZENARIO: szenario, LEKTION: "x", "impulse.yaml": "-"}
    zeilen = [befund.fundstelle for befund in load_katalog(schreibe(tmp_path, files)).fehler]
    assert zeilen == sorted(zeilen)
    assert [stelle.zeile for stelle in zeilen] == [1, 12, 33, 54, 75, 1]


def test_a_broken_list_does_not_make_each_of_its_words_a_fault(tmp_path: Path) -> None:
    kaputt: Dateien = {"kernprofil.yaml": "- nummer: eins\n", "glossar.yaml": "- id: x\n"}
    gefunden = load_katalog(schreibe(tmp_path, kaputt)).fehler
    assert {befund.fundstelle.datei for befund in gefunden} == {
        str(tmp_path / name) for name in kaputt
    }


def test_a_broken_file_is_not_also_missing(tmp_path: Path) -> None:
    gefunden = load_katalog(schreibe(tmp_path, {LEKTION: "---\nid: ankommen\n---\nx\n"})).fehler
    assert {befund.fundstelle.datei for befund in gefunden} == {str(tmp_path / LEKTION)}


def test_a_sound_folder_becomes_a_katalog(tmp_path: Path) -> None:
    ergebnis = load_katalog(schreibe(tmp_path))
    assert ergebnis.fehler == ()
    assert ergebnis.katalog is not None
    assert ergebnis.katalog.basis.bestehensgrenze == Fraction(7, 10)
    assert list(ergebnis.katalog.inhalte) == ["ankommen", "erster-abend"]


def test_words_for_yes_and_no_are_read_like_booleans(tmp_path: Path) -> None:
    datei = f"{MODUL}/modul.yaml"
    modul = DATEIEN[datei].replace("abend, pflicht: ja", "abend, pflicht: false")
    katalog = load_katalog(schreibe(tmp_path, {datei: modul})).katalog
    assert katalog is not None
    assert [b.pflicht for b in katalog.module["anfang"].bausteine] == [True, False]


def test_a_symlink_is_refused_and_not_read(tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.md"
    geheim.write_text(DATEIEN[LEKTION], encoding="utf-8")
    wurzel = schreibe(tmp_path / "inhalte", {LEKTION: None})
    (wurzel / LEKTION).symlink_to(geheim)
    gefunden = befunde(wurzel, load_katalog(wurzel).fehler)
    assert any(zeile.startswith(f"{LEKTION}:1: Das ist eine Verknüpfung") for zeile in gefunden)
    assert any("„ankommen“ gibt es in diesem Ordner nicht" in zeile for zeile in gefunden)


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    wurzel = schreibe(tmp_path / "inhalte")
    (wurzel / "basis" / "02-mehr").symlink_to(tmp_path, target_is_directory=True)
    assert befunde(wurzel, load_katalog(wurzel).fehler)[0].startswith("basis/02-mehr:1: Das ist ei")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    wurzel = schreibe(tmp_path)
    os.mkfifo(wurzel / MODUL / "rohr.yaml")
    assert "keine gewöhnliche Datei" in befunde(wurzel, load_katalog(wurzel).fehler)[0]


def test_a_folder_that_is_missing_is_one_fault(tmp_path: Path) -> None:
    gefunden = load_katalog(tmp_path / "fort").fehler
    assert befunde(tmp_path, gefunden) == ["fort:1: Diesen Ordner gibt es nicht."]


@pytest.mark.parametrize("name", ["alias", "deep nesting", "too big"])
def test_a_bomb_is_refused_within_a_second(name: str, tmp_path: Path) -> None:
    wurzel = schreibe(tmp_path, FAELLE[name][0])
    beginn = time.perf_counter()
    assert load_katalog(wurzel).katalog is None
    assert time.perf_counter() - beginn < 1


def test_a_file_that_nobody_reads_is_a_warning(tmp_path: Path) -> None:
    ergebnis = load_katalog(schreibe(tmp_path, {f"{MODUL}/notiz.txt": "x", "liste.yml": "x"}))
    gefunden = befunde(tmp_path, ergebnis.warnungen)
    assert ergebnis.katalog is not None
    assert sum("wird nicht gelesen" in zeile for zeile in gefunden) == 2
