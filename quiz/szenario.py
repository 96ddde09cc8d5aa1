"""A Szenario: a graph of Knoten without cycles."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quiz.fragen import Frage, Uebergang


class Ende(StrEnum):
    GUT = "gut"
    OFFEN = "offen"
    GEFAEHRLICH = "gefaehrlich"


@dataclass(frozen=True, slots=True)
class Knoten:
    """One step: a situation with a question, or an end (`ende` set, no question)."""

    id: str
    text: str
    frage: Frage | None = None
    weiter: tuple[Uebergang, ...] = ()
    ende: Ende | None = None

    @property
    def bewertet(self) -> bool:
        """Whether this step counts in the score."""
        return self.ende is None and self.frage is not None and self.frage.bewertet


@dataclass(frozen=True, slots=True)
class Szenario:
    """The story as the engine plays it; `knoten` keeps the order of the file."""

    id: str
    start: str
    knoten: Mapping[str, Knoten]
