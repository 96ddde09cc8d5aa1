"""Stories that cannot be walked, or not to a good end."""

from tests.kurse.faelle.bau import Faelle, szenario
from tests.kurse.ordner import DATEIEN, MODUL, SZENARIO, entscheidung

FAELLE: Faelle = {
    "start that is missing": (
        szenario("start: tuer", "start: tor"),
        f"{SZENARIO}:6",
        "„start: tor“",
    ),
    "way to a Knoten that is missing": (
        szenario("weiter: flur", "weiter: keller"),
        f"{SZENARIO}:27",
        "„weiter: keller“",
    ),
    "Knoten that cannot be reached": (
        szenario("weiter: flur", "weiter: kueche"),
        f"{SZENARIO}:29",
        "führt kein Weg",
    ),
    "way of one option to a Knoten that is missing": (
        szenario(
            "        folge_ton: angenehm", "        folge_ton: angenehm\n        weiter: keller"
        ),
        f"{SZENARIO}:26",
        "„weiter: keller“",
    ),
    "mandatory story without decision": (
        {
            SZENARIO: DATEIEN[SZENARIO].split("  tuer:")[0]
            + "  tuer: {text: A., frage: B?, typ: freitext, weiter: ende-gut}\n"
            "  ende-gut: {ende: gut, text: Aus.}\n"
        },
        f"{MODUL}/modul.yaml:9",
        "keine bewertete Entscheidung",
    ),
    "dead end": (szenario("    weiter: flur\n", ""), f"{SZENARIO}:8", "geht es nicht weiter"),
    "cycle": (szenario("weiter: kueche", "weiter: tuer"), f"{SZENARIO}:8", "im Kreis"),
    "flag that nothing sets": (
        szenario("weiter: flur", "weiter: [{wenn: mut, zu: flur}, {zu: flur}]"),
        f"{SZENARIO}:27",
        "„wenn: mut“",
    ),
    "last way with a condition": (
        szenario("weiter: flur", "weiter: [{wenn: mut, zu: flur}]"),
        f"{SZENARIO}:27",
        "keine Bedingung",
    ),
    "way behind one without condition": (
        szenario("weiter: flur", "weiter: [{zu: flur}, {zu: kueche}]"),
        f"{SZENARIO}:27",
        "nie genommen",
    ),
    "no end": (szenario("    ende: gut\n", ""), f"{SZENARIO}:92", "„typ“"),
    "good way that does not end well": (
        szenario("ende: gut", "ende: offen"),
        f"{SZENARIO}:92",
        "endet hier nicht gut",
    ),
    "danger without a dangerous choice": (
        szenario("ende: gut", "ende: gefaehrlich"),
        f"{SZENARIO}:92",
        "ohne gefährliche Wahl",
    ),
    "good way too short": (
        {
            SZENARIO: DATEIEN[SZENARIO]
            .replace(entscheidung("kueche", "balkon"), "")
            .replace(entscheidung("balkon", "ende-gut"), "")
            .replace("weiter: kueche", "weiter: ende-gut")
        },
        f"{SZENARIO}:7",
        "mindestens 3",
    ),
    "three Rettungsknoten in a row": (
        {
            SZENARIO: DATEIEN[SZENARIO]
            .replace("weiter: flur", "weiter: eins")
            .replace(
                "        folge: Die Frau nickt und denkt nach.",
                "        weiter: flur\n        folge: Die Frau nickt und denkt nach.",
                1,
            )
            + entscheidung("eins", "zwei")
            + entscheidung("zwei", "drei")
            + entscheidung("drei", "flur")
        },
        f"{SZENARIO}:136",
        "Rettungsknoten",
    ),
}
