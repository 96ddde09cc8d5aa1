"""What the Koordination says about a Seminar, judged before anything is written."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.ortszeit import tage_vorher
from lernplattform.models.seminar import SeminarBedingung

ANMELDUNG_TAGE_VORHER = 1
ABMELDUNG_TAGE_VORHER = 1
NACHRUECKEN_TAGE_VORHER = 2


@dataclass(frozen=True, slots=True)
class Seminarangaben:
    """`termine`: beginning and end of each, in order of time. A Frist that is None has its
    default, counted from the first Termin by the clock on the wall."""

    titel: str
    ort: str
    plaetze: int
    termine: tuple[tuple[datetime, datetime], ...]
    beschreibung: str = ""
    hessenweit: bool = False
    bedingung: SeminarBedingung = SeminarBedingung.VOLLSTAENDIG
    verlangte_module: tuple[str, ...] = ()
    anmeldung_bis: datetime | None = None
    abmeldung_bis: datetime | None = None
    nachruecken_bis: datetime | None = None

    @property
    def beginn(self) -> datetime:
        return self.termine[0][0]

    @property
    def fristen(self) -> tuple[datetime, datetime, datetime]:
        """Until when one may sign up, cancel, and move up."""
        return (
            self.anmeldung_bis or tage_vorher(self.beginn, ANMELDUNG_TAGE_VORHER),
            self.abmeldung_bis or tage_vorher(self.beginn, ABMELDUNG_TAGE_VORHER),
            self.nachruecken_bis or tage_vorher(self.beginn, NACHRUECKEN_TAGE_VORHER),
        )


def pruefe_angaben(angaben: Seminarangaben, jetzt: datetime) -> None:
    """Raises EingabeUngueltig for the first thing that cannot be."""
    if angaben.plaetze < 1:
        raise EingabeUngueltig("plaetze", "plaetze_fehlen")
    _pruefe_termine(angaben.termine, jetzt)
    for feld in ("anmeldung_bis", "abmeldung_bis", "nachruecken_bis"):
        frist: datetime | None = getattr(angaben, feld)
        if frist is not None and frist > angaben.beginn:
            raise EingabeUngueltig(feld, "frist_nach_beginn")


def _pruefe_termine(termine: tuple[tuple[datetime, datetime], ...], jetzt: datetime) -> None:
    if not termine:
        raise EingabeUngueltig("termine", "termin_fehlt")
    if any(ende <= beginn for beginn, ende in termine):
        raise EingabeUngueltig("termine", "ende_vor_beginn")
    if any(naechster[0] < voriger[1] for voriger, naechster in pairwise(termine)):
        raise EingabeUngueltig("termine", "termine_ueberschneiden")
    if termine[0][0] <= jetzt:
        raise EingabeUngueltig("termine", "termin_vorbei")
