"""Sentences for conflict codes and missing conditions: services and rules know only codes."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from lernplattform.core.errors import Konflikt, VoraussetzungFehlt
from lernplattform.web.meldungen import begleitung, durchlauf, konto, qualifizierung, seminar
from lernplattform.web.meldungen.voraussetzungen import satz_fuer

SAETZE: dict[str, LazyString] = {
    **begleitung.SAETZE,
    **durchlauf.SAETZE,
    **konto.SAETZE,
    **qualifizierung.SAETZE,
    **seminar.SAETZE,
}
UNBEKANNT = _l("Das passt nicht zum jetzigen Stand. Bitte laden Sie die Seite neu.")


def konflikt_saetze(konflikt: Konflikt) -> list[str]:
    """What to tell the person, most important first; missing conditions one by one."""
    saetze = [str(SAETZE.get(konflikt.code, UNBEKANNT)) % konflikt.felder]
    if isinstance(konflikt, VoraussetzungFehlt):
        saetze += [satz_fuer(fehlt) for fehlt in konflikt.fehlend]
    return saetze
