"""What is still missing for a Qualifizierung, as values that a page turns into sentences."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kurse.kurs import Kurs, ModulStatus
from kurse.regeln.fortschritt import ModulStand, ModulZustand, modul_stand
from kurse.regeln.lernstand import Lernstand


class Qualifizierungsstatus(StrEnum):
    LAEUFT = "laeuft"
    VOLLSTAENDIG = "vollstaendig"
    BESTAETIGT = "bestaetigt"
    WIDERRUFEN = "widerrufen"


@dataclass(frozen=True, slots=True)
class ModulFehlt:
    """`bausteine`: ids of the mandatory Lektionen and Szenarien still to do, in order."""

    modul_id: str
    bausteine: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModulInVorbereitung:
    """A mandatory Modul that nobody can do yet: the person is not the one who is late."""

    modul_id: str


@dataclass(frozen=True, slots=True)
class UeFehlen:
    haben: int
    brauchen: int


Fehlendes = ModulFehlt | ModulInVorbereitung | UeFehlen


@dataclass(frozen=True, slots=True)
class NichtVollstaendig:
    fehlt: tuple[Fehlendes, ...]


@dataclass(frozen=True, slots=True)
class DurchsichtFehlt:
    pass


@dataclass(frozen=True, slots=True)
class VierAugenVerletzt:
    """The person who wants to confirm has also reviewed."""


@dataclass(frozen=True, slots=True)
class EigeneQualifizierung:
    """Nobody confirms what they have learned themselves, also not where four eyes are off."""


FehlendeVoraussetzung = (
    NichtVollstaendig | DurchsichtFehlt | VierAugenVerletzt | EigeneQualifizierung
)


@dataclass(frozen=True, slots=True)
class Antrag:
    """The facts of one confirmation: whose it is (`person`), who confirms, who reviewed."""

    person: int
    bestaetigt_von: int
    durchgesehen_von: Collection[int] = ()
    durchsicht_noetig: bool = True
    vier_augen: bool = True


def fehlt_zur_vollstaendigkeit(
    kurs: Kurs, lernstand: Lernstand, mindest_ue: int
) -> tuple[Fehlendes, ...]:
    """Empty: vollstaendig. Module come in the order of the course, the UE last.

    Who was vollstaendig once is not asked for Module that came later. The UE are asked always,
    because only a correction of the attendance itself can lower them.
    """
    fehlt: list[Fehlendes] = []
    if lernstand.vollstaendig_am is None:
        fehlt += _fehlende_module(kurs, lernstand)
    if lernstand.besuchte_ue < mindest_ue:
        fehlt.append(UeFehlen(lernstand.besuchte_ue, mindest_ue))
    return tuple(fehlt)


def fehlende_voraussetzungen(
    fehlt: Collection[Fehlendes], antrag: Antrag
) -> tuple[FehlendeVoraussetzung, ...]:
    """Empty: may be confirmed now, for the first time or again after a revocation."""
    return tuple(_voraussetzungen(tuple(fehlt), antrag))


def _fehlende_module(kurs: Kurs, lernstand: Lernstand) -> Iterator[Fehlendes]:
    for modul in kurs.module:
        stand = modul_stand(modul, lernstand)
        if not modul.pflicht or stand.zustand is ModulZustand.GESCHAFFT:
            continue
        if modul.status is ModulStatus.FERTIG:
            yield _modul_fehlt(stand)
        else:
            yield ModulInVorbereitung(modul.id)


def _modul_fehlt(stand: ModulStand) -> ModulFehlt:
    return ModulFehlt(stand.modul.id, tuple(b.inhalt.id for b in stand.offene_pflicht))


def _voraussetzungen(
    fehlt: tuple[Fehlendes, ...], antrag: Antrag
) -> Iterator[FehlendeVoraussetzung]:
    if fehlt:
        yield NichtVollstaendig(fehlt)
    if antrag.durchsicht_noetig and not antrag.durchgesehen_von:
        yield DurchsichtFehlt()
    if antrag.vier_augen and antrag.bestaetigt_von in antrag.durchgesehen_von:
        yield VierAugenVerletzt()
    if antrag.bestaetigt_von == antrag.person:
        yield EigeneQualifizierung()
