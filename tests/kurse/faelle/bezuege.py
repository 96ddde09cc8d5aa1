"""Words that point to something that is not there."""

from tests.kurse.faelle.bau import Faelle, szenario, text
from tests.kurse.ordner import LEKTION, SZENARIO, ersetzt

FAELLE: Faelle = {
    "unknown Profilelement of a Knoten": (
        szenario("[zuhoeren]", "[zuhoren]"),
        f"{SZENARIO}:12",
        "Meinten Sie „zuhoeren“?",
    ),
    "unknown Profilelement of a Lektion": (
        ersetzt(LEKTION, "[zuhoeren]", "[zuhoren]"),
        f"{LEKTION}:6",
        "Meinten Sie „zuhoeren“?",
    ),
    "unknown Fehlvorstellung": (
        szenario("fehlvorstellung: ich-weiss-es", "fehlvorstellung: was"),
        f"{SZENARIO}:23",
        "fehlvorstellungen.yaml",
    ),
    "unknown Impuls": (
        szenario("fehlvorstellung: ich-weiss-es", "impuls: was"),
        f"{SZENARIO}:23",
        "impulse.yaml",
    ),
    "unknown Fachwort in a Lektion": (text("\n[[frist]]\n"), f"{LEKTION}:12", "„frist“"),
    "unknown Fachwort in a Szenario": (
        szenario("Ein guter Abend.", "|\n      Ein Abend.\n\n      Und eine [[frist]]."),
        f"{SZENARIO}:97",
        "„frist“",
    ),
}
