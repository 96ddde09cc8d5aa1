"""The application factory."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from lernplattform import models
from lernplattform.cli import GRUPPEN
from lernplattform.core import config as konfiguration
from lernplattform.core import logging as protokollierung
from lernplattform.core.db import db
from lernplattform.core.extensions import babel, csrf, migrate
from lernplattform.web import (
    begleitung,
    demo,
    deutsch,
    diagramm,
    eingang,
    errors,
    filters,
    geraet,
    katalog,
    kompression,
    kontext,
    konto,
    koordination,
    kopfzeilen,
    lernen,
    listen,
    oeffentlich,
    papier,
    pruefen,
    seminare,
    sitzung,
    statisch,
    stilbuch,
    verwaltung,
    zugaenge,
)
from lernplattform.web.sprachwahl import sprache_der_anfrage
from lernplattform.web.zugang import verlange_marken

__all__ = ["create_app", "models"]

BLUEPRINTS = (
    oeffentlich.bp,
    geraet.bp,
    pruefen.bp,
    zugaenge.bp,
    konto.bp,
    lernen.bp,
    seminare.bp,
    begleitung.bp,
    koordination.bp,
    verwaltung.bp,
)


# Functions after a request run in reverse: what comes first here is done last to a response.
EINRICHTUNGEN = (
    kompression,
    eingang,
    sitzung,
    katalog,
    kontext,
    deutsch,
    papier,
    filters,
    diagramm,
    listen,
    kopfzeilen,
    statisch,
    errors,
)


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The app. `config` overrides what the environment says; tests give all of it.

    Raises KonfigurationFehlt if it is about to serve without a good key.
    """
    app = Flask(__name__, instance_path=str(_instanz()))
    app.config.from_mapping(konfiguration.aus_umgebung(os.environ, Path(app.instance_path)))
    app.config.from_mapping(config or {})
    if _wird_bedient():
        konfiguration.pruefe_zum_bedienen(app.config)
    Path(app.instance_path).mkdir(parents=True, exist_ok=True)
    protokollierung.richte_ein(lesbar=app.config["DEMO"])
    _richte_erweiterungen_ein(app)
    _richte_web_ein(app)
    for gruppe in GRUPPEN:
        app.cli.add_command(gruppe)
    return app


def _instanz() -> Path:
    return Path(os.environ.get("LP_INSTANZ") or Path(__file__).resolve().parents[1] / "instance")


def _wird_bedient() -> bool:
    """A server is loading the app, not a command such as `flask kurse pruefen`."""
    kontext_ = click.get_current_context(silent=True)
    return kontext_ is None or kontext_.info_name == "run"


def _richte_erweiterungen_ein(app: Flask) -> None:
    db.init_app(app)
    migrate.init_app(app, db)
    csrf.init_app(app)
    babel.init_app(
        app,
        default_locale="de",
        default_timezone="Europe/Berlin",
        locale_selector=sprache_der_anfrage,
    )


def _richte_web_ein(app: Flask) -> None:
    if anzahl := app.config["PROXY_ANZAHL"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=anzahl, x_proto=anzahl, x_host=anzahl)  # type: ignore[method-assign]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for einrichtung in EINRICHTUNGEN:
        einrichtung.richte_ein(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if app.config["DEMO"]:
        app.register_blueprint(demo.bp)
    if app.config["STILBUCH"]:
        app.register_blueprint(stilbuch.bp)
    verlange_marken(app)
