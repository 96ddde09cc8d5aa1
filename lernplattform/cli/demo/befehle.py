"""The commands of the demo."""

import click
from flask import current_app
from flask.cli import AppGroup
from flask_migrate import upgrade

from kurse.katalog import Katalog, fuer_demo
from kurse.laden import MITGELIEFERT
from lernplattform.cli.demo.aufbau import baue_auf, ist_aufgebaut
from lernplattform.cli.demo.menschen import KONTEN, PASSWORT
from lernplattform.cli.demo.server import WURZEL, basis_url, bediene, verlange_freien_port
from lernplattform.cli.kurse import lade_gepruefte_inhalte
from lernplattform.core import clock
from lernplattform.core.transaction import transaktion
from lernplattform.services.inhalt import spiele_ein

demo = AppGroup("demo", help="Die Demo mit erfundenen Menschen.")


@demo.command("anlegen")
def anlegen() -> None:
    """Legt die erfundenen Menschen und Seminare an, wenn es sie noch nicht gibt."""
    _verlange_demo()
    _lege_an()


@demo.command("starten")
@click.option("--port", default=8000, show_default=True)
def starten(port: int) -> None:
    """Bringt die Demo auf den neuesten Stand und startet sie, nur auf diesem Rechner."""
    _verlange_demo()
    verlange_freien_port(port)
    current_app.config["BASIS_URL"] = basis_url(port)
    upgrade(str(WURZEL / "migrations"))
    if ist_aufgebaut():
        bediene(port, _begruessung(port), daneben=_spiele_ein)
    else:
        _lege_an()
        bediene(port, _begruessung(port))


def _verlange_demo() -> None:
    if not current_app.config["DEMO"]:
        raise click.ClickException("Nur in der Demo. Setzen Sie LP_DEMO=1, oder: make start")


def _lege_an() -> None:
    """Content first; the same content again and a demo that is there change nothing."""
    katalog = _spiele_ein()
    if ist_aufgebaut():
        click.echo("Die Demo-Daten sind da.")
        return
    click.echo("Demo-Daten anlegen ...")
    baue_auf(fuer_demo(katalog), clock.jetzt())


def _spiele_ein() -> Katalog:
    """The files may have changed since the last time; a running server takes them up."""
    katalog = lade_gepruefte_inhalte(MITGELIEFERT)
    with transaktion():
        spiele_ein(katalog, clock.jetzt())
    return katalog


def _begruessung(port: int) -> str:
    zeilen = [
        "",
        f"Die Demo läuft: {basis_url(port)}",
        f"Ihre E-Mails:   {basis_url(port)}/demo/postfach/",
        "",
        f"Anmelden mit dem Passwort  {PASSWORT}",
        *(f"  {konto:<29} {wer}" for konto, wer in KONTEN),
        "",
        "Beenden mit Strg+C",
    ]
    return "\n".join(zeilen)
