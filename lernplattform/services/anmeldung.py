"""Signing up for a Seminar and cancelling: whoever comes is judged under the Seminar's lock."""

from datetime import datetime

from kurse.katalog import Katalog
from kurse.regeln.warteliste import Zuteilung, teile_zu
from lernplattform.core.db import db
from lernplattform.core.errors import Konflikt, VoraussetzungFehlt
from lernplattform.models.person import Rolle
from lernplattform.models.seminar import (
    Anmeldung,
    AnmeldungStatus,
    Platzwechsel,
    Seminar,
    SeminarStatus,
)
from lernplattform.queries.anmeldung import (
    Beteiligt,
    lies_zugangsstand,
    list_beteiligte,
    sichtbar_fuer_lotsen,
)
from lernplattform.rechte import Angemeldet, verlange
from lernplattform.services.warteliste import (
    Wechselgrund,
    benachrichtige,
    lasse_nachruecken,
    sperre_seminar,
    versetze,
)


def melde_an(
    angemeldet: Angemeldet, seminar_id: int, katalog: Katalog, jetzt: datetime
) -> AnmeldungStatus:
    """Sign up, for a place or for the end of the waiting list; a second time changes nothing.

    Raises NichtGefunden, Konflikt (closed, called off) or VoraussetzungFehlt.
    """
    verlange(angemeldet, Rolle.LOTSE)
    seminar = sperre_seminar(seminar_id, sichtbar_fuer_lotsen(angemeldet))
    beteiligte = list_beteiligte(seminar.id)
    if eigene := _eigene(angemeldet, beteiligte):
        return eigene.status
    _verlange_offen(seminar, jetzt)
    _verlange_voraussetzungen(angemeldet, seminar, katalog)
    zuteilung = teile_zu(seminar.plaetze, [b.anspruch for b in beteiligte])
    neu = _lege_an(angemeldet, seminar, zuteilung, jetzt)
    _bestaetige_eingang(neu, seminar, beteiligte, jetzt)
    return neu.status


def melde_ab(angemeldet: Angemeldet, seminar_id: int, jetzt: datetime) -> None:
    """Cancel; a freed place goes to the head of the waiting list. Twice changes nothing.

    Raises NichtGefunden or Konflikt (too late).
    """
    verlange(angemeldet, Rolle.LOTSE)
    seminar = sperre_seminar(seminar_id, sichtbar_fuer_lotsen(angemeldet))
    beteiligte = list_beteiligte(seminar.id)
    eigene = _eigene(angemeldet, beteiligte)
    if eigene is None:
        return
    if jetzt >= seminar.abmeldung_bis:
        raise Konflikt("abmeldung_geschlossen")
    versetze([eigene], AnmeldungStatus.ABGEMELDET, Wechselgrund.SELBST_ABGEMELDET, jetzt)
    andere = [b for b in beteiligte if b is not eigene]
    aufgerueckt = lasse_nachruecken(seminar, andere, Wechselgrund.PLATZ_FREI_GEWORDEN, jetzt)
    benachrichtige(seminar, {"abmeldung": [eigene], "nachgerueckt": aufgerueckt}, jetzt)


def _eigene(angemeldet: Angemeldet, beteiligte: list[Beteiligt]) -> Beteiligt | None:
    return next((b for b in beteiligte if b.person_id == angemeldet.person_id), None)


def _verlange_offen(seminar: Seminar, jetzt: datetime) -> None:
    if seminar.status is SeminarStatus.ABGESAGT:
        raise Konflikt("seminar_abgesagt")
    if jetzt >= min(seminar.anmeldung_bis, seminar.beginn):
        raise Konflikt("anmeldung_geschlossen")


def _verlange_voraussetzungen(angemeldet: Angemeldet, seminar: Seminar, katalog: Katalog) -> None:
    stand = lies_zugangsstand(angemeldet.person_id, mit_modulen=bool(seminar.verlangte_module))
    fehlend = stand.fehlt(seminar.bedingung, seminar.verlangte_module, katalog)
    if fehlend:
        raise VoraussetzungFehlt("seminar_gesperrt", fehlend)


def _lege_an(
    angemeldet: Angemeldet, seminar: Seminar, zuteilung: Zuteilung, jetzt: datetime
) -> Beteiligt:
    seminar.letzter_rang += 1
    status = AnmeldungStatus(zuteilung.status.value)
    anmeldung = Anmeldung(
        seminar_id=seminar.id,
        person_id=angemeldet.person_id,
        status=status,
        rang=seminar.letzter_rang,
        grund=zuteilung.grund.value,
        angemeldet_am=jetzt,
        geaendert_am=jetzt,
    )
    db.session.add(anmeldung)
    db.session.flush()  # the id is needed below
    db.session.add(
        Platzwechsel(
            anmeldung_id=anmeldung.id, status=status, grund=zuteilung.grund.value, am=jetzt
        )
    )
    return Beteiligt(anmeldung.id, angemeldet.person_id, status, anmeldung.rang)


def _bestaetige_eingang(
    neu: Beteiligt, seminar: Seminar, vorher: list[Beteiligt], jetzt: datetime
) -> None:
    if neu.status is AnmeldungStatus.BESTAETIGT:
        benachrichtige(seminar, {"anmeldung_bestaetigt": [neu]}, jetzt)
        return
    wartend = sum(b.status is AnmeldungStatus.WARTELISTE for b in vorher)
    benachrichtige(seminar, {"anmeldung_warteliste": [neu]}, jetzt, position=wartend + 1)
