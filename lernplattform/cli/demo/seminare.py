"""Seminare in every state: past, full, open, for the confirmed, hessenweit, draft, called off."""

from dataclasses import dataclass
from datetime import datetime, time

from lernplattform.cli.demo.lage import Lage
from lernplattform.cli.demo.menschen import Ort
from lernplattform.cli.demo.standorte import KOORDINATION
from lernplattform.models.seminar import SeminarBedingung
from lernplattform.services.anmeldung import melde_ab, melde_an
from lernplattform.services.seminar import (
    lege_seminar_an,
    sage_seminar_ab,
    veroeffentliche_seminar,
)
from lernplattform.services.seminarangaben import Seminarangaben

BEGINN, ENDE = time(17, 30), time(20, 30)


@dataclass(frozen=True, slots=True)
class Demoseminar:
    """`in_tagen`: when its first evening is (negative: it was). `geplant_vor`: days ago."""

    titel: str
    ort: str
    in_tagen: int
    plaetze: int
    geplant_vor: int
    beschreibung: str
    angemeldet: tuple[str, ...] = ()
    abgemeldet: tuple[str, ...] = ()
    von: Ort = Ort.MUSTERAU
    hessenweit: bool = False
    bedingung: SeminarBedingung = SeminarBedingung.VOLLSTAENDIG
    abende: int = 1
    entwurf: bool = False
    absage: str = ""


SEMINARE = (
    Demoseminar(
        "Gut zuhören in schwierigen Gesprächen",
        "Rathaus Musterau, Raum 2",
        -21,
        8,
        60,
        "Wir üben, was hilft, wenn jemand weint, schweigt oder wütend ist.",
        ("mehmet.yildiz", "oksana.kovalenko", "yusuf.almasri"),
    ),
    Demoseminar(
        "Nein sagen, freundlich und klar",
        "Familienzentrum Musterau",
        12,
        4,
        30,
        "Ein Abend mit vielen kurzen Übungen. Sie gehen mit drei eigenen Sätzen nach Hause.",
        (
            "mehmet.yildiz",
            "oksana.kovalenko",
            "nguyenthi.anh",
            "farid.rahimi",
            "yusuf.almasri",
            "selam.tesfay",
        ),
    ),
    Demoseminar(
        "Begleiten zum Jobcenter",
        "Volkshochschule Musterau, Raum 104",
        23,
        12,
        20,
        "Zwei Abende: wie ein Termin abläuft, was Sie tun und was Sie lassen.",
        ("farid.rahimi", "yusuf.almasri", "selam.tesfay"),
        ("oksana.kovalenko",),
        abende=2,
    ),
    Demoseminar(
        "Kollegiale Beratung",
        "Lotsenwerk Musterau, Besprechungsraum",
        44,
        8,
        14,
        "Für Lotsinnen und Lotsen mit bestätigter Qualifizierung.",
        ("mehmet.yildiz",),
        bedingung=SeminarBedingung.BESTAETIGT,
    ),
    Demoseminar(
        "Trauma erkennen und gut weitergeben",
        "Kreishaus Berglinden, Großer Saal",
        35,
        20,
        25,
        "Offen für ganz Hessen. Eine Fachberaterin zeigt, woran Sie Belastung merken.",
        ("svitlana.tkatschenko", "ali.cetin", "mehmet.yildiz", "selam.tesfay"),
        von=Ort.BERGLINDEN,
        hessenweit=True,
    ),
    Demoseminar(
        "Schule und Ausbildung in Hessen",
        "Rathaus Musterau, Raum 2",
        58,
        15,
        3,
        "Noch in Planung.",
        entwurf=True,
    ),
    Demoseminar(
        "Wohnung suchen ohne falsche Versprechen",
        "Familienzentrum Musterau",
        16,
        10,
        28,
        "Was Lotsinnen und Lotsen bei der Wohnungssuche leisten können.",
        ("oksana.kovalenko", "farid.rahimi"),
        absage="Die Referentin ist erkrankt. Wir suchen einen neuen Termin.",
    ),
)


def plane_seminare(lage: Lage) -> None:
    for seminar in SEMINARE:
        _plane(lage, seminar)


def _plane(lage: Lage, seminar: Demoseminar) -> None:
    koordination = lage.personen[KOORDINATION[seminar.von]]
    geplant = lage.vor(seminar.geplant_vor, time(10, 0))
    seminar_id = lege_seminar_an(
        koordination, lage.standorte[seminar.von], _angaben(lage, seminar), geplant
    )
    if seminar.entwurf:
        return
    veroeffentliche_seminar(koordination, seminar_id, geplant)
    for nr, kennung in enumerate((*seminar.angemeldet, *seminar.abgemeldet)):
        am = _anmeldezeit(lage, seminar, nr)
        melde_an(lage.personen[kennung], seminar_id, lage.katalog, am)
    for kennung in seminar.abgemeldet:
        melde_ab(lage.personen[kennung], seminar_id, lage.vor(1, time(20, 5)))
    if seminar.absage:
        sage_seminar_ab(koordination, seminar_id, seminar.absage, lage.vor(1, time(9, 30)))


def _angaben(lage: Lage, seminar: Demoseminar) -> Seminarangaben:
    tage = [seminar.in_tagen + 7 * nr for nr in range(seminar.abende)]
    return Seminarangaben(
        titel=seminar.titel,
        ort=seminar.ort,
        plaetze=seminar.plaetze,
        termine=tuple((lage.am(tag, BEGINN), lage.am(tag, ENDE)) for tag in tage),
        beschreibung=seminar.beschreibung,
        hessenweit=seminar.hessenweit,
        bedingung=seminar.bedingung,
    )


def _anmeldezeit(lage: Lage, seminar: Demoseminar, nr: int) -> datetime:
    """One after the other; the last ones came only yesterday, when they had finished."""
    tage = max(seminar.geplant_vor - 2 - 4 * nr, 1, 3 - seminar.in_tagen)
    return lage.vor(tage, time(19, 10 + 5 * nr))
