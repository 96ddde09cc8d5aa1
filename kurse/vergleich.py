"""Two catalogues: what is new, reworded, materially changed or gone, and what must not be."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kurse.katalog import Katalog
from kurse.kurs import Inhalt, Inhaltsart, SzenarioInhalt
from quiz.szenario import Szenario


class Aenderungsart(StrEnum):
    NEU = "neu"
    REDAKTIONELL = "redaktionell"
    """Another text under the same Fassung: touches nobody."""
    FACHLICH = "fachlich"
    """A raised Fassung: offered again to all who have done it."""
    ENTFALLEN = "entfallen"


@dataclass(frozen=True, slots=True)
class Aenderung:
    """`fassung` is the new one; for what is gone the last one."""

    art: Aenderungsart
    inhaltsart: Inhaltsart
    id: str
    titel: str
    fassung: int

    def __str__(self) -> str:
        was = f"{self.inhaltsart.value.capitalize()} „{self.titel}“ ({self.id})"
        return f"{self.art.value}: {was}, Fassung {self.fassung}"


class VerstossArt(StrEnum):
    FASSUNG_GESENKT = "fassung_gesenkt"
    ART_GEWECHSELT = "art_gewechselt"
    FRAGETYP_GEWECHSELT = "fragetyp_gewechselt"


@dataclass(frozen=True, slots=True)
class Verstoss:
    """A change that stored facts could not bear; `vorher` and `nachher` are what changed."""

    art: VerstossArt
    id: str
    vorher: str
    nachher: str
    knoten: str | None = None

    def __str__(self) -> str:
        return _SAETZE[self.art].format(v=self)


@dataclass(frozen=True, slots=True)
class Vergleich:
    aenderungen: tuple[Aenderung, ...]
    verstoesse: tuple[Verstoss, ...]


_SAETZE = {
    VerstossArt.FASSUNG_GESENKT: (
        "„{v.id}“: Die Fassung sinkt von {v.vorher} auf {v.nachher}. Eine Fassung steigt nur."
    ),
    VerstossArt.ART_GEWECHSELT: (
        "„{v.id}“ war {v.vorher} und ist jetzt {v.nachher}. Geben Sie dem Neuen eine neue Kennung."
    ),
    VerstossArt.FRAGETYP_GEWECHSELT: (
        "„{v.id}“, Knoten „{v.knoten}“: Der Typ wechselt von {v.vorher} zu {v.nachher}. "
        "Erhöhen Sie die Fassung."
    ),
}


def vergleiche(alt: Katalog, neu: Katalog) -> Vergleich:
    """In the order of the new Katalog, then what is gone in the order of the old one."""
    aenderungen = [*_aenderungen(alt, neu)]
    verstoesse: list[Verstoss] = []
    for inhalt in neu.inhalte.values():
        if (vorher := alt.inhalte.get(inhalt.id)) is not None:
            verstoesse += _verstoesse(vorher, inhalt)
    return Vergleich(tuple(aenderungen), tuple(verstoesse))


def _aenderungen(alt: Katalog, neu: Katalog) -> Iterator[Aenderung]:
    for inhalt in neu.inhalte.values():
        vorher = alt.inhalte.get(inhalt.id)
        if vorher is None:
            yield _aenderung(Aenderungsart.NEU, inhalt)
        elif inhalt.fassung > vorher.fassung:
            yield _aenderung(Aenderungsart.FACHLICH, inhalt)
        elif inhalt.hash != vorher.hash:
            yield _aenderung(Aenderungsart.REDAKTIONELL, inhalt)
    for inhalt in alt.inhalte.values():
        if inhalt.id not in neu.inhalte:
            yield _aenderung(Aenderungsart.ENTFALLEN, inhalt)


def _aenderung(art: Aenderungsart, inhalt: Inhalt) -> Aenderung:
    return Aenderung(art, inhalt.art, inhalt.id, inhalt.titel, inhalt.fassung)


def _verstoesse(vorher: Inhalt, nachher: Inhalt) -> Iterator[Verstoss]:
    if vorher.art is not nachher.art:
        art = VerstossArt.ART_GEWECHSELT
        yield Verstoss(art, nachher.id, vorher.art.value, nachher.art.value)
    if nachher.fassung < vorher.fassung:
        art = VerstossArt.FASSUNG_GESENKT
        yield Verstoss(art, nachher.id, str(vorher.fassung), str(nachher.fassung))
    gleiche_fassung = nachher.fassung == vorher.fassung
    if (
        isinstance(vorher, SzenarioInhalt)
        and isinstance(nachher, SzenarioInhalt)
        and gleiche_fassung
    ):
        yield from _gewechselte_typen(vorher.szenario, nachher.szenario)


def _gewechselte_typen(vorher: Szenario, nachher: Szenario) -> Iterator[Verstoss]:
    """An end that becomes a question, or the other way round, is a change of type as well."""
    for knoten_id, knoten in nachher.knoten.items():
        frueher = vorher.knoten.get(knoten_id)
        if frueher is None:
            continue
        typen = [k.frage.typ.value if k.frage else "ende" for k in (frueher, knoten)]
        if typen[0] != typen[1]:
            art = VerstossArt.FRAGETYP_GEWECHSELT
            yield Verstoss(art, nachher.id, typen[0], typen[1], knoten_id)
