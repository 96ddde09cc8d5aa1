"""A person who has answered very often, written in bulk."""

from sqlalchemy import insert

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Antwort, Durchlauf, DurchlaufStatus
from lernplattform.models.person import Person
from tests.fabrik import JETZT
from tests.spiel import GUTER_ERSTER_BESUCH

KNOTEN = ("tuer", "kueche", "abschied")


def beantworte_oft(katalog: Katalog, person: Person, anzahl: int) -> None:
    """At least `anzahl` good answers in finished Durchläufe of the first visit."""
    inhalt = katalog.szenario("erster-besuch")
    assert inhalt is not None
    with transaktion():
        laeufe = [
            Durchlauf(
                person_id=person.id,
                szenario_id=inhalt.id,
                inhalt_hash=inhalt.hash,
                fassung=inhalt.fassung,
                status=DurchlaufStatus.BEENDET,
                ist_erster=False,
                knoten="ende-gut",
                merker=[],
                schritt=len(KNOTEN),
                begonnen_am=JETZT,
                zuletzt_am=JETZT,
                beendet_am=JETZT,
                bestanden=True,
            )
            for _ in range(-(-anzahl // len(KNOTEN)))
        ]
        db.session.add_all(laeufe)
        db.session.flush()  # the ids are needed below
        db.session.execute(insert(Antwort), [z for lauf in laeufe for z in _antworten(lauf.id)])


def _antworten(lauf_id: int) -> list[dict[str, object]]:
    return [
        {
            "durchlauf_id": lauf_id,
            "schritt": schritt,
            "knoten": knoten,
            "folgeknoten": "ende-gut",
            "eingabe": {"gewaehlt": [option]},
            "wert_zaehler": 1,
            "wert_nenner": 1,
            "ist_erstbegegnung": False,
            "am": JETZT,
        }
        for schritt, (knoten, option) in enumerate(zip(KNOTEN, GUTER_ERSTER_BESUCH, strict=True))
    ]
