"""How far a person is: per Baustein, per Modul, and what comes next.

Earned completion never goes away: a stored fact counts whatever the catalogue says today. A
raised Fassung offers its Baustein again and takes nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kurse.kurs import Baustein, Inhalt, Kurs, Modul, ModulStatus
from kurse.regeln.lernstand import Abschlussart, Lernstand, OffenerDurchlauf


class BausteinZustand(StrEnum):
    OFFEN = "offen"
    BEGONNEN = "begonnen"
    GESCHAFFT = "geschafft"
    NEU_GEFASST = "neu_gefasst"
    """Done in an older Fassung: counts as done and is offered again."""
    DURCH_ALTERNATIVE = "durch_alternative"
    """Not done itself, but the equal alternative of a hard topic is."""


class ModulZustand(StrEnum):
    OFFEN = "offen"
    BEGONNEN = "begonnen"
    GESCHAFFT = "geschafft"


class VorschlagGrund(StrEnum):
    """Why this comes next, in the order of preference."""

    OFFENER_DURCHLAUF = "offener_durchlauf"
    PFLICHT = "pflicht"
    NOCH_EINMAL = "noch_einmal"
    """An open Durchlauf of a story that counts already: nothing is missing without it."""
    NEU_GEFASST = "neu_gefasst"
    FREIWILLIG = "freiwillig"


_ZAEHLT = frozenset(
    {
        BausteinZustand.GESCHAFFT,
        BausteinZustand.NEU_GEFASST,
        BausteinZustand.DURCH_ALTERNATIVE,
    }
)


@dataclass(frozen=True, slots=True)
class BausteinStand:
    inhalt: Inhalt
    pflicht: bool
    zustand: BausteinZustand
    erledigt_am: date | None = None
    durchlauf_id: int | None = None

    @property
    def zaehlt(self) -> bool:
        return self.zustand in _ZAEHLT


@dataclass(frozen=True, slots=True)
class ModulStand:
    """`geschafft_am` is None where the facts are complete but no Modul-Abschluss is stored yet."""

    modul: Modul
    zustand: ModulZustand
    bausteine: tuple[BausteinStand, ...]
    geschafft_am: date | None = None
    anerkannt: bool = False

    @property
    def offene_pflicht(self) -> tuple[BausteinStand, ...]:
        """Mandatory Bausteine still to do; none once the Modul is done."""
        if self.zustand is ModulZustand.GESCHAFFT:
            return ()
        return tuple(stand for stand in self.bausteine if stand.pflicht and not stand.zaehlt)

    @property
    def minuten_uebrig(self) -> int:
        return sum(stand.inhalt.minuten for stand in self.offene_pflicht)

    @property
    def geschaffte_pflicht(self) -> int:
        return sum(stand.pflicht and stand.zaehlt for stand in self.bausteine)


@dataclass(frozen=True, slots=True)
class Vorschlag:
    """Where "Weiterlernen" leads; `inhalt` is None for a Durchlauf of a Szenario that is gone."""

    grund: VorschlagGrund
    modul: Modul | None = None
    inhalt: Inhalt | None = None
    durchlauf_id: int | None = None


def kurs_stand(kurs: Kurs, lernstand: Lernstand) -> tuple[ModulStand, ...]:
    return tuple(modul_stand(modul, lernstand) for modul in kurs.module)


def modul_stand(modul: Modul, lernstand: Lernstand) -> ModulStand:
    bausteine = tuple(_baustein_stand(baustein, lernstand) for baustein in modul.bausteine)
    anerkannt_am = lernstand.modul_anerkannt_am(modul.id)
    tage = (lernstand.erledigt_am(Abschlussart.MODUL, modul.id), anerkannt_am)
    geschafft_am = min((tag for tag in tage if tag is not None), default=None)
    zustand = _modul_zustand(modul, bausteine, geschafft_am)
    return ModulStand(modul, zustand, bausteine, geschafft_am, anerkannt_am is not None)


def module_zum_abschliessen(kurs: Kurs, lernstand: Lernstand) -> tuple[Modul, ...]:
    """Module whose last mandatory Baustein is done, so that a Modul-Abschluss is now due."""
    staende = kurs_stand(kurs, lernstand)
    geschafft = (s for s in staende if s.zustand is ModulZustand.GESCHAFFT)
    return tuple(s.modul for s in geschafft if s.geschafft_am is None)


def naechster_schritt(kurs: Kurs, lernstand: Lernstand) -> Vorschlag | None:
    """Where to go on: what stands first in `VorschlagGrund`, of equals the first on the way."""
    staende = kurs_stand(kurs, lernstand)
    laeufe = (_im_durchlauf(staende, lernstand, offen) for offen in lernstand.offene_durchlaeufe)
    rang = list(VorschlagGrund)
    moeglich = (*laeufe, *_vorschlaege(staende))
    return min(moeglich, key=lambda vorschlag: rang.index(vorschlag.grund), default=None)


def _baustein_stand(baustein: Baustein, lernstand: Lernstand) -> BausteinStand:
    inhalt = baustein.inhalt
    fakt = lernstand.inhalt_erledigt(inhalt)
    durchlauf = lernstand.offener_durchlauf(inhalt.id)
    durchlauf_id = durchlauf.durchlauf_id if durchlauf else None
    if fakt is not None:
        aktuell = fakt.fassung >= inhalt.fassung
        zustand = BausteinZustand.GESCHAFFT if aktuell else BausteinZustand.NEU_GEFASST
        return BausteinStand(inhalt, baustein.pflicht, zustand, fakt.am, durchlauf_id)
    if (tag := _alternative_am(inhalt, lernstand)) is not None:
        zustand = BausteinZustand.DURCH_ALTERNATIVE
        return BausteinStand(inhalt, baustein.pflicht, zustand, tag, durchlauf_id)
    zustand = BausteinZustand.BEGONNEN if durchlauf else BausteinZustand.OFFEN
    return BausteinStand(inhalt, baustein.pflicht, zustand, None, durchlauf_id)


def _alternative_am(inhalt: Inhalt, lernstand: Lernstand) -> date | None:
    if inhalt.alternative is None:
        return None
    arten = (Abschlussart.LEKTION, Abschlussart.SZENARIO)
    tage = (lernstand.erledigt_am(art, inhalt.alternative) for art in arten)
    return min((tag for tag in tage if tag is not None), default=None)


def _modul_zustand(
    modul: Modul, bausteine: Iterable[BausteinStand], geschafft_am: date | None
) -> ModulZustand:
    staende = list(bausteine)
    pflicht = [stand for stand in staende if stand.pflicht]
    fertig = modul.status is ModulStatus.FERTIG and bool(pflicht)
    if geschafft_am is not None or (fertig and all(stand.zaehlt for stand in pflicht)):
        return ModulZustand.GESCHAFFT
    if any(stand.zustand is not BausteinZustand.OFFEN for stand in staende):
        return ModulZustand.BEGONNEN
    return ModulZustand.OFFEN


def _im_durchlauf(
    staende: Iterable[ModulStand], lernstand: Lernstand, offen: OffenerDurchlauf
) -> Vorschlag:
    for stand in staende:
        for baustein in stand.bausteine:
            if baustein.inhalt.id == offen.szenario_id:
                grund = _grund_des_laufs(schon_geschafft=baustein.zaehlt)
                return Vorschlag(grund, stand.modul, baustein.inhalt, offen.durchlauf_id)
    frueher = lernstand.erledigt_am(Abschlussart.SZENARIO, offen.szenario_id)
    grund = _grund_des_laufs(schon_geschafft=frueher is not None)
    return Vorschlag(grund, durchlauf_id=offen.durchlauf_id)


def _grund_des_laufs(*, schon_geschafft: bool) -> VorschlagGrund:
    return VorschlagGrund.NOCH_EINMAL if schon_geschafft else VorschlagGrund.OFFENER_DURCHLAUF


def _vorschlaege(staende: Iterable[ModulStand]) -> Iterator[Vorschlag]:
    for stand in staende:
        for baustein in stand.bausteine:
            grund = _grund(stand, baustein)
            if grund is not None:
                yield Vorschlag(grund, stand.modul, baustein.inhalt)


def _grund(stand: ModulStand, baustein: BausteinStand) -> VorschlagGrund | None:
    if baustein.zustand is BausteinZustand.NEU_GEFASST:
        return VorschlagGrund.NEU_GEFASST
    if baustein.zaehlt:
        return None
    noetig = baustein.pflicht and stand.modul.pflicht
    if noetig and stand.zustand is not ModulZustand.GESCHAFFT:
        return VorschlagGrund.PFLICHT
    return VorschlagGrund.FREIWILLIG
