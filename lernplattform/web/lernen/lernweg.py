"""What Mein Lernweg says: where I am, what comes next, what is still missing."""

from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from kurse.katalog import Katalog
from kurse.regeln.fortschritt import (
    ModulStand,
    ModulZustand,
    Vorschlag,
    kurs_stand,
    naechster_schritt,
)
from kurse.regeln.lernstand import Lernstand
from kurse.regeln.qualifizierung import (
    Fehlendes,
    fehlt_zur_vollstaendigkeit,
)
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.queries.fortschritt import Nachlese
from lernplattform.web.lernen.erreicht import erreicht, geschaffte_module, online_minuten
from lernplattform.web.lernen.fehlendes import kurz, regel, saetze
from lernplattform.web.lernen.lage import Gesamtlage
from lernplattform.web.lernen.stationen import Station, modulstation
from lernplattform.web.lernen.texte import dauer
from lernplattform.web.lernen.weiter import Weiter, baue_weiter


@dataclass(frozen=True, slots=True)
class Lernweg:
    """`noch`: how long the rest takes, empty at the end; `geschafft`: ids of the Module done."""

    satz: str
    neu: bool
    weiter: Weiter | None
    stationen: list[Station]
    noch: str
    geschafft: list[str]
    erreicht: str
    online: str
    lage: Gesamtlage
    nachlese: Nachlese


def baue_lernweg(
    katalog: Katalog,
    lernstand: Lernstand,
    lage: Gesamtlage,
    nachlese: Nachlese,
    *,
    gesehen: list[str] | None = None,
) -> Lernweg:
    """`gesehen`: the Module that were done when the way was last seen, None if it never was."""
    staende = kurs_stand(katalog.basis, lernstand)
    vorschlag = naechster_schritt(katalog.basis, lernstand)
    mit_ue = replace(lernstand, besuchte_ue=nachlese.besuchte_ue)
    fehlt = fehlt_zur_vollstaendigkeit(katalog.basis, mit_ue, lage.mindest_ue)
    geschafft = geschaffte_module(staende)
    stationen = _stationen(staende, vorschlag, geschafft if gesehen is None else gesehen)
    return Lernweg(
        satz=_satz(staende, lage),
        neu=not lernstand.erledigt,
        weiter=baue_weiter(vorschlag, lernstand),
        stationen=[*stationen, _ziel(fehlt, lage)],
        noch=_noch(staende),
        geschafft=geschafft,
        erreicht=erreicht(staende),
        online=dauer(online_minuten(staende)),
        lage=lage,
        nachlese=nachlese,
    )


def _satz(staende: tuple[ModulStand, ...], lage: Gesamtlage) -> str:
    if lage.stand is QualifizierungStand.BESTAETIGT:
        return _("Ihre Basisqualifizierung ist bestätigt.")
    if lage.stand is QualifizierungStand.WIDERRUFEN:
        return _("Die Bestätigung Ihrer Basisqualifizierung wurde zurückgenommen.")
    if lage.stand is not QualifizierungStand.VOLLSTAENDIG:
        return _satz_unterwegs(staende)
    if lage.rueckgabe is not None:
        return _(
            "Ihre Basisqualifizierung ist vollständig. Vor der Bestätigung gibt es noch eine Frage."
        )
    return _("Ihre Basisqualifizierung ist vollständig. Ihre Koordination bestätigt sie bald.")


def _satz_unterwegs(staende: tuple[ModulStand, ...]) -> str:
    pflicht = [s for s in staende if s.modul.pflicht]
    geschafft = sum(s.zustand is ModulZustand.GESCHAFFT for s in pflicht)
    schritte = sum(baustein.zaehlt for s in staende for baustein in s.bausteine)
    if geschafft == 0 and schritte:
        return ngettext(
            "Der Anfang ist gemacht: %(num)s Schritt ist geschafft.",
            "Der Anfang ist gemacht: %(num)s Schritte sind geschafft.",
            schritte,
        )
    if geschafft == 0:
        return ngettext(
            "Schön, dass Sie da sind. Vor Ihnen liegt %(num)s Modul.",
            "Schön, dass Sie da sind. Vor Ihnen liegen %(num)s Module.",
            len(pflicht),
        )
    return ngettext(
        "Sie haben %(n)s von %(num)s Modul geschafft.",
        "Sie haben %(n)s von %(num)s Modulen geschafft.",
        len(pflicht),
        n=geschafft,
    )


def _noch(staende: tuple[ModulStand, ...]) -> str:
    rest = sum(stand.minuten_uebrig for stand in staende if stand.modul.pflicht)
    return _("noch etwa %(dauer)s", dauer=dauer(rest)) if rest else ""


def _stationen(
    staende: tuple[ModulStand, ...], vorschlag: Vorschlag | None, gesehen: list[str]
) -> list[Station]:
    modul = vorschlag.modul.id if vorschlag and vorschlag.modul else None
    naechster = vorschlag.inhalt.id if vorschlag and vorschlag.inhalt else None
    return [
        modulstation(
            stand,
            naechster,
            jetzt=stand.modul.id == modul,
            neu=stand.zustand is ModulZustand.GESCHAFFT and stand.modul.id not in gesehen,
        )
        for stand in staende
    ]


def _ziel(fehlt: tuple[Fehlendes, ...], lage: Gesamtlage) -> Station:
    """The goal at the end; before it is reached it opens to the rule and what is missing."""
    mehr = (regel(lage.mindest_ue), *saetze(fehlt)) if fehlt else ()
    if lage.stand is QualifizierungStand.BESTAETIGT:
        klein, zustand = _("Ihre Bescheinigung ist da. Die Seminare sind offen."), "fertig"
    elif lage.stand is QualifizierungStand.VOLLSTAENDIG:
        klein, zustand = _("Die Vertiefungsseminare sind für Sie offen."), "jetzt"
    elif lage.stand is QualifizierungStand.WIDERRUFEN:
        klein, zustand = _("Ihre Bescheinigung gilt nicht mehr."), "spaeter"
    else:
        klein, zustand = kurz(fehlt) if fehlt else "", "spaeter"
    url = lage.bescheinigung_url or url_for("seminare.liste")
    titel = _("Bescheinigung und Vertiefungsseminare")
    return Station(zustand, "★", titel, klein, url, ziel=True, mehr=mehr)
