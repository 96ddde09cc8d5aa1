"""One attempt at a Szenario: pure state, so it can be stored, resumed and played again."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from quiz.bewertung import klasse
from quiz.fragen import Bewertung, Eingabe, Frage, Fragetyp, Option, Wertung
from quiz.fragetypen import FRAGETYPEN
from quiz.fragetypen.vertrag import Ausgang
from quiz.fragetypen.zuordnung import rechte_seiten
from quiz.graph import Zustand, folgezustand
from quiz.szenario import Ende, Knoten, Szenario
from quiz.wege import Spanne, schritte_uebrig


class DurchlaufBeendet(ValueError):
    """An answer to a Durchlauf that stands at its end."""


class KeinWegWeiter(ValueError):
    """The Szenario is broken here; the loader refuses such a one."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a Durchlauf stands: plain values that fit into columns.

    `schritt` counts the answers given, so it numbers the next one from 0. `merker` is sorted.
    """

    knoten: str
    merker: tuple[str, ...] = ()
    schritt: int = 0
    beendet: bool = False


@dataclass(frozen=True, slots=True)
class Schritt:
    """What one answer did. `wertung` is None where nothing is scored (Freitext)."""

    stand: Stand
    bewertung: Bewertung
    wertung: Wertung | None
    gewaehlt: tuple[Option, ...]


def starte(szenario: Szenario) -> Stand:
    return Stand(szenario.start, beendet=szenario.knoten[szenario.start].ende is not None)


def weiter(szenario: Szenario, stand: Stand, eingabe: Eingabe) -> Schritt:
    """Answer the question of the present Knoten; UngueltigeEingabe if the answer does not fit."""
    frage = szenario.knoten[stand.knoten].frage
    if stand.beendet or frage is None:
        raise DurchlaufBeendet(stand.knoten)
    FRAGETYPEN[frage.typ].pruefe(frage, eingabe)
    ausgang = _ausgang(frage, eingabe)
    folge = folgezustand(szenario, zustand_von(stand), ausgang)
    if folge is None:
        raise KeinWegWeiter(stand.knoten)
    beendet = szenario.knoten[folge.knoten].ende is not None
    neu = Stand(folge.knoten, tuple(sorted(folge.merker)), stand.schritt + 1, beendet)
    gewaehlt = gewaehlte(frage, eingabe.gewaehlt)
    return Schritt(neu, ausgang.bewertung, klasse(ausgang.bewertung), gewaehlt)


def ende(szenario: Szenario, stand: Stand) -> Ende | None:
    """How the story ended; None while it runs."""
    return szenario.knoten[stand.knoten].ende


def uebrig(szenario: Szenario, stand: Stand) -> Spanne:
    """Questions still to answer, at least and at most."""
    return schritte_uebrig(szenario, zustand_von(stand))


def anteil_uebrig(szenario: Szenario, stand: Stand) -> Fraction:
    """How much of the longest way is still to go: 1 at the start, 0 at an end."""
    ganz = uebrig(szenario, starte(szenario)).hoechstens
    return Fraction(uebrig(szenario, stand).hoechstens, ganz) if ganz else Fraction(0)


def zustand_von(stand: Stand) -> Zustand:
    return Zustand(stand.knoten, frozenset(stand.merker))


def gewaehlte(frage: Frage, option_ids: Iterable[str]) -> tuple[Option, ...]:
    """The chosen options in the order of the file."""
    ids = set(option_ids)
    return tuple(option for option in frage.optionen if option.id in ids)


def gemischt(knoten: Knoten, seed: int) -> tuple[int, ...]:
    """The order in which a Durchlauf shows options, Schritte or right sides, as indices.

    The seed is the id of the Durchlauf: the same after every reload. `fest` keeps the order of
    the file; a Reihenfolge is always shown out of order, else its answer would stand there.
    """
    frage = knoten.frage
    if frage is None:
        return ()
    geordnet = list(range(_anzahl(frage)))
    if frage.fest and frage.typ is not Fragetyp.REIHENFOLGE:
        return tuple(geordnet)
    zufall = Random(f"{seed}:{knoten.id}")  # noqa: S311 - an order, not a secret
    reihe = zufall.sample(geordnet, len(geordnet))
    if frage.typ is Fragetyp.REIHENFOLGE and reihe == geordnet:
        reihe = [*reihe[1:], *reihe[:1]]
    return tuple(reihe)


def _anzahl(frage: Frage) -> int:
    if frage.typ is Fragetyp.ZUORDNUNG:
        return len(rechte_seiten(frage))
    return len(frage.schritte or frage.optionen)


def _ausgang(frage: Frage, eingabe: Eingabe) -> Ausgang:
    bewertung = FRAGETYPEN[frage.typ].bewerte(frage, eingabe)
    gewaehlt = gewaehlte(frage, eingabe.gewaehlt)
    setzt = frozenset[str]().union(*(option.setzt for option in gewaehlt))
    eigener = frage.typ is Fragetyp.EINFACHWAHL
    return Ausgang(bewertung, setzt, gewaehlt[0].weiter if eigener else ())
