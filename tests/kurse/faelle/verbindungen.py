"""Ids, lists of Module and Inhalte, alternatives."""

from tests.kurse.faelle.bau import Faelle, szenario
from tests.kurse.ordner import LEKTION, MODUL, SZENARIO, ersetzt

FAELLE: Faelle = {
    "duplicate id in a list": (
        ersetzt("kernprofil.yaml", "id: ehrenamt", "id: zuhoeren"),
        "kernprofil.yaml:8",
        "gibt es schon in Zeile 2",
    ),
    "duplicate number": (
        ersetzt("kernprofil.yaml", "nummer: 2", "nummer: 1"),
        "kernprofil.yaml:7",
        "1",
    ),
    "id of a Lektion and a Szenario": (
        szenario("id: erster-abend", "id: ankommen"),
        f"{SZENARIO}:1",
        "gibt es schon in",
    ),
    "duplicate option": (szenario("- id: falsch", "- id: gut"), f"{SZENARIO}:20", "„gut“ gibt es"),
    "reserved id": (
        {
            **szenario("id: erster-abend", "id: neu"),
            **ersetzt(f"{MODUL}/modul.yaml", "erster-abend", "neu"),
        },
        f"{SZENARIO}:1",
        "vergeben",
    ),
    "Inhalt that is not listed": (
        ersetzt(f"{MODUL}/modul.yaml", "  - {id: ankommen, pflicht: ja}\n", ""),
        f"{LEKTION}:2",
        "steht nicht in modul.yaml",
    ),
    "listed Inhalt that is missing": (
        ersetzt(f"{MODUL}/modul.yaml", "  - {id: ankommen", "  - {id: fort}\n  - {id: ankommen"),
        f"{MODUL}/modul.yaml:8",
        "gibt es in diesem Ordner nicht",
    ),
    "Inhalt listed twice": (
        ersetzt(f"{MODUL}/modul.yaml", "  - {id: erster", "  - {id: ankommen}\n  - {id: erster"),
        f"{MODUL}/modul.yaml:9",
        "doppelt",
    ),
    "Modul that is not listed": (
        {
            "basis/02-mitte/modul.yaml": "id: mitte\ntitel: M\nlernziele: [x]\n"
            "status: in_vorbereitung\n"
        },
        "basis/02-mitte/modul.yaml:1",
        "steht nicht in kurs.yaml",
    ),
    "listed Modul that is missing": (
        ersetzt("basis/kurs.yaml", "[anfang]", "[anfang, ende]"),
        "basis/kurs.yaml:4",
        "„ende“ gibt es",
    ),
    "alternative that is missing": (
        szenario("fassung: 1", "fassung: 1\ninhaltshinweis: gewalt\nalternative: fort"),
        f"{SZENARIO}:5",
        "„fort“ gibt es in diesem Modul nicht",
    ),
    "alternative to itself": (
        szenario("fassung: 1", "fassung: 1\ninhaltshinweis: gewalt\nalternative: erster-abend"),
        f"{SZENARIO}:5",
        "eine andere",
    ),
    "unknown number of the Kernprofil": (
        ersetzt(LEKTION, "kernprofil 1", "kernprofil 24"),
        f"{LEKTION}:5",
        "kein Element 24",
    ),
}
