"""Counters beside the answers, so that statistics never recount them."""

from sqlalchemy import literal_column

from lernplattform.core.db import db
from lernplattform.core.einfuegen import einfuegen, ist_postgresql
from lernplattform.models.durchlauf import Auswahlzaehler, Durchlauf

# One hot row would halve the write rate of PostgreSQL; SQLite has one writer anyway.
SCHEIBEN = 32
DAS_GANZE = ""


def zaehle_auswahl(durchlauf: Durchlauf, knoten: str, optionen: tuple[str, ...]) -> None:
    """Add one to the Knoten and to each chosen option, in key order so that nobody deadlocks."""
    scheibe = durchlauf.id % SCHEIBEN if ist_postgresql() else 0
    zeilen = [
        {
            "szenario_id": durchlauf.szenario_id,
            "fassung": durchlauf.fassung,
            "knoten": knoten,
            "option": option,
            "scheibe": scheibe,
            "anzahl": 1,
        }
        for option in sorted({DAS_GANZE, *optionen})
    ]
    schluessel = ["szenario_id", "fassung", "knoten", "option", "scheibe"]
    mehr = {"anzahl": Auswahlzaehler.anzahl + literal_column("1")}
    db.session.execute(
        einfuegen(Auswahlzaehler).on_conflict_do_update(index_elements=schluessel, set_=mehr),
        zeilen,
    )
