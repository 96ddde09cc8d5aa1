"""One Standort with one of everything, for tests that walk all routes."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from kurse.katalog import Katalog
from kurse.kurs import Lektion, SzenarioInhalt
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.barrierefreiheit import Barrieremeldung
from lernplattform.models.durchlauf import Durchlauf, DurchlaufStatus
from lernplattform.models.fortschritt import Reflexion
from lernplattform.models.kursgruppe import Praesenztermin
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import Bescheinigung, QualifizierungStand
from tests.fabrik import (
    JETZT,
    mache_gruppe,
    mache_person,
    mache_seminar,
    mache_standort,
    setze_stand,
)

T = TypeVar("T")


@dataclass(frozen=True)
class Welt:
    """`personen` by Rolle; `werte` for every parameter that a route can have."""

    personen: dict[Rolle, Person]
    werte: dict[str, object]


def baue_welt(katalog: Katalog, verwaltung: Person) -> Welt:
    standort = mache_standort()
    lotse = mache_person(Rolle.LOTSE, standort)
    trainer = mache_person(Rolle.TRAINER, standort)
    koordination = mache_person(Rolle.KOORDINATION, standort)
    gruppe = mache_gruppe(standort, trainer, (lotse,))
    qualifizierung = setze_stand(lotse, QualifizierungStand.BESTAETIGT)
    seminar = mache_seminar(standort)
    szenario = _erster(katalog, SzenarioInhalt)
    lektion = _erster(katalog, Lektion)
    with transaktion():
        zeilen = {
            "bescheinigung_id": Bescheinigung(
                qualifizierung_id=qualifizierung.id,
                nummer=f"TEST-{standort.id}",
                schnappschuss=_schnappschuss(lotse),
                ausgestellt_am=JETZT,
            ),
            "durchlauf_id": _durchlauf(lotse, szenario),
            "reflexion_id": Reflexion(
                person_id=lotse.id,
                inhalt_id=lektion.id,
                stelle="1",
                text="Geteilt",
                geaendert_am=JETZT,
                geteilt_am=JETZT,
            ),
            "termin_id": Praesenztermin(
                kursgruppe_id=gruppe.id,
                datum=JETZT.date() - timedelta(days=7),
                titel="Erster Abend",
                ue=4,
            ),
            "meldung_id": Barrieremeldung(text="x", seite="", email="", eingegangen_am=JETZT),
        }
        db.session.add_all(zeilen.values())
    werte = {
        **{name: zeile.id for name, zeile in zeilen.items()},
        "person_id": lotse.id,
        "qualifizierung_id": qualifizierung.id,
        "gruppe_id": gruppe.id,
        "seminar_id": seminar.id,
        "modul_id": katalog.modul_von[lektion.id].id,
        "lektion_id": lektion.id,
        "szenario_id": szenario.id,
        "standort_id": standort.id,
        "traeger_id": standort.traeger_id,
        "zustaendigkeit_id": lotse.zustaendigkeiten[0].id,
    }
    personen = {
        Rolle.LOTSE: lotse,
        Rolle.TRAINER: trainer,
        Rolle.KOORDINATION: koordination,
        Rolle.VERWALTUNG: verwaltung,
    }
    return Welt(personen, werte)


def _erster(katalog: Katalog, art: type[T]) -> T:
    return next(inhalt for inhalt in katalog.inhalte.values() if isinstance(inhalt, art))


def _durchlauf(lotse: Person, szenario: SzenarioInhalt) -> Durchlauf:
    return Durchlauf(
        person_id=lotse.id,
        szenario_id=szenario.id,
        inhalt_hash=szenario.hash,
        fassung=szenario.fassung,
        status=DurchlaufStatus.OFFEN,
        ist_erster=True,
        knoten=szenario.szenario.start,
        merker=[],
        begonnen_am=JETZT,
        zuletzt_am=JETZT,
    )


def _schnappschuss(lotse: Person) -> dict[str, object]:
    return {
        "vorname": lotse.vorname,
        "nachname": lotse.nachname,
        "kurs": "Basisqualifizierung",
        "standort": "Musterstadt",
        "traeger": "Träger",
        "module": [],
        "ue": 0,
        "bestaetigt_am": JETZT.isoformat(),
        "bestaetigt_von": "Vera Muster",
    }
