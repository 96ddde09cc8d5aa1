"""Content from the command line: check it, make it live, hand out its schema."""

from dataclasses import replace
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from kurse.katalog import Katalog, fuer_demo
from kurse.laden import MITGELIEFERT, load_katalog
from kurse.pruefung.befehl import pruefe_ordner
from kurse.schema.ausgabe import schreibe_schemas
from kurse.vergleich import Vergleich, vergleiche
from lernplattform.core import clock
from lernplattform.core.transaction import lesend, transaktion
from lernplattform.queries.fortschritt import personen_in_arbeit
from lernplattform.queries.inhalt import lade_katalog, live_katalogstand
from lernplattform.services.fortschritt import pruefe_vollstaendigkeit
from lernplattform.services.inhalt import spiele_ein

kurse = AppGroup("kurse", help="Kursinhalte prüfen und einspielen.")
ORDNER = click.Path(path_type=Path)


@kurse.command("pruefen", with_appcontext=False)
@click.argument("ordner", required=False, type=ORDNER)
@click.pass_context
def pruefen(ctx: click.Context, ordner: Path | None) -> None:
    """Prüft einen Ordner mit Inhalten (Standard: die mitgelieferten)."""
    ctx.exit(pruefe_ordner(ordner, click.echo))


@kurse.command("einspielen")
@click.argument("ordner", default=MITGELIEFERT, type=ORDNER)
def einspielen(ordner: Path) -> None:
    """Prüft die Inhalte und schaltet alle auf sie um. Bei einem Fehler ändert sich nichts."""
    katalog = lade_gepruefte_inhalte(ordner)
    with transaktion():
        vergleich = _vergleiche_mit_live(katalog)
        if not vergleich.verstoesse:
            spiele_ein(katalog, clock.jetzt())
    for zeile in (*vergleich.verstoesse, *vergleich.aenderungen):
        click.echo(str(zeile))
    if vergleich.verstoesse:
        raise click.ClickException("Nichts wurde geändert.")
    fertig = _pruefe_lernende(katalog)
    click.echo(f"Eingespielt: {len(katalog.inhalte)} Inhalte, {len(vergleich.aenderungen)} anders.")
    if fertig:
        click.echo(f"Geprüft: {fertig} Personen, deren Qualifizierung läuft.")


@kurse.command("schema", with_appcontext=False)
@click.argument("ziel", default=Path("docs/schema"), type=ORDNER)
def schema(ziel: Path) -> None:
    """Schreibt die Formate der Inhaltsdateien als JSON Schema (Standard: docs/schema)."""
    for datei in schreibe_schemas(ziel):
        click.echo(str(datei))


def lade_gepruefte_inhalte(ordner: Path) -> Katalog:
    """The Katalog of a folder. Prints every fault and raises ClickException if there is one."""
    ergebnis = load_katalog(ordner)
    for fehler in ergebnis.fehler:
        click.echo(str(fehler))
    if ergebnis.katalog is None:
        raise click.ClickException(f"{len(ergebnis.fehler)} Fehler. Nichts wurde geändert.")
    return ergebnis.katalog


def _vergleiche_mit_live(katalog: Katalog) -> Vergleich:
    """Inside the transaction that switches, so that nobody switches in between."""
    stand = live_katalogstand()
    live = lade_katalog(stand) if stand else replace(katalog, kurse=())
    return vergleiche(live, katalog)


def _pruefe_lernende(katalog: Katalog) -> int:
    """New content may ask for less than the old: each person in a short transaction."""
    geltend = fuer_demo(katalog) if current_app.config["DEMO"] else katalog
    with lesend():
        personen = personen_in_arbeit()
    for person_id in personen:
        with transaktion():
            pruefe_vollstaendigkeit(geltend, person_id, clock.jetzt())
    return len(personen)
