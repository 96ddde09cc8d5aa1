"""The own Kursgruppen, and the matrix of one."""

from typing import Any

from flask import render_template, request

from kurse.regeln.begleitung import DIESE_WOCHE_BIS, VIER_WOCHEN_BIS, Aktivitaet
from lernplattform.core import clock
from lernplattform.models.person import Rolle
from lernplattform.queries.begleitung import lies_eigene_gruppe, list_eigene_gruppen
from lernplattform.queries.feststecken import zaehle_feststeckende
from lernplattform.queries.matrix import Hinweis, Matrixfilter, lies_matrix
from lernplattform.web.begleitung.blueprint import bp
from lernplattform.web.begleitung.worte import AKTIVITAETEN, HINWEISE
from lernplattform.web.katalog import katalog
from lernplattform.web.listen import merke_liste
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/")
@rolle(Rolle.TRAINER)
def gruppen() -> Any:
    eigene = list_eigene_gruppen(angemeldet())
    feste = zaehle_feststeckende(angemeldet(), katalog()) if eigene else {}
    return render_template("begleitung/gruppen.html", gruppen=eigene, feste=feste)


@bp.get("/gruppen/<int:gruppe_id>/")
@rolle(Rolle.TRAINER)
def gruppe(gruppe_id: int) -> Any:
    merke_liste()
    heute, filter_, nach = clock.heute(), _filter(), request.args.get("nach")
    kopf = lies_eigene_gruppe(angemeldet(), gruppe_id, heute)
    return render_template(
        "begleitung/gruppe.html",
        gruppe=kopf,
        matrix=lies_matrix(kopf, katalog(), heute, filter_, nach),
        filter=filter_,
        blaettert=nach is not None,
        module=katalog().basis.module,
        worte=AKTIVITAETEN,
        hinweise=HINWEISE,
        grenzen={"woche": DIESE_WOCHE_BIS, "monat": VIER_WOCHEN_BIS},
    )


def _filter() -> Matrixfilter:
    """What the URL asks for; an unknown word shows all."""
    zuletzt, hinweis = request.args.get("zuletzt", ""), request.args.get("hinweis", "")
    return Matrixfilter(
        suche=request.args.get("suche", "")[:100],
        zuletzt=Aktivitaet(zuletzt) if zuletzt in set(Aktivitaet) else None,
        hinweis=Hinweis(hinweis) if hinweis in set(Hinweis) else None,
    )
