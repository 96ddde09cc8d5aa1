"""The one card with the one button: what comes next."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from kurse.kurs import Inhalt
from kurse.regeln.fortschritt import ModulStand, Vorschlag, VorschlagGrund
from kurse.regeln.lernstand import Lernstand
from lernplattform.web.lernen.orte import url_von
from lernplattform.web.lernen.texte import art, minuten


@dataclass(frozen=True, slots=True)
class Weiter:
    """`art`: Lektion or Szenario, empty where the story is gone; `klein`: where it stands.

    `freiwillig`: nothing is missing without it.
    """

    vorspann: str
    art: str
    titel: str
    klein: str
    knopf: str
    url: str
    freiwillig: bool = False


_VORSPANN = {
    VorschlagGrund.OFFENER_DURCHLAUF: _l("Hier haben Sie Pause gemacht"),
    VorschlagGrund.PFLICHT: _l("Hier geht es weiter"),
    VorschlagGrund.NEU_GEFASST: _l("Neu gefasst seit Ihrem letzten Mal"),
    VorschlagGrund.FREIWILLIG: _l("Wenn Sie noch mehr lernen möchten"),
}


def baue_weiter(vorschlag: Vorschlag | None, *, angefangen: bool) -> Weiter | None:
    """`angefangen`: something was done before, so that this is no beginning."""
    if vorschlag is None:
        return None
    inhalt = vorschlag.inhalt
    modul = vorschlag.modul.titel if vorschlag.modul else ""
    vorspann = str(_VORSPANN[vorschlag.grund])
    if vorschlag.durchlauf_id is not None:
        url = url_for("lernen.durchlauf", durchlauf_id=vorschlag.durchlauf_id)
        return _im_durchlauf(inhalt, vorspann, modul, url)
    if inhalt is None:
        return None
    knopf = _("Weiterlernen") if angefangen else _("Anfangen")
    mit_zeit = f"{knopf} · {minuten(inhalt.minuten)}"
    freiwillig = vorschlag.grund is VorschlagGrund.FREIWILLIG
    url = url_von(inhalt)
    return Weiter(vorspann, art(inhalt), inhalt.titel, modul, mit_zeit, url, freiwillig)


def vorschlag_im_modul(stand: ModulStand, lernstand: Lernstand) -> Vorschlag | None:
    """Within one Modul: what was left last, else what is mandatory, else anything not yet done."""
    offene = [(baustein, VorschlagGrund.FREIWILLIG) for baustein in stand.bausteine]
    noetige = [(baustein, VorschlagGrund.PFLICHT) for baustein in stand.offene_pflicht]
    begonnene = [
        (baustein, VorschlagGrund.OFFENER_DURCHLAUF)
        for offen in lernstand.offene_durchlaeufe
        for baustein in stand.bausteine
        if baustein.durchlauf_id == offen.durchlauf_id
    ]
    uebrige = [(b, grund) for b, grund in (*noetige, *offene) if not b.zaehlt]
    for baustein, grund in (*begonnene, *uebrige):
        return Vorschlag(grund, stand.modul, baustein.inhalt, baustein.durchlauf_id)
    return None


def _im_durchlauf(inhalt: Inhalt | None, vorspann: str, modul: str, url: str) -> Weiter:
    """Nobody knows how many minutes the rest of a story takes: at most all of them."""
    knopf = _("Weiterlernen")
    if inhalt is None:
        return Weiter(vorspann, "", _("Ihre angefangene Geschichte"), modul, knopf, url)
    rest = _("höchstens noch %(dauer)s", dauer=minuten(inhalt.minuten))
    return Weiter(vorspann, art(inhalt), inhalt.titel, f"{rest} · {modul}", knopf, url)
