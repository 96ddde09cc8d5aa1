"""What every Fragetyp offers, and the values in which it answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from quiz.fragen import Bewertung, Eingabe, Frage, Uebergang
from quiz.mangel import MangelCode


class Eingabefehler(StrEnum):
    NICHTS_GEWAEHLT = "nichts-gewaehlt"
    MEHR_ALS_EINE = "mehr-als-eine"
    UNBEKANNTE_OPTION = "unbekannte-option"
    DOPPELT_GEWAEHLT = "doppelt-gewaehlt"
    KEINE_PERMUTATION = "keine-permutation"
    UNVOLLSTAENDIG = "unvollstaendig"
    UNBEKANNTES_ZIEL = "unbekanntes-ziel"


class UngueltigeEingabe(ValueError):
    """The raw answer does not fit the question; the words for it stand with the form."""

    def __init__(self, code: Eingabefehler) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class Ausgang:
    """What an answer does: its value, the Merker it sets, its way on (empty: the Knoten's)."""

    bewertung: Bewertung
    setzt: frozenset[str] = frozenset()
    weiter: tuple[Uebergang, ...] = ()


class Regeln(Protocol):
    """The rules of one Fragetyp; each file of this package is one."""

    def pruefe(self, frage: Frage, eingabe: Eingabe, /) -> None:
        """Raise UngueltigeEingabe if the answer does not fit the question."""

    def bewerte(self, frage: Frage, eingabe: Eingabe, /) -> Bewertung:
        """Value of an answer that `pruefe` accepts."""

    def ausgaenge(self, frage: Frage, /) -> Iterable[Ausgang]:
        """All effects that answers can have, without walking through every answer."""

    def maengel(self, frage: Frage, /) -> Iterable[MangelCode]:
        """What makes the question impossible to score."""
