"""Plays a Szenario through the services, as a person who makes the given choices."""

from collections.abc import Iterable
from datetime import datetime

from kurse.katalog import Katalog
from lernplattform.core.transaction import transaktion
from lernplattform.services.durchlauf import Gespielt, gib_antwort_ab, starte_durchlauf
from quiz.fragen import Eingabe
from tests.fabrik import JETZT

GUTER_ERSTER_BESUCH = ("vorstellen", "fragen", "nachfragen")
GUTER_BRIEF = ("melden", "alles", "schweigen", "ehrlich")
GUTE_FUENF = (
    Eingabe(gewaehlt=("allgemein",)),
    Eingabe(gewaehlt=("stift", "karte")),
    Eingabe(reihenfolge=(0, 1, 2)),
    Eingabe(zuordnung={0: 0, 1: 1}),
    Eingabe(text="Zuhören tut gut."),
)

Wahl = str | Eingabe


def starte(katalog: Katalog, person_id: int, szenario_id: str, jetzt: datetime = JETZT) -> int:
    with transaktion():
        return starte_durchlauf(katalog, person_id, szenario_id, jetzt)


def antworte(
    katalog: Katalog,
    person_id: int,
    durchlauf_id: int,
    wahlen: Iterable[Wahl],
    jetzt: datetime = JETZT,
    ab: int = 0,
) -> Gespielt:
    """Answer one step after the other; an id stands for the option of an Einfachwahl."""
    for schritt, wahl in enumerate(wahlen, ab):
        eingabe = Eingabe(gewaehlt=(wahl,)) if isinstance(wahl, str) else wahl
        with transaktion():
            stand = gib_antwort_ab(katalog, person_id, durchlauf_id, schritt, eingabe, jetzt)
    return stand


def spiele(
    katalog: Katalog,
    person_id: int,
    szenario_id: str,
    wahlen: Iterable[Wahl],
    jetzt: datetime = JETZT,
) -> int:
    """A whole Durchlauf; its id."""
    durchlauf_id = starte(katalog, person_id, szenario_id, jetzt)
    antworte(katalog, person_id, durchlauf_id, wahlen, jetzt)
    return durchlauf_id
