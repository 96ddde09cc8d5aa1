"""People from the command line: only what nobody inside can do yet."""

import click
from flask import current_app
from flask.cli import AppGroup

from lernplattform.core import clock
from lernplattform.core.adressen import adresse
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.i18n import QUELLSPRACHE, termin
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Linkart, Rolle
from lernplattform.services.konto import GUELTIGKEIT, erzeuge_zugangslink
from lernplattform.services.personen import NeuePerson, gib_zustaendigkeit, lege_person_an

personen = AppGroup("personen", help="Zugänge einrichten.")


@personen.command("verwaltung-anlegen")
@click.option("--vorname", required=True)
@click.option("--nachname", required=True)
@click.option("--email", required=True)
def verwaltung_anlegen(vorname: str, nachname: str, email: str) -> None:
    """Legt ein Konto der Verwaltung an und zeigt den Link, mit dem es sein Passwort setzt."""
    jetzt = clock.jetzt()
    try:
        with transaktion():
            person = lege_person_an(NeuePerson(vorname, nachname, email=email), jetzt)
            gib_zustaendigkeit(person.id, Rolle.VERWALTUNG, None, jetzt, von_id=person.id)
            token = erzeuge_zugangslink(person.id, Linkart.EINLADUNG, jetzt)
    except EingabeUngueltig as fehler:
        raise click.ClickException(f"„{email}“ gehört schon zu einem Konto.") from fehler
    click.echo(adresse(current_app.config["BASIS_URL"], "einladung", token=token))
    bis = termin(jetzt + GUELTIGKEIT[Linkart.EINLADUNG], QUELLSPRACHE)
    click.echo(f"Der Link gilt einmal und bis {bis}.")
