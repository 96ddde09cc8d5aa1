"""The Katalog: everything loaded, read-only, looked up by id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kurse.kurs import Inhalt, Kurs, Lektion, Modul, ModulStatus, SzenarioInhalt
from kurse.rahmen import (
    Fachwort,
    Fehlvorstellung,
    Impuls,
    Notrufnummer,
    OertlicheAngabe,
    Profilelement,
)


@dataclass(frozen=True)
class Katalog:
    """All courses of one state of the content. `inhalt_version` is the hash over all of it."""

    inhalt_version: str
    kurse: tuple[Kurs, ...]
    profilelemente: Mapping[str, Profilelement]
    fehlvorstellungen: Mapping[str, Fehlvorstellung]
    impulse: Mapping[str, Impuls]
    glossar: Mapping[str, Fachwort]
    notfallkarte: tuple[Notrufnummer, ...]
    oertlich: tuple[OertlicheAngabe, ...]

    @cached_property
    def module(self) -> Mapping[str, Modul]:
        return {modul.id: modul for kurs in self.kurse for modul in kurs.module}

    @cached_property
    def inhalte(self) -> Mapping[str, Inhalt]:
        return {inhalt.id: inhalt for modul in self.module.values() for inhalt in _inhalte(modul)}

    @cached_property
    def modul_von(self) -> Mapping[str, Modul]:
        """The Modul in which a Lektion or Szenario stands, by the id of the latter."""
        return {i.id: modul for modul in self.module.values() for i in _inhalte(modul)}

    @cached_property
    def kurs_von(self) -> Mapping[str, Kurs]:
        """The Kurs of a Modul, by the id of the latter."""
        return {modul.id: kurs for kurs in self.kurse for modul in kurs.module}

    @property
    def basis(self) -> Kurs:
        """The Basisqualifizierung: the first Kurs."""
        return self.kurse[0]

    def lektion(self, lektion_id: str) -> Lektion | None:
        inhalt = self.inhalte.get(lektion_id)
        return inhalt if isinstance(inhalt, Lektion) else None

    def szenario(self, szenario_id: str) -> SzenarioInhalt | None:
        inhalt = self.inhalte.get(szenario_id)
        return inhalt if isinstance(inhalt, SzenarioInhalt) else None


def _inhalte(modul: Modul) -> Iterator[Inhalt]:
    return (baustein.inhalt for baustein in modul.bausteine)


def fuer_demo(katalog: Katalog) -> Katalog:
    """The same Katalog, but Module in Vorbereitung are not mandatory."""
    return replace(katalog, kurse=tuple(_fuer_demo(kurs) for kurs in katalog.kurse))


def _fuer_demo(kurs: Kurs) -> Kurs:
    return replace(
        kurs,
        module=tuple(
            replace(modul, pflicht=modul.pflicht and modul.status is ModulStatus.FERTIG)
            for modul in kurs.module
        ),
    )
