"""What a trainer is told about a Lotse: how long ago in words, and who is stuck. No scores."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DIESE_WOCHE_BIS = 7
VIER_WOCHEN_BIS = 28
FEST_AB = 3


class Aktivitaet(StrEnum):
    """As coarse as a trainer needs it; nobody's evening hours can be read from it."""

    DIESE_WOCHE = "diese_woche"
    ZWEI_BIS_VIER_WOCHEN = "zwei_bis_vier_wochen"
    LAENGER = "laenger"
    NOCH_NICHT = "noch_nicht"


@dataclass(frozen=True, slots=True)
class Versuche:
    """The finished Durchläufe of one person in one Szenario, of all Fassungen."""

    bestanden: int
    nicht_bestanden: int


def aktivitaet(zuletzt: date | None, heute: date) -> Aktivitaet:
    """Every age has a word: up to 7 days, 8 to 28 days, and whatever is older."""
    if zuletzt is None:
        return Aktivitaet.NOCH_NICHT
    tage = (heute - zuletzt).days
    if tage <= DIESE_WOCHE_BIS:
        return Aktivitaet.DIESE_WOCHE
    return Aktivitaet.ZWEI_BIS_VIER_WOCHEN if tage <= VIER_WOCHEN_BIS else Aktivitaet.LAENGER


def haengt_fest(versuche: Versuche) -> bool:
    """Tried to the end often enough and never passed: time to talk, not to test again."""
    return versuche.bestanden == 0 and versuche.nicht_bestanden >= FEST_AB
