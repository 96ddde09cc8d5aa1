"""The files beside the courses → values by id."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument, lies_yaml
from kurse.lesen.form import pruefe_liste
from kurse.lesen.ordner import Ordner
from kurse.rahmen import (
    Fachwort,
    Fehlvorstellung,
    Impuls,
    Notrufnummer,
    OertlicheAngabe,
    Profilelement,
)
from kurse.schema.rahmen import (
    FachwortSchema,
    FehlvorstellungSchema,
    ImpulsSchema,
    NotrufnummerSchema,
    OertlicheAngabeSchema,
    ProfilelementSchema,
)

S = TypeVar("S", bound=BaseModel)
W = TypeVar("W", Profilelement, Fehlvorstellung, Impuls, Fachwort, OertlicheAngabe)
RAHMENDATEIEN = (
    "kernprofil.yaml",
    "fehlvorstellungen.yaml",
    "impulse.yaml",
    "glossar.yaml",
    "notfallkarte.yaml",
    "oertlich.yaml",
)


@dataclass(frozen=True, slots=True)
class Rahmen:
    profilelemente: Mapping[str, Profilelement]
    fehlvorstellungen: Mapping[str, Fehlvorstellung]
    impulse: Mapping[str, Impuls]
    glossar: Mapping[str, Fachwort]
    notfallkarte: tuple[Notrufnummer, ...]
    oertlich: tuple[OertlicheAngabe, ...]
    zeilen: Mapping[tuple[str, str], int]
    """Line of an entry, by file and id."""
    verdorben: frozenset[str]
    """Files with faults of their own: nobody can say what is missing in them."""

    def kennt(self, datei: str, kennung: str) -> bool:
        return (datei, kennung) in self.zeilen or datei in self.verdorben


def lies_rahmen(ordner: Ordner, sammler: Sammler) -> Rahmen:
    leser = _Rahmenleser(ordner, sammler)
    return Rahmen(
        leser.je_id("kernprofil.yaml", ProfilelementSchema, _profilelement),
        leser.je_id("fehlvorstellungen.yaml", FehlvorstellungSchema, _fehlvorstellung),
        leser.je_id("impulse.yaml", ImpulsSchema, _impuls),
        leser.je_id("glossar.yaml", FachwortSchema, _fachwort),
        tuple(Notrufnummer(**e.model_dump()) for e in leser.notfallkarte()),
        tuple(leser.je_id("oertlich.yaml", OertlicheAngabeSchema, _oertlich).values()),
        leser.zeilen,
        frozenset(leser.verdorben),
    )


@dataclass(slots=True)
class _Rahmenleser:
    ordner: Ordner
    sammler: Sammler
    zeilen: dict[tuple[str, str], int] = field(default_factory=dict)
    verdorben: set[str] = field(default_factory=set)

    def notfallkarte(self) -> list[NotrufnummerSchema]:
        dokument = self._dokument("notfallkarte.yaml")
        return (
            pruefe_liste(NotrufnummerSchema, dokument, self.sammler) if dokument else None
        ) or []

    def je_id(self, datei: str, schema: type[S], baue: Callable[[S], W]) -> dict[str, W]:
        dokument = self._dokument(datei)
        eintraege = pruefe_liste(schema, dokument, self.sammler) if dokument else None
        if dokument is None or eintraege is None:
            self.verdorben.add(datei)
            return {}
        werte = [baue(eintrag) for eintrag in eintraege]
        self._melde_doppelte(dokument, datei, werte)
        return {wert.id: wert for wert in werte}

    def _melde_doppelte(self, dokument: Dokument, datei: str, werte: Iterable[W]) -> None:
        nummern: set[int] = set()
        for nr, wert in enumerate(werte):
            zeile = dokument.zeile((nr, "id"))
            if (datei, wert.id) in self.zeilen:
                erste = self.zeilen[datei, wert.id]
                self.sammler.fehler(
                    dokument.datei, zeile, f"„{wert.id}“ gibt es schon in Zeile {erste}."
                )
            self.zeilen.setdefault((datei, wert.id), zeile)
            if isinstance(wert, Profilelement):
                self._melde_doppelte_nummer(dokument, nr, wert.nummer, nummern)

    def _melde_doppelte_nummer(
        self, dokument: Dokument, nr: int, nummer: int, nummern: set[int]
    ) -> None:
        if nummer in nummern:
            meldung = f"Die Nummer {nummer} ist schon vergeben."
            self.sammler.fehler(dokument.datei, dokument.zeile((nr, "nummer")), meldung)
        nummern.add(nummer)

    def _dokument(self, datei: str) -> Dokument | None:
        if not self.ordner.hat(datei):
            meldung = "Diese Datei fehlt. Legen Sie sie an."
            self.sammler.fehler(self.ordner.anzeige(datei), 1, meldung)
            return None
        text = self.ordner.text(datei, self.sammler)
        if text is None:
            return None
        return lies_yaml(text, self.ordner.anzeige(datei), self.sammler)


def _profilelement(e: ProfilelementSchema) -> Profilelement:
    return Profilelement(e.nummer, e.id, e.titel, e.kurz, e.art, e.kann_satz)


def _fehlvorstellung(e: FehlvorstellungSchema) -> Fehlvorstellung:
    return Fehlvorstellung(e.id, e.titel, e.richtigstellung)


def _impuls(e: ImpulsSchema) -> Impuls:
    return Impuls(e.id, e.titel, e.satz_zum_sagen)


def _fachwort(e: FachwortSchema) -> Fachwort:
    return Fachwort(e.id, e.begriff, e.erklaerung, e.uebersetzungen.model_dump())


def _oertlich(e: OertlicheAngabeSchema) -> OertlicheAngabe:
    return OertlicheAngabe(e.id, e.titel, e.hinweis, e.telefon)
