"""The list of people as a table to take away: German, for whoever keeps the books."""

from collections.abc import Iterator
from datetime import datetime

from flask import Response, stream_with_context
from flask_babel import force_locale

from lernplattform.adapters.tabellen import csv_zeilen
from lernplattform.core import clock
from lernplattform.core.i18n import QUELLSPRACHE
from lernplattform.core.ortszeit import in_ortszeit
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Rolle
from lernplattform.queries.person import Filter, exportiere_lotsen
from lernplattform.services.protokoll import protokolliere
from lernplattform.web.filters import STAENDE
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.personen import lies_filter, pflichtmodule
from lernplattform.web.zugang import angemeldet, rolle

EXPORT_KOPF = (
    "Nachname",
    "Vorname",
    "E-Mail",
    "Standort",
    "Stand",
    "Module geschafft",
    "vollständig am",
    "bestätigt am",
)


@bp.get("/personen.csv")
@rolle(Rolle.KOORDINATION)
def export() -> Response:
    """All Lotsen of the filter. Taking the list away is an act, so it is in the audit trail."""
    filter_ = lies_filter()
    person = angemeldet()
    with transaktion():
        protokolliere("liste_exportiert", person.person_id, clock.jetzt())
    zeilen = stream_with_context(csv_zeilen(EXPORT_KOPF, _exportzeilen(filter_)))
    antwort = Response(zeilen, mimetype="text/csv")
    antwort.headers["Content-Disposition"] = "attachment; filename=lotsen.csv"
    return antwort


def _exportzeilen(filter_: Filter) -> Iterator[tuple[object, ...]]:
    with force_locale(QUELLSPRACHE):
        staende = {stand: str(wort) for stand, wort in STAENDE.items()}
    for lotse in exportiere_lotsen(angemeldet(), filter_, pflichtmodule()):
        yield (
            lotse.nachname,
            lotse.vorname,
            lotse.email,
            lotse.standort,
            staende[lotse.stand],
            lotse.module_fertig,
            _tag(lotse.vollstaendig_am),
            _tag(lotse.bestaetigt_am),
        )


def _tag(zeit: datetime | None) -> str:
    """The day on the local calendar, in a form that sorts."""
    return in_ortszeit(zeit).date().isoformat() if zeit else ""
