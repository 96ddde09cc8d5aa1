"""Questions and options that teach or test nothing."""

from tests.kurse.faelle.bau import Faelle, erster_knoten, szenario
from tests.kurse.ordner import SZENARIO

MEHRFACH = """\
    text: Eine Frau steht vor Ihrer Tür.
    frage: Was gehört dazu?
    typ: mehrfachwahl
    profilelemente: [zuhoeren]
    optionen:
      - {id: gut, text: Zuhören, wertung: gut}
      - {id: mittel, text: Nicken, wertung: vertretbar, impuls: schnell-fertig,
         rueckmeldung: "Besser: fragen."}
    weiter: flur
"""


FAELLE: Faelle = {
    "no good option": (
        szenario("wertung: gut", "wertung: vertretbar\n        impuls: schnell-fertig"),
        f"{SZENARIO}:13",
        "„wertung: gut“",
    ),
    "one option alone": (
        erster_knoten(
            "    text: A.\n    frage: B?\n    typ: einfachwahl\n    profilelemente: [zuhoeren]\n"
            "    optionen:\n      - {id: gut, text: A, wertung: gut, folge: F, folge_ton: gemischt,"
            " rueckmeldung: R}\n    weiter: flur\n"
        ),
        f"{SZENARIO}:13",
        "mindestens 2",
    ),
    "poor option without cause": (
        szenario("        fehlvorstellung: ich-weiss-es\n", ""),
        f"{SZENARIO}:20",
        "„fehlvorstellung“ oder „impuls“",
    ),
    "option with two causes": (
        szenario(
            "        fehlvorstellung: ich",
            "        impuls: schnell-fertig\n        fehlvorstellung: ich",
        ),
        f"{SZENARIO}:23",
        "nur eine Ursache",
    ),
    "good option with a cause": (
        szenario("wertung: gut", "wertung: gut\n        impuls: schnell-fertig"),
        f"{SZENARIO}:17",
        "keine Ursache",
    ),
    "poor option without Besser": (
        szenario("Besser: fragen.", "Fragen."),
        f"{SZENARIO}:26",
        "„Besser:“",
    ),
    "Mehrfachwahl without a wrong option": (
        erster_knoten(MEHRFACH),
        f"{SZENARIO}:13",
        "Mehrfachwahl braucht",
    ),
    "Mehrfachwahl with a way per option": (
        erster_knoten(MEHRFACH.replace("wertung: gut}", "wertung: gut, weiter: flur}")),
        f"{SZENARIO}:14",
        "„weiter“ ist hier unbekannt",
    ),
    "Zuordnung with one target": (
        erster_knoten(
            "    text: A.\n    frage: B?\n    typ: zuordnung\n    profilelemente: [zuhoeren]\n"
            "    paare: {a: x, b: x}\n    rueckmeldung_richtig: Ja.\n"
            "    rueckmeldung_falsch: Nein.\n    weiter: flur\n"
        ),
        f"{SZENARIO}:8",
        "zwei rechte Seiten",
    ),
    "Fachwort in a select box": (
        erster_knoten(
            "    text: A.\n    frage: B?\n    typ: zuordnung\n    profilelemente: [zuhoeren]\n"
            '    paare:\n      a: x\n      b: "[[vollmacht]]"\n'
            "    rueckmeldung_richtig: Ja.\n    rueckmeldung_falsch: Nein.\n    weiter: flur\n"
        ),
        f"{SZENARIO}:15",
        "nur einfacher Text",
    ),
    "Schritt twice": (
        erster_knoten(
            "    text: A.\n    frage: B?\n    typ: reihenfolge\n    profilelemente: [zuhoeren]\n"
            "    schritte:\n      - eins\n      - zwei\n      - eins\n"
            "    rueckmeldung_richtig: Ja.\n    rueckmeldung_falsch: Nein.\n    weiter: flur\n"
        ),
        f"{SZENARIO}:16",
        "gibt es schon",
    ),
    "sentence on a poor option": (
        szenario("wertung: falsch", "wertung: falsch\n        satz: „Ich weiß schon.“"),
        f"{SZENARIO}:23",
        "nur eine Option mit „wertung: gut“",
    ),
    "sentence without quotation marks": (
        szenario("wertung: gut", "wertung: gut\n        satz: Ich frage nach."),
        f"{SZENARIO}:17",
        "beginnt mit „ und endet mit “",
    ),
    "two speeches in one sentence": (
        szenario("wertung: gut", "wertung: gut\n        satz: „Ich“ und „frage nach.“"),
        f"{SZENARIO}:17",
        "beginnt mit „ und endet mit “",
    ),
    "sentence over 25 words": (
        szenario("wertung: gut", f"wertung: gut\n        satz: „{' '.join(['Wort'] * 26)}“"),
        f"{SZENARIO}:17",
        "höchstens 25",
    ),
    "sentence with a Fachwort": (
        szenario("wertung: gut", "wertung: gut\n        satz: „Ich brauche eine [[vollmacht]].“"),
        f"{SZENARIO}:17",
        "nur einfacher Text",
    ),
    "empty sentence": (
        szenario("wertung: gut", 'wertung: gut\n        satz: ""'),
        f"{SZENARIO}:17",
        "„satz“ ist leer",
    ),
    "sentence on a Knoten": (
        szenario("    optionen:", "    satz: „Ich frage nach.“\n    optionen:"),
        f"{SZENARIO}:13",
        "„satz“ ist hier unbekannt",
    ),
    "option in two paragraphs": (
        szenario(
            "text: Sie fragen erst einmal nach.",
            "text: |\n          Sie fragen.\n\n          Dann.",
        ),
        f"{SZENARIO}:16",
        "nur ein Absatz",
    ),
}
