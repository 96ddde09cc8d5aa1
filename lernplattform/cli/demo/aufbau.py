"""Building the demo: all of it in one transaction, or nothing."""

from datetime import datetime
from random import Random

from sqlalchemy import select

from kurse.katalog import Katalog
from lernplattform.cli.demo.entscheidungen import entscheide
from lernplattform.cli.demo.lage import Lage, adresse
from lernplattform.cli.demo.lernwege import lerne
from lernplattform.cli.demo.praesenz import trage_praesenz_ein
from lernplattform.cli.demo.seminare import plane_seminare
from lernplattform.cli.demo.standorte import richte_standorte_ein
from lernplattform.cli.versand import sende_naechste
from lernplattform.core.db import db
from lernplattform.core.transaction import lesend, transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person

WUERFEL = 2026


def ist_aufgebaut() -> bool:
    with lesend():
        erste = select(Person.id).where(Person.email == adresse("verwaltung"))
        return db.session.scalar(erste) is not None


def baue_auf(katalog: Katalog, jetzt: datetime) -> None:
    """Everything through the services, with times in the past."""
    lage = Lage(katalog, jetzt, Random(WUERFEL))  # noqa: S311 - dice, not a secret
    with transaktion():
        richte_standorte_ein(lage)
        trage_praesenz_ein(lage)
        lerne(lage)
        entscheide(lage)
        plane_seminare(lage)
    _stelle_alte_post_zu()


def _stelle_alte_post_zu() -> None:
    """At the times at which it was written, so that the mailbox looks lived in."""
    with lesend():
        zeiten = db.session.scalars(
            select(Nachricht.erstellt_am).order_by(Nachricht.erstellt_am)
        ).all()
    for zeit in zeiten:
        sende_naechste(lambda zeit=zeit: zeit)  # type: ignore[misc]
