"""Where a person stands with the Basisqualifizierung, taken from all Standorte together."""

from dataclasses import dataclass

from flask import url_for

from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.queries.fortschritt import Qualifizierungslage

_RANG = (
    QualifizierungStand.LAEUFT,
    QualifizierungStand.WIDERRUFEN,
    QualifizierungStand.VOLLSTAENDIG,
    QualifizierungStand.BESTAETIGT,
)
_OFFEN = frozenset({QualifizierungStand.VOLLSTAENDIG, QualifizierungStand.BESTAETIGT})


@dataclass(frozen=True, slots=True)
class Gesamtlage:
    """The best of all Standorte; `rueckgabe` and `widerruf`: what to tell about one of them."""

    stand: QualifizierungStand
    mindest_ue: int
    rueckgabe: Qualifizierungslage | None
    widerruf: Qualifizierungslage | None
    bescheinigung_url: str | None

    @property
    def seminare_offen(self) -> bool:
        return self.stand in _OFFEN


def fasse_zusammen(lagen: tuple[Qualifizierungslage, ...]) -> Gesamtlage:
    stand = max((lage.stand for lage in lagen), key=_RANG.index, default=_RANG[0])
    return Gesamtlage(
        stand=stand,
        mindest_ue=max((lage.mindest_ue for lage in lagen), default=0),
        rueckgabe=next((lage for lage in lagen if _zurueckgegeben(lage)), None),
        widerruf=_widerruf(lagen, stand),
        bescheinigung_url=_bescheinigung_url(lagen),
    )


def _zurueckgegeben(lage: Qualifizierungslage) -> bool:
    return lage.zurueckgegeben_am is not None and lage.stand is QualifizierungStand.VOLLSTAENDIG


def _widerruf(
    lagen: tuple[Qualifizierungslage, ...], stand: QualifizierungStand
) -> Qualifizierungslage | None:
    """Said as long as nothing better is true, at this Standort or at another."""
    if stand is not QualifizierungStand.WIDERRUFEN:
        return None
    return next(lage for lage in lagen if lage.stand is stand)


def _bescheinigung_url(lagen: tuple[Qualifizierungslage, ...]) -> str | None:
    nummern = [lage.bescheinigung_id for lage in lagen if lage.bescheinigung_id is not None]
    if not nummern:
        return None
    return url_for("konto.bescheinigung", bescheinigung_id=max(nummern))
