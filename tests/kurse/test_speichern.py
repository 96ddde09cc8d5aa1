"""Values ↔ JSON: the same content comes back, and its hash is the same everywhere."""

import json
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kurse.katalog import Katalog
from kurse.kurs import Lektion, SzenarioInhalt
from kurse.laden import load_katalog
from kurse.speichern import (
    hash_von,
    inhalt_aus_json,
    inhalt_zu_json,
    katalog_aus_json,
    struktur_zu_json,
)
from tests.kurse.faelle.bau import erster_knoten, text
from tests.kurse.ordner import LEKTION, SZENARIO, Dateien, ersetzt, schreibe

HASH_OHNE_SATZ = "fe471cf5dd5cbff20cc97c69e6a61372eed29d3ea01b14465c7f6f8809ffa885"
"""What the format before the sentences made of the sound Szenario."""
ARTEN = [
    "    typ: mehrfachwahl\n    sicherheit: ja\n    optionen:\n"
    "      - {id: gut, text: A, wertung: gut, setzt: [mut, kraft], satz: „Nein.“}\n"
    "      - {id: falsch, text: B, wertung: falsch, impuls: schnell-fertig,\n"
    '         rueckmeldung: "Besser: A."}\n'
    "    weiter: [{wenn: mut, zu: flur}, {zu: flur}]\n",
    "    typ: zuordnung\n    paare: {a: x, b: y}\n    ablenker: [z]\n"
    "    rueckmeldung_richtig: Ja.\n    rueckmeldung_falsch: Nein.\n    weiter: flur\n",
    "    typ: reihenfolge\n    schritte: [eins, zwei]\n    folge: F.\n    folge_ton: gemischt\n"
    "    rueckmeldung_richtig: Ja.\n    rueckmeldung_falsch: Nein.\n    weiter: flur\n",
    "    typ: freitext\n    weiter: flur\n",
]
KOPF = "    text: A.\n    frage: B?\n    profilelemente: [zuhoeren]\n"


@pytest.fixture(params=range(len(ARTEN)))
def katalog(request: pytest.FixtureRequest, tmp_path: Path) -> Katalog:
    """All kinds of Knoten and all fields of a Lektion, over the runs of a test."""
    files: Dateien = {
        **erster_knoten(KOPF + ARTEN[request.param]),
        **text("\n::: reflexion\nWas?\n:::\n"),
        f"{LEKTION.removesuffix('.md')}.einfach.md": "Leicht.\n",
    }
    ergebnis = load_katalog(schreibe(tmp_path, files))
    assert ergebnis.katalog is not None, ergebnis.fehler
    return ergebnis.katalog


def durch_die_datenbank(daten: Any) -> Any:
    """As JSON text in whatever order of keys a database gives it back."""
    return json.loads(json.dumps(daten, sort_keys=True))


def test_each_inhalt_comes_back_equal(katalog: Katalog) -> None:
    for inhalt in katalog.inhalte.values():
        zurueck = inhalt_aus_json(durch_die_datenbank(inhalt_zu_json(inhalt)))
        assert zurueck == inhalt
        assert hash_von(zurueck) == inhalt.hash


def test_the_order_of_knoten_survives(katalog: Katalog) -> None:
    inhalt = katalog.szenario("erster-abend")
    assert inhalt is not None
    zurueck = inhalt_aus_json(durch_die_datenbank(inhalt_zu_json(inhalt)))
    assert isinstance(zurueck, SzenarioInhalt)
    assert list(zurueck.szenario.knoten) == ["tuer", "flur", "kueche", "balkon", "ende-gut"]


def test_the_whole_katalog_comes_back_equal(katalog: Katalog) -> None:
    inhalte = {i.hash: durch_die_datenbank(inhalt_zu_json(i)) for i in katalog.inhalte.values()}
    zurueck = katalog_aus_json(durch_die_datenbank(struktur_zu_json(katalog)), inhalte)
    assert zurueck == katalog
    assert zurueck.basis.bestehensgrenze == Fraction(7, 10)
    assert list(zurueck.profilelemente) == list(katalog.profilelemente)


def test_the_structure_holds_no_text_of_an_inhalt(katalog: Katalog) -> None:
    assert "Eine Frau steht" not in json.dumps(struktur_zu_json(katalog))
    assert struktur_zu_json(katalog)["kurse"][0]["bestehensgrenze"] == "7/10"


def test_a_missing_version_is_no_silent_gap(katalog: Katalog) -> None:
    with pytest.raises(KeyError):
        katalog_aus_json(struktur_zu_json(katalog), {})


def test_the_hash_changes_with_every_field(katalog: Katalog) -> None:
    lektion = katalog.lektion("ankommen")
    assert isinstance(lektion, Lektion)
    andere = [
        replace(lektion, titel="Anders"),
        replace(lektion, fassung=2),
        replace(lektion, html="<p>Anders</p>"),
        replace(lektion, einfach_html=None),
        replace(lektion, quellen=("recherche 9",)),
    ]
    assert len({lektion.hash, *(hash_von(anders) for anders in andere)}) == 6


def test_the_hash_does_not_hash_itself(katalog: Katalog) -> None:
    for inhalt in katalog.inhalte.values():
        assert hash_von(replace(inhalt, hash="x")) == inhalt.hash


def test_the_version_changes_with_any_file(tmp_path: Path) -> None:
    faelle: list[Dateien] = [
        {},
        ersetzt(SZENARIO, "Was tun Sie?", "Was nun?"),
        ersetzt("notfallkarte.yaml", "Polizei", "Die Polizei"),
        ersetzt("basis/kurs.yaml", "0.7", "0.8"),
    ]
    versionen = set()
    for nr, files in enumerate(faelle):
        katalog = load_katalog(schreibe(tmp_path / str(nr), files)).katalog
        assert katalog is not None
        versionen.add(katalog.inhalt_version)
    assert len(versionen) == len(faelle)


def test_another_process_finds_the_same_version(tmp_path: Path) -> None:
    """Sets are ordered by a random seed of the process; nothing of that may reach a hash."""
    katalog = load_katalog(schreibe(tmp_path, erster_knoten(KOPF + ARTEN[0]))).katalog
    assert katalog is not None
    code = (
        "import sys, pathlib; from kurse.laden import load_katalog; "
        "print(load_katalog(pathlib.Path(sys.argv[1])).katalog.inhalt_version)"
    )
    for seed in ("1", "2"):
        aufruf = [sys.executable, "-c", code, str(tmp_path)]
        antwort = subprocess.run(
            aufruf, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        )
        assert antwort.stdout.strip() == katalog.inhalt_version


def test_a_version_from_before_the_sentences_still_loads_and_keeps_its_hash(tmp_path: Path) -> None:
    inhalt = _szenario(load_katalog(schreibe(tmp_path)).katalog)
    gespeichert = durch_die_datenbank(inhalt_zu_json(inhalt))
    assert "satz" not in json.dumps(gespeichert)
    zurueck = inhalt_aus_json(gespeichert)
    assert zurueck == inhalt
    assert hash_von(zurueck) == inhalt.hash == HASH_OHNE_SATZ


def test_an_added_sentence_changes_the_hash_and_comes_back(tmp_path: Path) -> None:
    files = ersetzt(SZENARIO, "wertung: gut", "wertung: gut\n        satz: „Ich frage nach.“")
    inhalt = _szenario(load_katalog(schreibe(tmp_path, files)).katalog)
    zurueck = inhalt_aus_json(durch_die_datenbank(inhalt_zu_json(inhalt)))
    assert isinstance(zurueck, SzenarioInhalt)
    frage = zurueck.szenario.knoten["tuer"].frage
    assert frage is not None
    assert [option.satz for option in frage.optionen] == ["„Ich frage nach.“", None]
    assert inhalt.hash != HASH_OHNE_SATZ


def _szenario(katalog: Katalog | None) -> SzenarioInhalt:
    assert katalog is not None
    inhalt = katalog.szenario("erster-abend")
    assert inhalt is not None
    return inhalt
