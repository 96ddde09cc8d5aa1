"""The one card with the one button: what comes next."""

from dataclasses import dataclass, replace
from math import ceil

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from kurse.kurs import Inhalt, SzenarioInhalt
from kurse.regeln.fortschritt import ModulStand, Vorschlag, VorschlagGrund
from kurse.regeln.lernstand import Lernstand
from lernplattform.web.deutsch import deutsch
from lernplattform.web.lernen.orte import url_von
from lernplattform.web.lernen.texte import art, minuten
from quiz.durchlauf import anteil_uebrig


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


_PAUSE = _l("Hier haben Sie Pause gemacht")
_VORSPANN = {
    VorschlagGrund.OFFENER_DURCHLAUF: _PAUSE,
    VorschlagGrund.NOCH_EINMAL: _PAUSE,
    VorschlagGrund.PFLICHT: _l("Hier geht es weiter"),
    VorschlagGrund.NEU_GEFASST: _l("Neu gefasst seit Ihrem letzten Mal"),
    VorschlagGrund.FREIWILLIG: _l("Wenn Sie noch mehr lernen möchten"),
}


def baue_weiter(vorschlag: Vorschlag | None, lernstand: Lernstand) -> Weiter | None:
    if vorschlag is None:
        return None
    inhalt = vorschlag.inhalt
    modul = deutsch(vorschlag.modul.titel) if vorschlag.modul else Markup("")
    vorspann = str(_VORSPANN[vorschlag.grund])
    if vorschlag.durchlauf_id is not None:
        url = url_for("lernen.durchlauf", durchlauf_id=vorschlag.durchlauf_id)
        karte = _im_durchlauf(inhalt, lernstand, vorspann, modul, url)
        return replace(karte, freiwillig=vorschlag.grund is VorschlagGrund.NOCH_EINMAL)
    if inhalt is None:
        return None
    knopf = _("Weiterlernen") if lernstand.erledigt else _("Anfangen")
    mit_zeit = f"{knopf} · {minuten(inhalt.minuten)}"
    freiwillig = vorschlag.grund is VorschlagGrund.FREIWILLIG
    url = url_von(inhalt)
    return Weiter(vorspann, art(inhalt), inhalt.titel, modul, mit_zeit, url, freiwillig)


def vorschlag_im_modul(stand: ModulStand, lernstand: Lernstand) -> Vorschlag | None:
    """Within one Modul: what was left last, else what is mandatory, else anything not yet done.

    A passed story that is being played again waits for what is mandatory, as on the whole way.
    """
    begonnene = [
        baustein
        for offen in lernstand.offene_durchlaeufe
        for baustein in stand.bausteine
        if baustein.durchlauf_id == offen.durchlauf_id
    ]
    reihe = (
        *((b, VorschlagGrund.OFFENER_DURCHLAUF) for b in begonnene if not b.zaehlt),
        *((b, VorschlagGrund.PFLICHT) for b in stand.offene_pflicht),
        *((b, VorschlagGrund.NOCH_EINMAL) for b in begonnene),
        *((b, VorschlagGrund.FREIWILLIG) for b in stand.bausteine if not b.zaehlt),
    )
    for baustein, grund in reihe:
        return Vorschlag(grund, stand.modul, baustein.inhalt, baustein.durchlauf_id)
    return None


def _im_durchlauf(
    inhalt: Inhalt | None, lernstand: Lernstand, vorspann: str, modul: Markup, url: str
) -> Weiter:
    """Nobody knows how many minutes the rest of a story takes: at most its share of all."""
    knopf = _("Weiterlernen")
    if inhalt is None:
        return Weiter(vorspann, "", _("Ihre angefangene Geschichte"), modul, knopf, url)
    rest = _("höchstens noch %(dauer)s", dauer=minuten(_minuten_uebrig(inhalt, lernstand)))
    klein = Markup("{} · {}").format(rest, modul)
    return Weiter(vorspann, art(inhalt), inhalt.titel, klein, knopf, url)


def _minuten_uebrig(inhalt: Inhalt, lernstand: Lernstand) -> int:
    """Rounded up. A run on an older version may stand where the present one has no such place."""
    lauf = lernstand.offener_durchlauf(inhalt.id)
    if not isinstance(inhalt, SzenarioInhalt) or lauf is None or lauf.stand is None:
        return inhalt.minuten
    if lauf.inhalt_hash != inhalt.hash:
        return inhalt.minuten
    return max(1, ceil(inhalt.minuten * anteil_uebrig(inhalt.szenario, lauf.stand)))
