"""Help: a short page per Rolle and two for everybody, the own ones first."""

from typing import Any

from flask import render_template
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from flask_login import current_user

from lernplattform.models.person import Rolle
from lernplattform.web.oeffentlich.blueprint import bp
from lernplattform.web.zugang import oeffentlich

FUER_ALLE: dict[str, LazyString] = {
    "zugang": _l("Zugang und Passwort"),
    "bedienung": _l("Lesen und Bedienen"),
}
FUER_ROLLEN: dict[str, LazyString] = {
    Rolle.LOTSE.value: _l("Lernen als Lotsin oder Lotse"),
    Rolle.TRAINER.value: _l("Gruppen begleiten"),
    Rolle.KOORDINATION.value: _l("Einen Standort koordinieren"),
    Rolle.VERWALTUNG.value: _l("Die Plattform verwalten"),
}
TITEL = {**FUER_ALLE, **FUER_ROLLEN}


@bp.get("/hilfe/")
@oeffentlich
def hilfe() -> Any:
    return _seite(_reihenfolge()[0])


@bp.get(
    "/hilfe/<any(zugang, bedienung, lotse, trainer, koordination, verwaltung):thema>",
    endpoint="hilfe_zu",
)
@oeffentlich
def hilfe_zu(thema: str) -> Any:
    return _seite(thema)


def _seite(thema: str) -> str:
    themen = [(name, TITEL[name]) for name in _reihenfolge()]
    return render_template(
        "hilfe/hilfe.html", thema=thema, titel=TITEL[thema], themen=themen, offen=_ist_offen(thema)
    )


def _ist_offen(thema: str) -> bool:
    """May this person go where the page's links lead? A guest may be anybody."""
    return thema in FUER_ALLE or not current_user.is_authenticated or thema in current_user.rollen


def _reihenfolge() -> list[str]:
    """Whoever is signed in begins with what they do here, a guest with how to get in."""
    rollen = current_user.rollen if current_user.is_authenticated else frozenset()
    eigene = [name for name in FUER_ROLLEN if Rolle(name) in rollen]
    return [*eigene, *FUER_ALLE, *(name for name in FUER_ROLLEN if name not in eigene)]
