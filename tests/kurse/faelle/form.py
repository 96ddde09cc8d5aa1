"""Keys, types and values that the schema does not know."""

from tests.kurse.faelle.bau import Faelle, erster_knoten, szenario
from tests.kurse.ordner import DATEIEN, MODUL, SZENARIO, ersetzt

FAELLE: Faelle = {
    "unknown key": (
        szenario("fassung: 1", "fasung: 1"),
        f"{SZENARIO}:3",
        "„fasung“ ist hier unbek",
    ),
    "missing key": (szenario("titel: Der erste Abend\n", ""), f"{SZENARIO}:1", "„titel“ fehlt"),
    "missing key of an option": (
        szenario("        folge_ton: gemischt\n", ""),
        f"{SZENARIO}:14",
        "„folge_ton“ fehlt",
    ),
    "number as text": (szenario("fassung: 1", 'fassung: "1"'), f"{SZENARIO}:3", "ganze Zahl"),
    "fassung 0": (szenario("fassung: 1", "fassung: 0"), f"{SZENARIO}:3", "mindestens 1"),
    "word that YAML makes a boolean": (
        szenario("text: Sie fragen erst einmal nach.", "text: yes"),
        f"{SZENARIO}:15",
        "muss ein Text sein",
    ),
    "list instead of a text": (
        szenario("titel: Der erste Abend", "titel: [a]"),
        f"{SZENARIO}:2",
        "muss ein Text sein",
    ),
    "text instead of a list": (
        szenario("quellen: [recherche 3.1]", "quellen: recherche"),
        f"{SZENARIO}:5",
        "muss eine Liste sein",
    ),
    "no source": (szenario("[recherche 3.1]", "[]"), f"{SZENARIO}:5", "mindestens 1"),
    "unknown thema": (
        szenario("thema: rolle", "thema: rollen"),
        f"{SZENARIO}:4",
        "Möglich: grenzen",
    ),
    "unknown wertung": (
        szenario("wertung: gut", "wertung: super"),
        f"{SZENARIO}:16",
        "gefaehrlich",
    ),
    "unknown typ": (szenario("typ: einfachwahl", "typ: auswahl"), f"{SZENARIO}:8", "„typ“"),
    "three Profilelemente": (
        szenario("profilelemente: [zuhoeren]", "profilelemente: [a, b, c]"),
        f"{SZENARIO}:12",
        "höchstens 2",
    ),
    "id with capitals": (szenario("- id: gut", "- id: Gut"), f"{SZENARIO}:14", "keine Kennung"),
    "pass mark over 1": (ersetzt("basis/kurs.yaml", "0.7", "70"), "basis/kurs.yaml:5", "Grenze"),
    "pass mark as words": (ersetzt("basis/kurs.yaml", "0.7", "viel"), "basis/kurs.yaml:5", "7/10"),
    "review without date": (
        ersetzt("basis/kurs.yaml", "0.7", "0.7\ngeprueft: {erster-abend: {am: gestern, durch: P}}"),
        "basis/kurs.yaml:6",
        "2026-11-23",
    ),
    "review of an unknown Szenario": (
        ersetzt(
            "basis/kurs.yaml", "0.7", "0.7\ngeprueft: {erster-abnd: {am: 2026-01-02, durch: P}}"
        ),
        "basis/kurs.yaml:6",
        "„erster-abnd“ gibt es in diesem Kurs nicht",
    ),
    "koennen without kann_satz": (
        ersetzt("kernprofil.yaml", "  kann_satz: Ich kann zuhören.\n", ""),
        "kernprofil.yaml:1",
        "kann_satz",
    ),
    "translation is missing": (
        ersetzt("glossar.yaml", "tr: vekalet, ", ""),
        "glossar.yaml:4",
        "„tr“",
    ),
    "certainty at three Knoten": (
        {
            SZENARIO: DATEIEN[SZENARIO].replace(
                "    typ: einfachwahl", "    sicherheit: ja\n    typ: einfachwahl", 3
            )
        },
        f"{SZENARIO}:1",
        "höchstens an zwei",
    ),
    "alternative without notice": (
        szenario("fassung: 1", "fassung: 1\nalternative: ankommen"),
        f"{SZENARIO}:1",
        "„inhaltshinweis“",
    ),
    "unknown notice": (
        szenario("fassung: 1", "fassung: 1\ninhaltshinweis: krieg\nalternative: ankommen"),
        f"{SZENARIO}:4",
        "Möglich: gewalt oder kindeswohl",
    ),
    "Knoten that is no mapping": (
        erster_knoten("    - x\n"),
        f"{SZENARIO}:8",
        "„typ“",
    ),
    "a word for yes that is none": (
        szenario("typ: einfachwahl", "typ: einfachwahl\n    fest: vielleicht"),
        f"{SZENARIO}:12",
        "„fest“ ist „ja“ oder „nein“",
    ),
    "notice without alternative": (
        szenario("fassung: 1", "fassung: 1\ninhaltshinweis: gewalt"),
        f"{SZENARIO}:1",
        "„alternative“",
    ),
    "fertig without Inhalte": (
        {f"{MODUL}/modul.yaml": "id: anfang\ntitel: A\nlernziele: [x]\nstatus: fertig\n"},
        f"{MODUL}/modul.yaml:1",
        "braucht „inhalte“",
    ),
    "mandatory Modul without mandatory Inhalt": (
        {
            f"{MODUL}/modul.yaml": DATEIEN[f"{MODUL}/modul.yaml"].replace(
                "pflicht: ja}", "pflicht: nein}"
            )
        },
        f"{MODUL}/modul.yaml:1",
        "mindestens einen Inhalt",
    ),
}
