"""What a course is made of: immutable values, built from the content files or from the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quiz.szenario import Szenario


class Inhaltsart(StrEnum):
    LEKTION = "lektion"
    SZENARIO = "szenario"


class ModulStatus(StrEnum):
    FERTIG = "fertig"
    IN_VORBEREITUNG = "in_vorbereitung"


@dataclass(frozen=True, slots=True)
class Reflexionsfrage:
    """An open question of a Lektion; `nr` counts from 1 within the Lektion."""

    nr: int
    html: str


@dataclass(frozen=True, slots=True)
class Lektion:
    """One page of learning.

    `html` (and `einfach_html`, the plain-language twin, or None) are rendered once and safe.
    `hash` covers the source of both, so it changes with every edit; `fassung` only with a
    material one. `minuten` is computed (inhalte.md). A Reflexion stands in `html` as
    `<div class="lp-reflexion" id="reflexion-<nr>">`. `fachwoerter`: the glossary ids that the
    texts link to as `#fachwort-<id>`, in order of appearance.
    """

    id: str
    titel: str
    fassung: int
    hash: str
    html: str
    minuten: int
    profilelemente: tuple[str, ...] = ()
    quellen: tuple[str, ...] = ()
    reflexionen: tuple[Reflexionsfrage, ...] = ()
    einfach_html: str | None = None
    inhaltshinweis: str | None = None
    alternative: str | None = None
    fachwoerter: tuple[str, ...] = ()

    @property
    def art(self) -> Inhaltsart:
        return Inhaltsart.LEKTION


@dataclass(frozen=True, slots=True)
class SzenarioInhalt:
    """A Szenario as it is shown: the graph that the engine plays, and its texts as safe HTML.

    `html` maps a path to rendered text: `<knoten>.text`, `<knoten>.frage`,
    `<knoten>.optionen.<option>.text|folge|rueckmeldung`, `<knoten>.schritte.<index>`,
    `<knoten>.folge|rueckmeldung_richtig|rueckmeldung_falsch`. Block HTML for `text`, `folge`
    and `rueckmeldung*`, inline HTML for the others. Absent where the source has no such text.
    """

    id: str
    titel: str
    fassung: int
    hash: str
    thema: str
    szenario: Szenario
    html: Mapping[str, str]
    minuten: int
    quellen: tuple[str, ...] = ()
    inhaltshinweis: str | None = None
    alternative: str | None = None
    fachwoerter: tuple[str, ...] = ()

    @property
    def art(self) -> Inhaltsart:
        return Inhaltsart.SZENARIO


Inhalt = Lektion | SzenarioInhalt


@dataclass(frozen=True, slots=True)
class Baustein:
    """A place in a Modul: which Lektion or Szenario, and whether it is mandatory."""

    inhalt: Inhalt
    pflicht: bool = True


@dataclass(frozen=True, slots=True)
class Modul:
    """A chapter. Without Bausteine while it is `in_vorbereitung`."""

    id: str
    titel: str
    nummer: int
    lernziele: tuple[str, ...]
    pflicht: bool
    status: ModulStatus
    bausteine: tuple[Baustein, ...] = ()

    @property
    def minuten(self) -> int:
        return sum(baustein.inhalt.minuten for baustein in self.bausteine)


@dataclass(frozen=True, slots=True)
class Kurs:
    id: str
    titel: str
    beschreibung: str
    bestehensgrenze: Fraction
    module: tuple[Modul, ...]
    geprueft: Mapping[str, Mapping[str, str]]
