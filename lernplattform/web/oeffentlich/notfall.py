"""The Notfallkarte: for anybody, at any time, also before there is any content."""

from dataclasses import dataclass
from typing import Any

import structlog
from flask import render_template
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.exc import DBAPIError

from kurse.katalog import Katalog
from kurse.rahmen import Notrufnummer
from lernplattform.core.errors import NichtBereit
from lernplattform.models.person import Rolle
from lernplattform.queries.oertliches import VorOrt, lies_vor_ort
from lernplattform.web.katalog import katalog, oeffentlicher_katalog
from lernplattform.web.kopie import als_kopie
from lernplattform.web.oeffentlich.blueprint import bp
from lernplattform.web.oeffentlich.notruftexte import in_der_sprache
from lernplattform.web.sitzung import verzichte_auf_person
from lernplattform.web.zugang import angemeldet, oeffentlich

log = structlog.get_logger()
ZUERST = ("110", "112")


@dataclass(frozen=True, slots=True)
class Rufnummer:
    """`deutsch`: the sentence stands in German, whatever the page's language."""

    nummer: str
    wofuer: str
    wann: str
    deutsch: bool = False

    @property
    def dringend(self) -> bool:
        return self.nummer in ZUERST


@bp.get("/notfall/")
@oeffentlich
@als_kopie()
def notfall() -> Any:
    kurs = _kurs()
    orte = _orte(kurs) if kurs else ()
    return render_template(
        "notfall/karte.html",
        nummern=_nummern(kurs.notfallkarte) if kurs else _ohne_kurs(),
        orte=orte,
        alles_vor_ort=bool(orte) and angemeldet().hat(Rolle.LOTSE),
    )


def _kurs() -> Katalog | None:
    """None before any content is stored, and while the database does not answer."""
    try:
        return katalog() if current_user.is_authenticated else oeffentlicher_katalog()
    except NichtBereit:
        return None
    except DBAPIError as fehler:
        log.error("datenbank", exc_info=fehler)
        verzichte_auf_person()
        return None


def _orte(kurs: Katalog) -> tuple[VorOrt, ...]:
    if not current_user.is_authenticated:
        return ()
    return lies_vor_ort(angemeldet().standorte(*Rolle), kurs.oertlich)


def _nummern(notfallkarte: tuple[Notrufnummer, ...]) -> list[Rufnummer]:
    """110 and 112 first, the others as the content has them."""
    nummern = [_nummer(eine) for eine in notfallkarte]
    return sorted(nummern, key=lambda n: ZUERST.index(n.nummer) if n.dringend else len(ZUERST))


def _nummer(eine: Notrufnummer) -> Rufnummer:
    wofuer, wann = in_der_sprache(eine.wofuer), in_der_sprache(eine.wann)
    return Rufnummer(eine.nummer, wofuer, wann, deutsch=wann == eine.wann)


def _ohne_kurs() -> list[Rufnummer]:
    """What holds everywhere in Germany; nobody in need waits for content."""
    return [
        Rufnummer("110", _("Polizei"), _("Jemand ist in Gefahr.")),
        Rufnummer("112", _("Feuerwehr und Rettungsdienst"), _("Es geht um Leben und Tod.")),
        Rufnummer(
            "116 117", _("Ärztlicher Bereitschaftsdienst"), _("Die Arztpraxis ist geschlossen.")
        ),
    ]
