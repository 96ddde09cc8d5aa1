"""Where in the content files something is wrong, and what would mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Fundstelle:
    datei: str
    zeile: int

    def __str__(self) -> str:
        return f"{self.datei}:{self.zeile}"


@dataclass(frozen=True, slots=True, order=True)
class Inhaltsfehler:
    """One fault or warning; prints as `datei:zeile: meldung`, which editors can jump to."""

    fundstelle: Fundstelle
    meldung: str

    def __str__(self) -> str:
        return f"{self.fundstelle}: {self.meldung}"


@dataclass(slots=True)
class Sammler:
    """Collects all faults of one run, so that an author mends them in one go."""

    _fehler: set[Inhaltsfehler] = field(default_factory=set)
    _warnungen: set[Inhaltsfehler] = field(default_factory=set)

    def fehler(self, datei: str, zeile: int, meldung: str) -> None:
        self._fehler.add(Inhaltsfehler(Fundstelle(datei, zeile), meldung))

    def warnung(self, datei: str, zeile: int, meldung: str) -> None:
        self._warnungen.add(Inhaltsfehler(Fundstelle(datei, zeile), meldung))

    def alle_fehler(self) -> tuple[Inhaltsfehler, ...]:
        return _geordnet(self._fehler)

    def alle_warnungen(self) -> tuple[Inhaltsfehler, ...]:
        return _geordnet(self._warnungen)


def _geordnet(befunde: Iterable[Inhaltsfehler]) -> tuple[Inhaltsfehler, ...]:
    return tuple(sorted(befunde))
