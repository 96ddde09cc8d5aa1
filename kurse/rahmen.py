"""What stands beside the courses: Kernprofil, causes, Fachwörter, emergency numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Profilart(StrEnum):
    KOENNEN = "koennen"
    HALTUNG = "haltung"
    RAHMEN = "rahmen"


@dataclass(frozen=True, slots=True)
class Profilelement:
    nummer: int
    id: str
    titel: str
    kurz: str
    art: Profilart
    kann_satz: str | None = None


@dataclass(frozen=True, slots=True)
class Fehlvorstellung:
    id: str
    titel: str
    richtigstellung: str


@dataclass(frozen=True, slots=True)
class Impuls:
    id: str
    titel: str
    satz_zum_sagen: str


@dataclass(frozen=True, slots=True)
class Fachwort:
    """`uebersetzungen`: language code (en, tr, ar, uk, ru, fa) to translation."""

    id: str
    begriff: str
    erklaerung: str
    uebersetzungen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Notrufnummer:
    nummer: str
    wofuer: str
    wann: str


@dataclass(frozen=True, slots=True)
class OertlicheAngabe:
    """`telefon`: somebody is called for it, so that a number is asked."""

    id: str
    titel: str
    hinweis: str
    telefon: bool = False
