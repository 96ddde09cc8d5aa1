"""The two ways to read a Lektion: the whole text, or its twin in plain language."""

from dataclasses import dataclass
from typing import Any

from flask import redirect, request
from flask_babel import gettext as _

from kurse.kurs import Lektion
from lernplattform.models.person import Rolle
from lernplattform.services.lesen import setze_einfach_lesen
from lernplattform.web.lernen.blueprint import bp
from lernplattform.web.lernen.lesetext import anzahl_abschnitte, lesetext, stelle_im_zwilling
from lernplattform.web.lernen.orte import finde_lektion, url_von
from lernplattform.web.schreibend import schreibend
from lernplattform.web.zugang import angemeldet, rolle


@dataclass(frozen=True, slots=True)
class Lesart:
    """`wahl`: there is a twin to choose; `vermisst`: it is wished for, and there is none."""

    html: str
    einfach: bool
    wahl: bool
    vermisst: bool


def lesart_von(inhalt: Lektion) -> Lesart:
    """As the person likes it; `?einfach=1` and `?einfach=0` in a link decide for one time."""
    gewuenscht = angemeldet().einfach_lesen
    if stellung := request.args.get("einfach"):
        gewuenscht = stellung != "0"
    zwilling = inhalt.einfach_html if gewuenscht else None
    hier = _("Ab hier im ganzen Text") if zwilling else _("Ab hier in einfacher Sprache")
    andere = inhalt.html if zwilling else inhalt.einfach_html or ""
    umschalter = hier if anzahl_abschnitte(andere) else ""
    return Lesart(
        html=lesetext(zwilling or inhalt.html, umschalter),
        einfach=zwilling is not None,
        wahl=inhalt.einfach_html is not None,
        vermisst=gewuenscht and inhalt.einfach_html is None,
    )


@bp.post("/modul/<string:modul_id>/lektion/<string:lektion_id>/lesart")
@rolle(Rolle.LOTSE)
@schreibend
def lesart(modul_id: str, lektion_id: str) -> Any:
    """Switch and stay at the same section; from now on it is like that everywhere."""
    _modul, inhalt = finde_lektion(modul_id, lektion_id)
    einfach = request.form.get("einfach") == "1"
    setze_einfach_lesen(angemeldet().person_id, einfach=einfach)
    return redirect(f"{offen(inhalt)}{_anker(inhalt, einfach=einfach)}", code=303)


def offen(inhalt: Lektion, **stellung: int) -> str:
    """Its address past the notice of a hard topic."""
    if inhalt.inhaltshinweis:
        stellung = {"ansehen": 1, **stellung}
    return url_von(inhalt, **stellung)


def _anker(inhalt: Lektion, *, einfach: bool) -> str:
    """Where the section that was read stands in the other text."""
    nummer = request.form.get("stelle", "")
    if not (nummer.isascii() and nummer.isdigit() and len(nummer) < 4):
        return ""
    ganz = anzahl_abschnitte(inhalt.html)
    kurz = anzahl_abschnitte(inhalt.einfach_html or "")
    von, nach = (ganz, kurz) if einfach else (kurz, ganz)
    return f"#abschnitt-{stelle_im_zwilling(int(nummer), von, nach)}" if nach else ""
