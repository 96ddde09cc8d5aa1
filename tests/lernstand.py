"""Put learning into the database directly, for tests of what others see of it."""

from datetime import datetime, timedelta

from kurse.katalog import Katalog
from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Durchlauf, DurchlaufStatus
from lernplattform.models.fortschritt import Modulfortschritt, Reflexion
from lernplattform.models.person import Person
from tests.fabrik import JETZT


def mache_fortschritt(
    person: Person, modul_id: str, am: datetime = JETZT, *, geschafft: bool = True
) -> None:
    with transaktion():
        db.session.add(
            Modulfortschritt(
                person_id=person.id,
                modul_id=modul_id,
                erledigt=1,
                zuletzt_am=am,
                geschafft_am=am if geschafft else None,
            )
        )


def mache_durchlaeufe(
    katalog: Katalog,
    person: Person,
    szenario_id: str,
    *ausgaenge: bool | None,
    am: datetime = JETZT,
) -> None:
    """One Durchlauf for each outcome: passed, not passed, or None for one that is open."""
    inhalt = katalog.szenario(szenario_id)
    assert inhalt
    with transaktion():
        db.session.add_all(
            Durchlauf(
                person_id=person.id,
                szenario_id=szenario_id,
                inhalt_hash=inhalt.hash,
                fassung=inhalt.fassung,
                status=DurchlaufStatus.OFFEN if bestanden is None else DurchlaufStatus.BEENDET,
                ist_erster=nummer == 0,
                knoten=inhalt.szenario.start,
                merker=[],
                begonnen_am=am,
                zuletzt_am=am,
                beendet_am=None if bestanden is None else am,
                bestanden=bestanden,
            )
            for nummer, bestanden in enumerate(ausgaenge)
        )


def mache_reflexion(
    person: Person, text: str = "Ich höre erst zu.", *, geteilt: bool = True, stelle: str = "1"
) -> Reflexion:
    """Written a while ago, so that an answer of today comes after it."""
    am = clock.jetzt() - timedelta(hours=1)
    with transaktion():
        reflexion = Reflexion(
            person_id=person.id,
            inhalt_id="willkommen",
            stelle=stelle,
            text=text,
            geaendert_am=am,
            geteilt_am=am if geteilt else None,
        )
        db.session.add(reflexion)
    return reflexion
