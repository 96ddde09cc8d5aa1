"""One person on one page: what was learned, who reviewed, and what can be decided now."""

from typing import Any

from flask import Response, render_template

from kurse.regeln.qualifizierung import Antrag, NichtVollstaendig, fehlende_voraussetzungen
from lernplattform.core.errors import NichtGefunden
from lernplattform.models.person import Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.queries.dossier import Dossier, Fall, lies_dossier
from lernplattform.web.einsicht import einsicht
from lernplattform.web.katalog import katalog
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.forms import GrundForm
from lernplattform.web.meldungen.voraussetzungen import satz_fuer
from lernplattform.web.pdf import pdf_antwort
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/personen/<int:person_id>/")
@rolle(Rolle.KOORDINATION)
@einsicht("dossier")
def person(person_id: int) -> Any:
    return dossierseite(person_id)


@bp.get("/personen/<int:person_id>/bescheinigung/<int:bescheinigung_id>.pdf")
@rolle(Rolle.KOORDINATION)
@einsicht("bescheinigung")
def bescheinigung(person_id: int, bescheinigung_id: int) -> Response:
    dossier = lies_dossier(angemeldet(), person_id)
    alle = [b for fall in dossier.faelle for b in fall.bescheinigungen]
    gesucht = next((b for b in alle if b.id == bescheinigung_id), None)
    if gesucht is None or gesucht.schnappschuss is None:
        raise NichtGefunden
    return pdf_antwort(gesucht.nummer, gesucht.schnappschuss)


def dossierseite(person_id: int, form: GrundForm | None = None, offen: str = "") -> str:
    """`offen` names the decision whose form came back with an error."""
    dossier = lies_dossier(angemeldet(), person_id)
    return render_template(
        "koordination/person.html",
        dossier=dossier,
        module=katalog().basis.module,
        hindernisse={f.qualifizierung.id: hindernisse(dossier, f) for f in dossier.faelle},
        form=form or GrundForm(formdata=None),
        offen=offen,
    )


def hindernisse(dossier: Dossier, fall: Fall) -> list[str]:
    """Sentences: what still hinders me from confirming this now."""
    antrag = Antrag(
        person=dossier.person.id,
        bestaetigt_von=angemeldet().person_id,
        durchgesehen_von={d.trainer_id for d in dossier.durchsichten},
        durchsicht_noetig=fall.standort.durchsicht_noetig,
        vier_augen=fall.standort.vier_augen,
    )
    fehlt = list(fehlende_voraussetzungen((), antrag))
    if fall.qualifizierung.stand is QualifizierungStand.LAEUFT:
        fehlt.insert(0, NichtVollstaendig(()))
    return [satz_fuer(eines) for eines in fehlt]
