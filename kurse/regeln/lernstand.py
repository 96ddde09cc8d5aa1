"""The facts about one person that the rules need, as they are stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kurse.kurs import Inhalt
from quiz.durchlauf import Stand


class Abschlussart(StrEnum):
    """What an Abschluss is about; the first two are worded like `Inhaltsart`."""

    LEKTION = "lektion"
    SZENARIO = "szenario"
    MODUL = "modul"


@dataclass(frozen=True, slots=True, order=True)
class Erledigt:
    """One Abschluss: done once, true for ever."""

    art: Abschlussart
    id: str
    fassung: int
    am: date


@dataclass(frozen=True, slots=True)
class OffenerDurchlauf:
    """`stand` belongs to the version of `inhalt_hash`; None where nobody asks how far it is."""

    durchlauf_id: int
    szenario_id: str
    inhalt_hash: str = ""
    stand: Stand | None = None


@dataclass(frozen=True, slots=True)
class Lernstand:
    """All facts of one person.

    `offene_durchlaeufe`: the latest first. `anerkannt`: Module with an Anerkennung, and since
    when. `vollstaendig_am`: the day on which nothing was missing for the first time, once stored.
    """

    erledigt: frozenset[Erledigt] = frozenset()
    offene_durchlaeufe: tuple[OffenerDurchlauf, ...] = ()
    anerkannt: frozenset[tuple[str, date]] = frozenset()
    besuchte_ue: int = 0
    vollstaendig_am: date | None = None

    def inhalt_erledigt(self, inhalt: Inhalt) -> Erledigt | None:
        """The completion of the highest Fassung, of those the first."""
        return _hoechste(self._zu(Abschlussart(inhalt.art.value), inhalt.id))

    def erledigt_am(self, art: Abschlussart, kennung: str) -> date | None:
        """The day of the first completion, whatever the Fassung."""
        return min((fakt.am for fakt in self._zu(art, kennung)), default=None)

    def modul_anerkannt_am(self, modul_id: str) -> date | None:
        return min((am for modul, am in self.anerkannt if modul == modul_id), default=None)

    def offener_durchlauf(self, szenario_id: str) -> OffenerDurchlauf | None:
        passend = (d for d in self.offene_durchlaeufe if d.szenario_id == szenario_id)
        return next(passend, None)

    def _zu(self, art: Abschlussart, kennung: str) -> list[Erledigt]:
        return [fakt for fakt in self.erledigt if (fakt.art, fakt.id) == (art, kennung)]


def _hoechste(fakten: Iterable[Erledigt]) -> Erledigt | None:
    return min(fakten, key=lambda fakt: (-fakt.fassung, fakt.am), default=None)
