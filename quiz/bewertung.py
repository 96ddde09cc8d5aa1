"""The score of a Durchlauf, whether it passes and why not. Fractions only, never floats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from quiz.fragen import Bewertung, Sicherheit, Wertung
from quiz.szenario import Ende

GUT_AB = Fraction(85, 100)
VERTRETBAR_AB = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Konstanten:
    """M and H of a Szenario: fewest scored Knoten on an all-gut way, and all Knoten on such ways.

    A scored Knoten that is not in `hauptknoten` is a Rettungsknoten.
    """

    m: int
    hauptknoten: frozenset[str]


class Hindernis(StrEnum):
    """Why a Durchlauf does not pass, in the order in which a page says so."""

    NICHT_BEENDET = "nicht-beendet"
    GEFAEHRLICH = "gefaehrlich"
    FEHLT = "fehlt"


@dataclass(frozen=True, slots=True)
class Urteil:
    """What a Durchlauf is worth. `score` None: nothing was scored, the story is "gelesen".

    `fehlt`: how many poor decisions would at least have to become good ones.
    """

    score: Fraction | None
    beendet: bool
    hindernisse: tuple[Hindernis, ...] = ()
    fehlt: int = 0

    @property
    def bestanden(self) -> bool:
        return self.score is not None and not self.hindernisse

    @property
    def gelesen(self) -> bool:
        """A finished story without scored decision: neither passed nor failed, never gates."""
        return self.beendet and self.score is None


Antworten = Sequence[tuple[str, Bewertung]]


def klasse(bewertung: Bewertung) -> Wertung | None:
    """The class of an answer; None for one that is not scored."""
    if bewertung.gefaehrlich:
        return Wertung.GEFAEHRLICH
    if bewertung.wert is None:
        return None
    if bewertung.wert >= GUT_AB:
        return Wertung.GUT
    return Wertung.VERTRETBAR if bewertung.wert >= VERTRETBAR_AB else Wertung.FALSCH


def score(antworten: Antworten, konstanten: Konstanten) -> Fraction | None:
    """S of bewertung.md; None if nothing was scored.

    Loss is measured against the main way, so good answers on Rettungsknoten dilute nothing,
    and an early end counts like the decisions that it left out.
    """
    if all(bewertung.wert is None for _, bewertung in antworten):
        return None
    return max(Fraction(0), 1 - _verlust(antworten, konstanten) / laenge(antworten, konstanten))


def laenge(antworten: Antworten, konstanten: Konstanten) -> int:
    """How many decisions the loss is measured against.

    At least 1, so that a Szenario that the loader refuses can still be graded.
    """
    haupt = sum(b.wert is not None and k in konstanten.hauptknoten for k, b in antworten)
    return max(haupt, konstanten.m, 1)


def urteile(
    antworten: Antworten, konstanten: Konstanten, grenze: Fraction, ende: Ende | None
) -> Urteil:
    """Judge a Durchlauf; `ende` None: it is not finished."""
    wert = score(antworten, konstanten)
    gefaehrlich = ende is Ende.GEFAEHRLICH or any(b.gefaehrlich for _, b in antworten)
    fehlt = 0 if wert is None or wert >= grenze else _fehlt(antworten, konstanten, grenze)
    gruende = {
        Hindernis.NICHT_BEENDET: ende is None,
        Hindernis.GEFAEHRLICH: gefaehrlich,
        Hindernis.FEHLT: fehlt > 0,
    }
    return Urteil(
        wert, ende is not None, tuple(g for g, trifft in gruende.items() if trifft), fehlt
    )


def bester(laeufe: Iterable[Urteil]) -> int | None:
    """Index of the best finished Durchlauf of a list in order of time; the earliest of equals."""
    beendet = [(nummer, lauf) for nummer, lauf in enumerate(laeufe) if lauf.beendet]
    return max(beendet, key=lambda paar: _rang(paar[1]), default=(None, None))[0]


def hoechstens_falsch(m: int, grenze: Fraction) -> int:
    """How many wrong decisions a way of M decisions bears; said to learners before they start.

    A help to aim, not the rule: two answers that are vertretbar weigh as much as a wrong one,
    and a main way longer than M bears more.
    """
    return floor((1 - grenze) * m)


class Sicherheitsmeldung(StrEnum):
    """Which sentence answers certainty and class together: `<Stufe>-<Klasse>`."""

    SICHER_GUT = "3-gut"
    SICHER_VERTRETBAR = "3-vertretbar"
    SICHER_FALSCH = "3-falsch"
    GLAUBE_GUT = "2-gut"
    GLAUBE_VERTRETBAR = "2-vertretbar"
    GLAUBE_FALSCH = "2-falsch"
    RATE_GUT = "1-gut"
    RATE_VERTRETBAR = "1-vertretbar"
    RATE_FALSCH = "1-falsch"


def sicherheitsmeldung(
    sicherheit: Sicherheit | None, bewertung: Bewertung
) -> Sicherheitsmeldung | None:
    """None if the person did not say how sure they are, or if the answer is not scored."""
    wertung = klasse(bewertung)
    if sicherheit is None or wertung is None:
        return None
    stufe = Wertung.FALSCH if wertung is Wertung.GEFAEHRLICH else wertung
    return Sicherheitsmeldung(f"{sicherheit.value}-{stufe.value}")


def _verlust(antworten: Antworten, konstanten: Konstanten) -> Fraction:
    werte = [b.wert for _, b in antworten if b.wert is not None]
    return sum((1 - wert for wert in werte), Fraction(max(0, konstanten.m - len(werte))))


def _fehlt(antworten: Antworten, konstanten: Konstanten, grenze: Fraction) -> int:
    erlaubt = (1 - grenze) * laenge(antworten, konstanten)
    return ceil(_verlust(antworten, konstanten) - erlaubt)


def _rang(lauf: Urteil) -> tuple[bool, Fraction]:
    return lauf.bestanden, Fraction(-1) if lauf.score is None else lauf.score
