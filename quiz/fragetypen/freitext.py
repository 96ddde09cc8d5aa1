"""A Reflexion inside a story: never scored, and nobody is made to write."""

from collections.abc import Iterator

from quiz.fragen import Bewertung, Eingabe, Frage
from quiz.fragetypen.vertrag import Ausgang
from quiz.mangel import MangelCode


def pruefe(_frage: Frage, _eingabe: Eingabe) -> None:
    """Any text fits, none as well."""


def bewerte(_frage: Frage, _eingabe: Eingabe) -> Bewertung:
    return Bewertung(None)


def ausgaenge(_frage: Frage) -> Iterator[Ausgang]:
    return iter((Ausgang(Bewertung(None)),))


def maengel(_frage: Frage) -> Iterator[MangelCode]:
    return iter(())
