"""Closing the first-visit hint of an area."""

from typing import Any

from flask import redirect, url_for

from lernplattform.services.hinweise import schliesse_hinweis
from lernplattform.web.konto.blueprint import bp
from lernplattform.web.navigation import BEREICHE
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle

ERSTE_SEITE = {bereich.kuerzel: bereich.erste_seite for bereich in BEREICHE}


@bp.post(f"/hinweise/<any({', '.join(ERSTE_SEITE)}):bereich>")
@rolle()
@schreibend
def hinweis_schliessen(bereich: str) -> Any:
    """Back to where it stood, with the focus on the page's title."""
    schliesse_hinweis(angemeldet(), bereich)
    return redirect(url_for(ERSTE_SEITE[bereich], _anchor="titel"), code=303)
