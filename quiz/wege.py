"""How long a Szenario is: ways in decisions, steps still to go, words to read."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quiz.fragen import Frage
from quiz.graph import Zustand, erreichbar, nachfolger, ordnung
from quiz.szenario import Knoten, Szenario


class Spanne(NamedTuple):
    """At least and at most."""

    mindestens: int
    hoechstens: int


class Weg(NamedTuple):
    """A way through the story; `woerter` is what is read on it, the longest feedback included."""

    entscheidungen: int
    woerter: int
    knoten: tuple[str, ...] = ()


def entscheidungen(szenario: Szenario) -> Spanne:
    """Scored decisions on the shortest and on the longest walk to an end."""
    gewicht = {k.id: int(k.bewertet) for k in szenario.knoten.values()}
    return _spanne(szenario, Zustand(szenario.start), gewicht)


def schritte_uebrig(szenario: Szenario, zustand: Zustand) -> Spanne:
    """Questions still to answer, the present one included, scored or not."""
    gewicht = {k.id: int(k.ende is None) for k in szenario.knoten.values()}
    return _spanne(szenario, zustand, gewicht)


def laengster_weg(szenario: Szenario) -> Weg:
    """The walk with most scored decisions, of those the one with most words."""
    laengste: dict[Zustand, Weg] = {}
    for zustand in _vom_ende_her(szenario, Zustand(szenario.start)):
        knoten = szenario.knoten[zustand.knoten]
        danach = (laengste[folge] for _, folge in nachfolger(szenario, zustand))
        rest = max(danach, default=Weg(0, 0))
        laengste[zustand] = Weg(
            rest.entscheidungen + knoten.bewertet,
            rest.woerter + woerter(knoten),
            (knoten.id, *rest.knoten),
        )
    return laengste.get(Zustand(szenario.start), Weg(0, 0))


def woerter(knoten: Knoten) -> int:
    """Words that a person reads at one step: situation, question, and the longest feedback."""
    danach = _danach(knoten.frage) if knoten.frage else [""]
    return woerter_bis_antwort(knoten) + max(len(text.split()) for text in danach)


def woerter_bis_antwort(knoten: Knoten) -> int:
    """Words that must be read before an answer can be meant: situation, question, options."""
    texte = [knoten.text, *(_texte(knoten.frage) if knoten.frage else ())]
    return sum(len(text.split()) for text in texte)


def _texte(frage: Frage) -> Iterator[str]:
    yield frage.text
    yield from (option.text for option in frage.optionen)
    yield from frage.schritte
    yield from (seite for paar in frage.paare for seite in paar)
    yield from frage.ablenker


def _danach(frage: Frage) -> list[str]:
    """What may be read after an answer, one text for each kind of answer."""
    je_option = [f"{option.folge} {option.rueckmeldung}" for option in frage.optionen]
    je_frage = (frage.rueckmeldung_richtig, frage.rueckmeldung_falsch)
    return je_option + [f"{frage.folge} {rueckmeldung}" for rueckmeldung in je_frage]


def _spanne(szenario: Szenario, start: Zustand, gewicht: Mapping[str, int]) -> Spanne:
    spannen: dict[Zustand, Spanne] = {}
    for zustand in _vom_ende_her(szenario, start):
        danach = [spannen[folge] for _, folge in nachfolger(szenario, zustand)] or [Spanne(0, 0)]
        hier = gewicht[zustand.knoten]
        spannen[zustand] = Spanne(
            hier + min(spanne.mindestens for spanne in danach),
            hier + max(spanne.hoechstens for spanne in danach),
        )
    return spannen.get(start, Spanne(0, 0))


def _vom_ende_her(szenario: Szenario, start: Zustand) -> list[Zustand]:
    """Reachable states, each after all that follow it; none if the story runs in a circle."""
    nummer = ordnung(szenario)
    if nummer is None:
        return []
    return sorted(erreichbar(szenario, start), key=lambda z: nummer[z.knoten], reverse=True)
