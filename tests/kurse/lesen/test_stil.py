"""Warnings: they name the place and stop nothing."""

from pathlib import Path

import pytest

from kurse.laden import load_katalog
from kurse.lesen.stil_lektion import saetze
from tests.kurse.faelle.bau import szenario, text
from tests.kurse.ordner import DATEIEN, LEKTION, MODUL, SZENARIO, Dateien, befunde, schreibe

EINFACH = f"{MODUL}/ankommen.einfach.md"
FALSCH = "text: Sie wissen schon, was sie will."
LAENGER = "        wertung: gut\n        folge: Die Frau nickt und denkt nach."


def viele(anzahl: int) -> str:
    return " ".join(["Wort"] * anzahl)


def mehr_entscheidungen() -> Dateien:
    ende = DATEIEN[SZENARIO].replace("weiter: ende-gut", "weiter: k0")
    from_to = [(f"k{nr}", f"k{nr + 1}" if nr < 2 else "ende-gut") for nr in range(3)]
    einer = DATEIEN[SZENARIO].split("  balkon:\n")[1].split("  ende-gut:")[0]
    mehr = "".join(
        f"  {von}:\n{einer.replace('weiter: ende-gut', f'weiter: {nach}')}" for von, nach in from_to
    )
    return {SZENARIO: ende + mehr}


WARNUNGEN: dict[str, tuple[Dateien, str, str]] = {
    "sentence with a name of the story": (
        szenario("wertung: gut", "wertung: gut\n        satz: „Frau Öztürk, ich frage nach.“"),
        f"{SZENARIO}:17",
        "„satz“ nennt einen Namen. Schreiben Sie ihn so, dass er immer passt.",
    ),
    "situation": (
        szenario("text: Eine Frau steht vor Ihrer Tür.", f"text: {viele(71)}"),
        f"{SZENARIO}:9",
        "Die Situation hat 71 Wörter (höchstens 70).",
    ),
    "question": (
        szenario("frage: Was tun Sie?", f"frage: {viele(9)}"),
        f"{SZENARIO}:10",
        "Die Frage hat 9 Wörter (höchstens 8).",
    ),
    "option": (
        szenario(FALSCH, f"text: {viele(21)}"),
        f"{SZENARIO}:21",
        "Die Option hat 21 Wörter (höchstens 20).",
    ),
    "lengths of options": (
        szenario(FALSCH, f"text: {'x' * 40}"),
        f"{SZENARIO}:13",
        "Die längste Option ist 1,43-mal so lang wie die kürzeste (höchstens 1,35).",
    ),
    "folge": (
        szenario("folge: Die Frau nickt und denkt nach.", f"folge: {viele(41)}"),
        f"{SZENARIO}:17",
        "Die Folge hat 41 Wörter (höchstens 40).",
    ),
    "rueckmeldung": (
        szenario("rueckmeldung: So erfahren Sie, was sie braucht.", f"rueckmeldung: {viele(46)}"),
        f"{SZENARIO}:19",
        "Die Rückmeldung hat 46 Wörter (höchstens 45).",
    ),
    "longest way": (
        mehr_entscheidungen(),
        f"{SZENARIO}:7",
        "Der längste Weg hat 7 Entscheidungen (höchstens 6).",
    ),
    "sentence": (
        text(f"\nKurz. {viele(26)}. Kurz. Kurz. Kurz.\n"),
        f"{LEKTION}:12",
        "Dieser Satz hat 26 Wörter. Teilen Sie ihn (höchstens 25).",
    ),
    "average of a Lektion": (
        text(f"\n{viele(22)}.\n"),
        f"{LEKTION}:8",
        "Die Sätze haben im Schnitt 14,5 Wörter. Ziel: höchstens 14.",
    ),
    "average of a twin": (
        {EINFACH: f"{viele(10)}.\n"},
        f"{EINFACH}:1",
        "Die Sätze haben im Schnitt 10,0 Wörter. Ziel: höchstens 9.",
    ),
    "element": (
        {},
        "kernprofil.yaml:2",
        "„zuhoeren“ kommt in 4 Entscheidungen aus 1 Szenarien vor (mindestens 8 aus 3).",
    ),
    "cause": (
        {},
        "impulse.yaml:1",
        "„schnell-fertig“ kommt in 0 Optionen aus 0 Szenarien vor (mindestens 3 aus 2).",
    ),
}


@pytest.mark.parametrize("name", WARNUNGEN)
def test_a_weakness_is_a_warning_with_file_and_line(name: str, tmp_path: Path) -> None:
    files, fundstelle, meldung = WARNUNGEN[name]
    ergebnis = load_katalog(schreibe(tmp_path, files))
    assert ergebnis.katalog is not None
    assert f"{fundstelle}: {meldung}" in befunde(tmp_path, ergebnis.warnungen)


def test_a_short_good_way_is_a_warning(tmp_path: Path) -> None:
    kurz = DATEIEN[SZENARIO].split("  balkon:\n")
    drei = kurz[0].replace("weiter: balkon", "weiter: ende-gut")
    ergebnis = load_katalog(
        schreibe(tmp_path, {SZENARIO: f"{drei}  ende-gut:{kurz[1].split('  ende-gut:')[1]}"})
    )
    meldung = "Der kürzeste gute Weg hat 3 Entscheidungen. Besser sind 4."
    assert f"{SZENARIO}:7: {meldung}" in befunde(tmp_path, ergebnis.warnungen)


def test_elements_that_are_no_skill_need_no_decisions(tmp_path: Path) -> None:
    gefunden = befunde(tmp_path, load_katalog(schreibe(tmp_path)).warnungen)
    assert not any("„ehrenamt“" in zeile for zeile in gefunden)


@pytest.mark.parametrize(
    ("text", "anzahl"),
    [
        ("Das ist so. Und das auch.", 2),
        ("Am 3. Mai kommt sie.", 1),
        ("Viele, z. B. Frauen, kommen.", 1),
        ("„Kommen Sie?“ Sie nickt.", 2),
        ("Sie fragen: „Wann?“", 2),
        ("Bei Gefahr: 110. Dann anrufen.", 3),
        ("ohne Punkt", 1),
        ("", 0),
    ],
)
def test_sentences_are_told_apart(text: str, anzahl: int) -> None:
    assert len(list(saetze(text))) == anzahl
