"""Short words to build questions and Szenarien in tests."""

from collections.abc import Iterable
from itertools import pairwise

from quiz.fragen import Frage, Fragetyp, Option, Uebergang, Wertung
from quiz.szenario import Ende, Knoten, Szenario


def wege(*ziele: str) -> tuple[Uebergang, ...]:
    """`"b"` leads to b, `"merker:b"` to b if the Merker is set."""
    geteilt = (ziel.rpartition(":") for ziel in ziele)
    return tuple(Uebergang(zu, wenn or None) for wenn, _, zu in geteilt)


def option(option_id: str, wertung: str, *ziele: str, setzt: Iterable[str] = ()) -> Option:
    return Option(
        option_id, option_id, Wertung(wertung), setzt=frozenset(setzt), weiter=wege(*ziele)
    )


def einfachwahl(knoten_id: str, *optionen: Option, weiter: Iterable[str] = ()) -> Knoten:
    frage = Frage(Fragetyp.EINFACHWAHL, "Was tun Sie?", optionen)
    return Knoten(knoten_id, "Lage", frage, wege(*weiter))


def mehrfachwahl(knoten_id: str, *optionen: Option, weiter: Iterable[str] = ()) -> Knoten:
    frage = Frage(Fragetyp.MEHRFACHWAHL, "Was gilt?", optionen)
    return Knoten(knoten_id, "Lage", frage, wege(*weiter))


def freitext(knoten_id: str, weiter: str) -> Knoten:
    return Knoten(knoten_id, "Lage", Frage(Fragetyp.FREITEXT, "Was denken Sie?"), wege(weiter))


def gut_falsch(knoten_id: str, weiter: str, bei_falsch: str = "") -> Knoten:
    """An Einfachwahl with one good and one wrong option."""
    falsch = option("falsch", "falsch", *([bei_falsch] if bei_falsch else []))
    return einfachwahl(knoten_id, option("gut", "gut"), falsch, weiter=[weiter])


def schluss(knoten_id: str, ende: str) -> Knoten:
    return Knoten(knoten_id, "Schluss", ende=Ende(ende))


def szenario(*knoten: Knoten, start: str | None = None) -> Szenario:
    return Szenario("probe", start or knoten[0].id, {k.id: k for k in knoten})


def kette(laenge: int) -> Szenario:
    """A plain quiz of so many decisions, each good or wrong."""
    ids = [f"k{i}" for i in range(laenge)] + ["ende-gut"]
    fragen = (gut_falsch(von, nach) for von, nach in pairwise(ids))
    return szenario(*fragen, schluss("ende-gut", "gut"))
