"""Thousands of Lotsen at once, for tests of what a page costs on a whole platform."""

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.core.sortierung import sortierschluessel
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Durchlauf, DurchlaufStatus
from lernplattform.models.fortschritt import Modulfortschritt
from lernplattform.models.kursgruppe import Gruppenmitglied, Kursgruppe
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung
from lernplattform.models.standort import Standort
from tests.fabrik import JETZT


def mache_viele_lotsen(
    katalog: Katalog, standort: Standort, anzahl: int, je_gruppe: int = 40
) -> list[int]:
    """Ids of people in Kursgruppen of `je_gruppe`, each with progress and one Durchlauf."""
    with transaktion():
        gruppen = [
            Kursgruppe(standort_id=standort.id, name=f"Kurs {n}")
            for n in range(-(-anzahl // je_gruppe))
        ]
        personen = [
            Person(
                vorname="Lotse",
                nachname=f"Viele{n:05}",
                email=f"viele{n}@test.example",
                angelegt_am=JETZT,
                sortierschluessel=sortierschluessel(f"Viele{n:05}", "Lotse"),
            )
            for n in range(anzahl)
        ]
        db.session.add_all([*gruppen, *personen])
        db.session.flush()  # the rows about them need the ids
        for n, person in enumerate(personen):
            gruppe = gruppen[n // je_gruppe]
            db.session.add_all(_zeilen(katalog, person.id, gruppe.id, standort.id))
    return [person.id for person in personen]


def _zeilen(katalog: Katalog, person_id: int, gruppe_id: int, standort_id: int) -> list[object]:
    inhalt = katalog.szenario("erster-besuch")
    assert inhalt
    return [
        Zustaendigkeit(person_id=person_id, rolle=Rolle.LOTSE, standort_id=standort_id),
        Qualifizierung(person_id=person_id, standort_id=standort_id),
        Gruppenmitglied(person_id=person_id, kursgruppe_id=gruppe_id),
        Modulfortschritt(person_id=person_id, modul_id="ankommen", erledigt=1, zuletzt_am=JETZT),
        Durchlauf(
            person_id=person_id,
            szenario_id="erster-besuch",
            inhalt_hash=inhalt.hash,
            fassung=inhalt.fassung,
            status=DurchlaufStatus.BEENDET,
            ist_erster=True,
            knoten=inhalt.szenario.start,
            merker=[],
            begonnen_am=JETZT,
            zuletzt_am=JETZT,
            beendet_am=JETZT,
            bestanden=False,
        ),
    ]
