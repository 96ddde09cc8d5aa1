"""The report on a whole course, as values."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurse.katalog import Katalog
from kurse.kurs import Lektion, Modul, SzenarioInhalt
from kurse.pruefung.hinweise import (
    Anteil,
    Verraeter,
    gute_mit_unangenehmer_folge,
    koordination_nicht_die_beste,
    optionen,
    schlechte_mit_angenehmer_folge,
    verraeter,
)
from kurse.pruefung.roboter import Roboterergebnis, lasse_spielen
from kurse.pruefung.zaehlung import Haeufigkeit, zaehle_elemente, zaehle_ursachen
from kurse.rahmen import Profilart


@dataclass(frozen=True, slots=True)
class Modulzeile:
    titel: str
    lektionen: int
    szenarien: int
    minuten: int


@dataclass(frozen=True, slots=True)
class Elementzeile:
    titel: str
    art: Profilart
    haeufigkeit: Haeufigkeit


@dataclass(frozen=True, slots=True)
class Ursachenzeile:
    id: str
    haeufigkeit: Haeufigkeit


@dataclass(frozen=True, slots=True)
class Pruefbericht:
    """Figures over all Szenarien of the Katalog; the pass mark is that of the first Kurs."""

    module: tuple[Modulzeile, ...]
    roboter: tuple[Roboterergebnis, ...]
    verraeter: tuple[Verraeter, ...]
    gute_unangenehm: Anteil
    schlechte_angenehm: Anteil
    koordination_nicht_beste: Anteil
    elemente: tuple[Elementzeile, ...]
    ursachen: tuple[Ursachenzeile, ...]


def erstelle_bericht(katalog: Katalog) -> Pruefbericht:
    szenarien = [i.szenario for i in katalog.inhalte.values() if isinstance(i, SzenarioInhalt)]
    alle = optionen(szenarien)
    ursachen = zaehle_ursachen(szenarien)
    bekannte = (*katalog.fehlvorstellungen, *katalog.impulse)
    elemente = zaehle_elemente(szenarien)
    return Pruefbericht(
        module=tuple(_modulzeile(modul) for modul in katalog.module.values()),
        roboter=lasse_spielen(szenarien, katalog.basis.bestehensgrenze),
        verraeter=verraeter(alle),
        gute_unangenehm=gute_mit_unangenehmer_folge(alle),
        schlechte_angenehm=schlechte_mit_angenehmer_folge(alle),
        koordination_nicht_beste=koordination_nicht_die_beste(szenarien),
        elemente=tuple(
            Elementzeile(element.titel, element.art, elemente.get(element.id, Haeufigkeit()))
            for element in katalog.profilelemente.values()
        ),
        ursachen=tuple(Ursachenzeile(u, ursachen.get(u, Haeufigkeit())) for u in bekannte),
    )


def _modulzeile(modul: Modul) -> Modulzeile:
    inhalte = [baustein.inhalt for baustein in modul.bausteine]
    return Modulzeile(
        modul.titel, _anzahl(inhalte, Lektion), _anzahl(inhalte, SzenarioInhalt), modul.minuten
    )


def _anzahl(inhalte: Iterable[object], art: type) -> int:
    return sum(isinstance(inhalt, art) for inhalt in inhalte)
