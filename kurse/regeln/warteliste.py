"""Who gets a place in a Seminar. Never more than there are, and nobody is overtaken.

The order is `rang`, given under the lock of the Seminar; times decide nothing but the cut-off.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AnmeldungStatus(StrEnum):
    BESTAETIGT = "bestaetigt"
    WARTELISTE = "warteliste"
    ABGEMELDET = "abgemeldet"


class PlatzGrund(StrEnum):
    """Why a person has a place or not; a page says it as a sentence."""

    PLATZ_FREI = "platz_frei"
    SEMINAR_VOLL = "seminar_voll"
    ANDERE_WARTEN = "andere_warten"
    NACHGERUECKT = "nachgerueckt"
    NACHRUECKEN_BEENDET = "nachruecken_beendet"
    NIEMAND_WARTET = "niemand_wartet"


@dataclass(frozen=True, slots=True)
class Platzanspruch:
    """What the rule knows of an Anmeldung."""

    rang: int
    status: AnmeldungStatus


@dataclass(frozen=True, slots=True)
class Zuteilung:
    status: AnmeldungStatus
    grund: PlatzGrund


@dataclass(frozen=True, slots=True)
class Nachruecken:
    """`raenge`: who moves up now, in order; `grund` also says why nobody (more) does."""

    raenge: tuple[int, ...]
    grund: PlatzGrund


def teile_zu(plaetze: int, anmeldungen: Collection[Platzanspruch]) -> Zuteilung:
    """The place of a newcomer. A free place belongs to those who wait already."""
    if freie_plaetze(plaetze, anmeldungen) == 0:
        return Zuteilung(AnmeldungStatus.WARTELISTE, PlatzGrund.SEMINAR_VOLL)
    if _wartende(anmeldungen):
        return Zuteilung(AnmeldungStatus.WARTELISTE, PlatzGrund.ANDERE_WARTEN)
    return Zuteilung(AnmeldungStatus.BESTAETIGT, PlatzGrund.PLATZ_FREI)


def ruecke_nach(
    plaetze: int,
    anmeldungen: Collection[Platzanspruch],
    jetzt: datetime,
    nachruecken_bis: datetime,
) -> Nachruecken:
    """Free places go to the head of the waiting list, until the cut-off and never after."""
    wartende = _wartende(anmeldungen)
    frei = freie_plaetze(plaetze, anmeldungen)
    if not wartende:
        return Nachruecken((), PlatzGrund.NIEMAND_WARTET)
    if jetzt >= nachruecken_bis:
        return Nachruecken((), PlatzGrund.NACHRUECKEN_BEENDET)
    if frei == 0:
        return Nachruecken((), PlatzGrund.SEMINAR_VOLL)
    return Nachruecken(wartende[:frei], PlatzGrund.NACHGERUECKT)


def freie_plaetze(plaetze: int, anmeldungen: Collection[Platzanspruch]) -> int:
    """Never below 0, also where a Seminar was made smaller than what is promised."""
    belegt = sum(a.status is AnmeldungStatus.BESTAETIGT for a in anmeldungen)
    return max(0, plaetze - belegt)


def _wartende(anmeldungen: Collection[Platzanspruch]) -> tuple[int, ...]:
    return tuple(sorted(a.rang for a in anmeldungen if a.status is AnmeldungStatus.WARTELISTE))
