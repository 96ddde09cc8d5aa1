"""Plays Szenarien through the engine: the best way, the worst, and to every option once."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from quiz.bewertung import Urteil, urteile
from quiz.durchlauf import Stand, ende, starte, weiter
from quiz.fragen import Bewertung, Eingabe, Frage, Fragetyp, Wertung
from quiz.fragetypen.zuordnung import rechte_seiten
from quiz.hauptweg import konstanten
from quiz.szenario import Ende, Szenario


@dataclass(frozen=True, slots=True)
class Zug:
    """One answer: where it was given, and what it was worth."""

    knoten: str
    eingabe: Eingabe
    bewertung: Bewertung


@dataclass(frozen=True, slots=True)
class Spielweg:
    zuege: tuple[Zug, ...]
    stand: Stand


Waehle = Callable[[list[tuple[Zug, Stand]]], tuple[Zug, Stand]]


def eingaben(frage: Frage) -> Iterator[Eingabe]:
    """Answers that together choose every option, and the right one and a wrong one."""
    if frage.typ is Fragetyp.EINFACHWAHL:
        yield from (Eingabe(gewaehlt=(option.id,)) for option in frage.optionen)
    elif frage.typ is Fragetyp.MEHRFACHWAHL:
        yield Eingabe(gewaehlt=tuple(o.id for o in frage.optionen if o.wertung is Wertung.GUT))
        yield from (Eingabe(gewaehlt=(option.id,)) for option in frage.optionen)
    elif frage.typ is Fragetyp.REIHENFOLGE:
        richtig = tuple(range(len(frage.schritte)))
        yield from (Eingabe(reihenfolge=richtig), Eingabe(reihenfolge=richtig[::-1]))
    elif frage.typ is Fragetyp.ZUORDNUNG:
        rechte = rechte_seiten(frage)
        richtige = {nr: rechte.index(rechts) for nr, (_, rechts) in enumerate(frage.paare)}
        yield Eingabe(zuordnung=richtige)
        yield Eingabe(zuordnung={nr: (r + 1) % len(rechte) for nr, r in richtige.items()})
    else:
        yield Eingabe(text="Ich frage nach.")


def zuege(szenario: Szenario, stand: Stand) -> list[tuple[Zug, Stand]]:
    frage = szenario.knoten[stand.knoten].frage
    folgen = []
    for eingabe in eingaben(frage) if frage else ():
        schritt = weiter(szenario, stand, eingabe)
        folgen.append((Zug(stand.knoten, eingabe, schritt.bewertung), schritt.stand))
    return folgen


def bester(folgen: list[tuple[Zug, Stand]]) -> tuple[Zug, Stand]:
    return max(folgen, key=lambda folge: _rang(folge[0]))


def schlechtester(folgen: list[tuple[Zug, Stand]]) -> tuple[Zug, Stand]:
    return min(folgen, key=lambda folge: _rang(folge[0]))


def spiele(szenario: Szenario, waehle: Waehle, bisher: Spielweg | None = None) -> Spielweg:
    """On to an end, from the start or from where a way stands."""
    weg = bisher or Spielweg((), starte(szenario))
    while not weg.stand.beendet:
        zug, stand = waehle(zuege(szenario, weg.stand))
        weg = Spielweg((*weg.zuege, zug), stand)
    return weg


def wege_ueber_jede_option(szenario: Szenario) -> Iterator[Spielweg]:
    """For each answer at each Knoten one whole way that gives it, then the best to the end."""
    offen, gesehen = deque([Spielweg((), starte(szenario))]), set[str]()
    staende = set[Stand]()
    while offen:
        weg = offen.popleft()
        neu = weg.stand.knoten not in gesehen
        gesehen.add(weg.stand.knoten)
        for zug, stand in zuege(szenario, weg.stand):
            dann = Spielweg((*weg.zuege, zug), stand)
            if neu:
                yield spiele(szenario, bester, dann)
            if stand not in staende:
                staende.add(stand)
                offen.append(dann)


def urteil(szenario: Szenario, weg: Spielweg, grenze: Fraction) -> Urteil:
    antworten = [(zug.knoten, zug.bewertung) for zug in weg.zuege]
    return urteile(antworten, konstanten(szenario), grenze, ende(szenario, weg.stand))


def ende_von(szenario: Szenario, weg: Spielweg) -> Ende | None:
    return ende(szenario, weg.stand)


def _rang(zug: Zug) -> tuple[bool, Fraction]:
    return not zug.bewertung.gefaehrlich, zug.bewertung.wert or Fraction(0)
