"""What the Koordination decides on a Qualifizierung: confirm, return, revoke."""

from datetime import datetime

from sqlalchemy import update

from kurse.katalog import Katalog
from kurse.regeln.qualifizierung import (
    Antrag,
    FehlendeVoraussetzung,
    NichtVollstaendig,
    fehlende_voraussetzungen,
)
from lernplattform.core.db import db
from lernplattform.core.errors import Konflikt, VoraussetzungFehlt
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung, QualifizierungStand
from lernplattform.queries.qualifizierung import Vorgang, durchgesehen_von, sperre_vorgang
from lernplattform.rechte import Angemeldet
from lernplattform.services.bescheinigung import stelle_aus
from lernplattform.services.nachrichten import lege_nachricht_an
from lernplattform.services.protokoll import protokolliere

BESTAETIGBAR = frozenset({QualifizierungStand.VOLLSTAENDIG, QualifizierungStand.WIDERRUFEN})


def bestaetige(
    angemeldet: Angemeldet, qualifizierung_id: int, katalog: Katalog, jetzt: datetime
) -> Qualifizierung:
    """Confirm and issue the Bescheinigung; a second time changes nothing.

    Raises NichtGefunden, or VoraussetzungFehlt with values of kurse.regeln.qualifizierung.
    """
    vorgang = sperre_vorgang(angemeldet, qualifizierung_id)
    qualifizierung = vorgang.qualifizierung
    if qualifizierung.stand is QualifizierungStand.BESTAETIGT:
        return qualifizierung
    fehlt = _fehlt(vorgang, angemeldet.person_id)
    if fehlt:
        raise VoraussetzungFehlt("bestaetigen_unmoeglich", fehlt)
    qualifizierung.stand = QualifizierungStand.BESTAETIGT
    qualifizierung.bestaetigt_am = jetzt
    qualifizierung.bestaetigt_von_id = angemeldet.person_id
    qualifizierung.zurueckgegeben_am = None
    qualifizierung.rueckgabe_grund = ""
    nummer = stelle_aus(vorgang, angemeldet, katalog, jetzt)
    _melde("qualifizierung_bestaetigt", angemeldet, qualifizierung, jetzt, nummer=nummer)
    return qualifizierung


def gib_zurueck(
    angemeldet: Angemeldet, qualifizierung_id: int, grund: str, jetzt: datetime
) -> None:
    """Leave it vollstaendig, with a note that the Lotse reads."""
    qualifizierung = sperre_vorgang(angemeldet, qualifizierung_id).qualifizierung
    if qualifizierung.stand is not QualifizierungStand.VOLLSTAENDIG:
        raise Konflikt("rueckgabe_unmoeglich")
    qualifizierung.zurueckgegeben_am = jetzt
    qualifizierung.rueckgabe_grund = grund
    _melde("qualifizierung_zurueckgegeben", angemeldet, qualifizierung, jetzt)


def widerrufe(angemeldet: Angemeldet, qualifizierung_id: int, grund: str, jetzt: datetime) -> None:
    """Revoke the confirmation and every Bescheinigung of it; it can be confirmed again."""
    qualifizierung = sperre_vorgang(angemeldet, qualifizierung_id).qualifizierung
    if qualifizierung.stand is not QualifizierungStand.BESTAETIGT:
        raise Konflikt("widerruf_unmoeglich")
    qualifizierung.stand = QualifizierungStand.WIDERRUFEN
    qualifizierung.widerrufen_am = jetzt
    qualifizierung.widerruf_grund = grund
    db.session.execute(
        update(Bescheinigung)
        .where(
            Bescheinigung.qualifizierung_id == qualifizierung.id,
            Bescheinigung.widerrufen_am.is_(None),
        )
        .values(widerrufen_am=jetzt)
    )
    _melde("qualifizierung_widerrufen", angemeldet, qualifizierung, jetzt)


def _fehlt(vorgang: Vorgang, bestaetigt_von: int) -> tuple[FehlendeVoraussetzung, ...]:
    """What still hinders this person from confirming it now."""
    antrag = Antrag(
        person=vorgang.person.id,
        bestaetigt_von=bestaetigt_von,
        durchgesehen_von=durchgesehen_von(vorgang.person.id),
        durchsicht_noetig=vorgang.standort.durchsicht_noetig,
        vier_augen=vorgang.standort.vier_augen,
    )
    hindernisse = fehlende_voraussetzungen((), antrag)
    if vorgang.qualifizierung.stand not in BESTAETIGBAR:
        return (NichtVollstaendig(()), *hindernisse)
    return hindernisse


def _melde(
    akt: str, angemeldet: Angemeldet, qualifizierung: Qualifizierung, jetzt: datetime, **daten: str
) -> None:
    """One mail and one audit entry; reasons stand on the person's page, not in either."""
    person_id = qualifizierung.person_id
    lege_nachricht_an(person_id, akt, jetzt, **daten)
    protokolliere(
        akt,
        angemeldet.person_id,
        jetzt,
        betroffen_id=person_id,
        qualifizierung_id=qualifizierung.id,
    )
