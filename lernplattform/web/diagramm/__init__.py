"""Charts drawn on the server: here is only where things stand, components/diagramm.html draws."""

from flask import Flask

from lernplattform.web.diagramm.balken import teile_balken
from lernplattform.web.diagramm.netz import lege_netz


def richte_ein(app: Flask) -> None:
    """Imported macros see no context, only globals."""
    app.jinja_env.globals["teile_balken"] = teile_balken
    app.jinja_env.globals["lege_netz"] = lege_netz
