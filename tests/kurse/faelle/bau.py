"""Short words to break one file of the sound folder."""

from tests.kurse.ordner import DATEIEN, LEKTION, SZENARIO, Dateien, entscheidung, ersetzt

Faelle = dict[str, tuple[Dateien, str, str]]


def text(zusatz: str) -> Dateien:
    """The Lektion with something after its text, which ends in line 10."""
    return {LEKTION: f"{DATEIEN[LEKTION]}{zusatz}"}


def szenario(alt: str, neu: str) -> Dateien:
    return ersetzt(SZENARIO, alt, neu)


def erster_knoten(neu: str) -> Dateien:
    """The Szenario with another first Knoten, which begins in line 8."""
    return szenario(entscheidung("tuer", "flur"), f"  tuer:\n{neu}")
