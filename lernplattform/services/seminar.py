"""Planning Seminare: create, change, publish, call off."""

from datetime import datetime

from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, Konflikt, NichtGefunden
from lernplattform.models.seminar import (
    AnmeldungStatus,
    Seminar,
    SeminarStatus,
    Termin,
)
from lernplattform.queries.anmeldung import Beteiligt, list_beteiligte
from lernplattform.rechte import (
    Angemeldet,
    darf_standort_koordinieren,
    seminare_der_koordination,
)
from lernplattform.services.protokoll import protokolliere
from lernplattform.services.seminarangaben import Seminarangaben, pruefe_angaben
from lernplattform.services.warteliste import (
    Wechselgrund,
    benachrichtige,
    lasse_nachruecken,
    sperre_seminar,
    versetze,
)


def lege_seminar_an(
    angemeldet: Angemeldet, standort_id: int, angaben: Seminarangaben, jetzt: datetime
) -> int:
    """A draft that only the Koordination sees; its id.

    Raises NichtGefunden for a foreign Standort, EingabeUngueltig.
    """
    pruefe_angaben(angaben, jetzt)
    if not darf_standort_koordinieren(angemeldet, standort_id):
        raise NichtGefunden
    seminar = Seminar(standort_id=standort_id)
    _uebernimm(seminar, angaben)
    db.session.add(seminar)
    db.session.flush()  # the id is the answer
    protokolliere("seminar_angelegt", angemeldet.person_id, jetzt, seminar_id=seminar.id)
    return seminar.id


def aendere_seminar(
    angemeldet: Angemeldet, seminar_id: int, angaben: Seminarangaben, jetzt: datetime
) -> None:
    """More places move people up, another date or place is told to everybody who is active.

    Raises NichtGefunden, EingabeUngueltig, Konflikt (called off, begun, fewer places than
    promised).
    """
    pruefe_angaben(angaben, jetzt)
    seminar = sperre_seminar(seminar_id, seminare_der_koordination(angemeldet))
    _verlange_aenderbar(seminar, jetzt)
    beteiligte = list_beteiligte(seminar.id)
    _verlange_genug_plaetze(angaben.plaetze, beteiligte)
    mehr_plaetze = angaben.plaetze > seminar.plaetze
    vorher = (_zeiten(seminar), seminar.ort)
    _uebernimm(seminar, angaben)
    verlegt = vorher != (_zeiten(seminar), seminar.ort)
    grund = Wechselgrund.MEHR_PLAETZE if mehr_plaetze else Wechselgrund.PLATZ_FREI_GEWORDEN
    aufgerueckt = lasse_nachruecken(seminar, beteiligte, grund, jetzt)
    empfaenger = {"seminar_geaendert": beteiligte if verlegt else [], "nachgerueckt": aufgerueckt}
    benachrichtige(seminar, empfaenger, jetzt)
    protokolliere("seminar_geaendert", angemeldet.person_id, jetzt, seminar_id=seminar.id)


def veroeffentliche_seminar(angemeldet: Angemeldet, seminar_id: int, jetzt: datetime) -> None:
    """From now on Lotsen see it. Raises NichtGefunden, Konflikt (called off, too late)."""
    seminar = sperre_seminar(seminar_id, seminare_der_koordination(angemeldet))
    if seminar.status is SeminarStatus.VEROEFFENTLICHT:
        return
    _verlange_aenderbar(seminar, jetzt)
    if seminar.anmeldung_bis <= jetzt:
        raise Konflikt("anmeldefrist_vorbei")
    seminar.status = SeminarStatus.VEROEFFENTLICHT
    protokolliere("seminar_veroeffentlicht", angemeldet.person_id, jetzt, seminar_id=seminar.id)


def sage_seminar_ab(angemeldet: Angemeldet, seminar_id: int, grund: str, jetzt: datetime) -> None:
    """Call it off and tell everybody who is active, with the reason.

    Raises NichtGefunden, EingabeUngueltig, Konflikt (still a draft, begun).
    """
    if not grund.strip():
        raise EingabeUngueltig("grund", "grund_fehlt")
    seminar = sperre_seminar(seminar_id, seminare_der_koordination(angemeldet))
    if seminar.status is SeminarStatus.ABGESAGT:
        return
    _verlange_aenderbar(seminar, jetzt)
    if seminar.status is SeminarStatus.ENTWURF:
        raise Konflikt("seminar_entwurf")
    seminar.status = SeminarStatus.ABGESAGT
    seminar.absage_grund = grund.strip()
    beteiligte = list_beteiligte(seminar.id)
    versetze(beteiligte, AnmeldungStatus.ABGESAGT, Wechselgrund.SEMINAR_ABGESAGT, jetzt)
    benachrichtige(seminar, {"seminar_abgesagt": beteiligte}, jetzt, grund=seminar.absage_grund)
    protokolliere("seminar_abgesagt", angemeldet.person_id, jetzt, seminar_id=seminar.id)


def _verlange_aenderbar(seminar: Seminar, jetzt: datetime) -> None:
    if seminar.status is SeminarStatus.ABGESAGT:
        raise Konflikt("seminar_abgesagt")
    if seminar.beginn <= jetzt:
        raise Konflikt("seminar_begonnen")


def _verlange_genug_plaetze(plaetze: int, beteiligte: list[Beteiligt]) -> None:
    bestaetigt = sum(b.status is AnmeldungStatus.BESTAETIGT for b in beteiligte)
    if plaetze < bestaetigt:
        raise Konflikt("plaetze_unter_bestaetigt", bestaetigt=bestaetigt)


def _uebernimm(seminar: Seminar, angaben: Seminarangaben) -> None:
    seminar.titel = angaben.titel
    seminar.beschreibung = angaben.beschreibung
    seminar.ort = angaben.ort
    seminar.hessenweit = angaben.hessenweit
    seminar.plaetze = angaben.plaetze
    seminar.bedingung = angaben.bedingung
    seminar.verlangte_module = list(angaben.verlangte_module)
    seminar.beginn = angaben.beginn
    seminar.anmeldung_bis, seminar.abmeldung_bis, seminar.nachruecken_bis = angaben.fristen
    _uebernimm_termine(seminar, angaben.termine)


def _uebernimm_termine(seminar: Seminar, zeiten: tuple[tuple[datetime, datetime], ...]) -> None:
    """Rows are changed in place, so that a calendar entry keeps its identity when it moves."""
    for nr, (beginn, ende) in enumerate(zeiten):
        if nr < len(seminar.termine):
            seminar.termine[nr].beginn, seminar.termine[nr].ende = beginn, ende
        else:
            seminar.termine.append(Termin(beginn=beginn, ende=ende))
    del seminar.termine[len(zeiten) :]


def _zeiten(seminar: Seminar) -> list[tuple[datetime, datetime]]:
    return [(termin.beginn, termin.ende) for termin in seminar.termine]
