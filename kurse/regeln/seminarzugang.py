"""What is missing before a person may sign up for a Seminar, as values for pages to word."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kurse.regeln.qualifizierung import Qualifizierungsstatus

_VOLLSTAENDIG = frozenset({Qualifizierungsstatus.VOLLSTAENDIG, Qualifizierungsstatus.BESTAETIGT})


@dataclass(frozen=True, slots=True)
class BasisUnvollstaendig:
    """The Basisqualifizierung is not complete yet."""


@dataclass(frozen=True, slots=True)
class BestaetigungFehlt:
    """The Seminar asks for the confirmation by the Koordination as well."""


@dataclass(frozen=True, slots=True)
class QualifizierungWiderrufen:
    """Revoked counts as neither complete nor confirmed."""


@dataclass(frozen=True, slots=True)
class ModulNichtGeschafft:
    """A Modul that this Seminar asks for; `titel` as the live catalogue words it."""

    modul_id: str
    titel: str


Zugangshuerde = (
    BasisUnvollstaendig | BestaetigungFehlt | QualifizierungWiderrufen | ModulNichtGeschafft
)


def fehlt_zum_seminar(
    staende: Collection[Qualifizierungsstatus],
    *,
    braucht_bestaetigung: bool,
    verlangte_module: Mapping[str, str],
    geschaffte_module: Collection[str],
) -> tuple[Zugangshuerde, ...]:
    """Empty: may sign up. `staende`: of all Qualifizierungen of the person; one that fits is
    enough. `verlangte_module`: id and title."""
    return (
        *_qualifizierung(staende, braucht_bestaetigung=braucht_bestaetigung),
        *(
            ModulNichtGeschafft(modul_id, titel)
            for modul_id, titel in verlangte_module.items()
            if modul_id not in geschaffte_module
        ),
    )


def _qualifizierung(
    staende: Collection[Qualifizierungsstatus], *, braucht_bestaetigung: bool
) -> Iterator[Zugangshuerde]:
    if Qualifizierungsstatus.BESTAETIGT in staende:
        return
    vollstaendig = not _VOLLSTAENDIG.isdisjoint(staende)
    if not vollstaendig and Qualifizierungsstatus.WIDERRUFEN in staende:
        yield QualifizierungWiderrufen()
        return
    if not vollstaendig:
        yield BasisUnvollstaendig()
    if braucht_bestaetigung:
        yield BestaetigungFehlt()
