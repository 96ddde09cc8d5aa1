"""What a question is: immutable values that the loader builds and the engine reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Wertung(StrEnum):
    """What an author says of one option."""

    GUT = "gut"
    VERTRETBAR = "vertretbar"
    FALSCH = "falsch"
    GEFAEHRLICH = "gefaehrlich"


class FolgeTon(StrEnum):
    """How the first consequence feels, whatever the option is worth."""

    ANGENEHM = "angenehm"
    GEMISCHT = "gemischt"
    UNANGENEHM = "unangenehm"


class Fragetyp(StrEnum):
    EINFACHWAHL = "einfachwahl"
    MEHRFACHWAHL = "mehrfachwahl"
    ZUORDNUNG = "zuordnung"
    REIHENFOLGE = "reihenfolge"
    FREITEXT = "freitext"


class Sicherheit(StrEnum):
    """How sure the person says they are (never security)."""

    RATE = "1"
    GLAUBE = "2"
    SICHER = "3"


@dataclass(frozen=True, slots=True)
class Uebergang:
    """A way on: to the Knoten `zu`, if the Merker `wenn` is set (None: always)."""

    zu: str
    wenn: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of an Einfachwahl or Mehrfachwahl. `weiter` empty: the Knoten's way on holds.

    `satz`: the German sentence, ready to be said aloud, that choosing this good option earns.
    """

    id: str
    text: str
    wertung: Wertung
    folge: str = ""
    folge_ton: FolgeTon | None = None
    rueckmeldung: str = ""
    fehlvorstellung: str | None = None
    impuls: str | None = None
    setzt: frozenset[str] = frozenset()
    weiter: tuple[Uebergang, ...] = ()
    satz: str | None = None


@dataclass(frozen=True, slots=True)
class Frage:
    """What a Knoten asks.

    `optionen`: Einfachwahl and Mehrfachwahl. `schritte`: Reihenfolge, in the right order.
    `paare` and `ablenker`: Zuordnung, left to right, and right sides that belong to nothing.
    `folge` and the two `rueckmeldung_*`: the types without feedback per option.
    """

    typ: Fragetyp
    text: str
    optionen: tuple[Option, ...] = ()
    schritte: tuple[str, ...] = ()
    paare: tuple[tuple[str, str], ...] = ()
    ablenker: tuple[str, ...] = ()
    folge: str = ""
    folge_ton: FolgeTon | None = None
    rueckmeldung_richtig: str = ""
    rueckmeldung_falsch: str = ""
    fehlvorstellung: str | None = None
    impuls: str | None = None
    profilelemente: tuple[str, ...] = ()
    sicherheit: bool = False
    fest: bool = False

    @property
    def bewertet(self) -> bool:
        """Whether answers have a value: all but Freitext."""
        return self.typ is not Fragetyp.FREITEXT

    def option(self, option_id: str) -> Option | None:
        return next((option for option in self.optionen if option.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Eingabe:
    """The raw answer, before grading.

    `gewaehlt`: option ids (Einfachwahl exactly one; Mehrfachwahl any number).
    `reihenfolge`: indices into `Frage.schritte`, a permutation.
    `zuordnung`: left index -> right index into `rechte_seiten(frage)`.
    `text`: Freitext.
    """

    gewaehlt: tuple[str, ...] = ()
    reihenfolge: tuple[int, ...] = ()
    zuordnung: Mapping[int, int] = field(default_factory=dict)
    text: str = ""
    sicherheit: Sicherheit | None = None


@dataclass(frozen=True, slots=True)
class Bewertung:
    """Worth of one answer: v in 0..1, or None for a question that is not scored."""

    wert: Fraction | None
    gefaehrlich: bool = False
