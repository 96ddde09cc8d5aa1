"""What Mein Lernweg says: where I am, what comes next, what is still missing."""

from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from kurse.katalog import Katalog
from kurse.regeln.fortschritt import (
    ModulStand,
    ModulZustand,
    Vorschlag,
    VorschlagGrund,
    kurs_stand,
    naechster_schritt,
)
from kurse.regeln.lernstand import Lernstand
from kurse.regeln.qualifizierung import (
    Fehlendes,
    ModulInVorbereitung,
    UeFehlen,
    fehlt_zur_vollstaendigkeit,
)
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.queries.fortschritt import Nachlese, Qualifizierungslage
from lernplattform.web.lernen.orte import url_von
from lernplattform.web.lernen.stationen import Station, modulstation
from lernplattform.web.lernen.texte import art, minuten
from lernplattform.web.meldungen.voraussetzungen import satz_fuer


@dataclass(frozen=True, slots=True)
class Weiter:
    """The one card with the one button."""

    vorspann: str
    titel: str
    knopf: str
    url: str


@dataclass(frozen=True, slots=True)
class Lernweg:
    satz: str
    weiter: Weiter | None
    stationen: list[Station]
    regel: str
    fehlt_kurz: str
    fehlt: list[str]
    online_minuten: str
    ue: int
    mindest_ue: int
    rueckgabe: Qualifizierungslage | None
    widerruf: Qualifizierungslage | None
    bescheinigung_url: str | None
    nachlese: Nachlese


def baue_lernweg(
    katalog: Katalog,
    lernstand: Lernstand,
    ue: int,
    lagen: tuple[Qualifizierungslage, ...],
    nachlese: Nachlese,
) -> Lernweg:
    staende = kurs_stand(katalog.basis, lernstand)
    vorschlag = naechster_schritt(katalog.basis, lernstand)
    mindest_ue = max((lage.mindest_ue for lage in lagen), default=0)
    mit_ue = replace(lernstand, besuchte_ue=ue)
    fehlt = fehlt_zur_vollstaendigkeit(katalog.basis, mit_ue, mindest_ue)
    stand = max((lage.stand for lage in lagen), key=_RANG.index, default=_RANG[0])
    rueckgabe = next((lage for lage in lagen if _zurueckgegeben(lage)), None)
    bescheinigung_url = _bescheinigung_url(lagen)
    return Lernweg(
        satz=_satz(staende, stand, gefragt=rueckgabe is not None),
        weiter=_weiter(vorschlag, lernstand),
        stationen=[*_stationen(staende, vorschlag), _ziel(fehlt, stand, bescheinigung_url)],
        regel=_regel(mindest_ue),
        fehlt_kurz=_kurz(fehlt),
        fehlt=_saetze(fehlt),
        online_minuten=minuten(_online(staende)),
        ue=ue,
        mindest_ue=mindest_ue,
        rueckgabe=rueckgabe,
        widerruf=_widerruf(lagen, stand),
        bescheinigung_url=bescheinigung_url,
        nachlese=nachlese,
    )


_RANG = (
    QualifizierungStand.LAEUFT,
    QualifizierungStand.WIDERRUFEN,
    QualifizierungStand.VOLLSTAENDIG,
    QualifizierungStand.BESTAETIGT,
)


def _zurueckgegeben(lage: Qualifizierungslage) -> bool:
    return lage.zurueckgegeben_am is not None and lage.stand is QualifizierungStand.VOLLSTAENDIG


def _widerruf(
    lagen: tuple[Qualifizierungslage, ...], stand: QualifizierungStand
) -> Qualifizierungslage | None:
    """Said as long as nothing better is true, at this Standort or at another."""
    if stand is not QualifizierungStand.WIDERRUFEN:
        return None
    return next(lage for lage in lagen if lage.stand is stand)


def _bescheinigung_url(lagen: tuple[Qualifizierungslage, ...]) -> str | None:
    nummern = [lage.bescheinigung_id for lage in lagen if lage.bescheinigung_id is not None]
    if not nummern:
        return None
    return url_for("konto.bescheinigung", bescheinigung_id=max(nummern))


def _satz(staende: tuple[ModulStand, ...], stand: QualifizierungStand, *, gefragt: bool) -> str:
    if stand is QualifizierungStand.BESTAETIGT:
        return _("Ihre Basisqualifizierung ist bestätigt.")
    if stand is QualifizierungStand.WIDERRUFEN:
        return _("Die Bestätigung Ihrer Basisqualifizierung wurde zurückgenommen.")
    if stand is QualifizierungStand.VOLLSTAENDIG and gefragt:
        return _(
            "Ihre Basisqualifizierung ist vollständig. Vor der Bestätigung gibt es noch eine Frage."
        )
    if stand is QualifizierungStand.VOLLSTAENDIG:
        return _("Ihre Basisqualifizierung ist vollständig. Ihre Koordination bestätigt sie bald.")
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


def _weiter(vorschlag: Vorschlag | None, lernstand: Lernstand) -> Weiter | None:
    if vorschlag is None:
        return None
    inhalt = vorschlag.inhalt
    if vorschlag.durchlauf_id is not None:
        titel = inhalt.titel if inhalt else _("Ihre angefangene Geschichte")
        url = url_for("lernen.durchlauf", durchlauf_id=vorschlag.durchlauf_id)
        return Weiter(_("Hier haben Sie Pause gemacht"), titel, _("Weiterlernen"), url)
    if inhalt is None:
        return None
    knopf = _("Weiterlernen") if lernstand.erledigt else _("Anfangen")
    return Weiter(
        str(_VORSPANN[vorschlag.grund]),
        f"{art(inhalt)}: {inhalt.titel}",
        f"{knopf} · {minuten(inhalt.minuten)}",
        url_von(inhalt),
    )


_VORSPANN = {
    VorschlagGrund.PFLICHT: _l("Hier geht es weiter"),
    VorschlagGrund.NEU_GEFASST: _l("Neu gefasst seit Ihrem letzten Mal"),
    VorschlagGrund.FREIWILLIG: _l("Wenn Sie noch mehr lernen möchten"),
}


def _stationen(staende: tuple[ModulStand, ...], vorschlag: Vorschlag | None) -> list[Station]:
    jetzt = vorschlag.modul.id if vorschlag and vorschlag.modul else None
    return [modulstation(stand, jetzt=stand.modul.id == jetzt) for stand in staende]


def _ziel(
    fehlt: tuple[Fehlendes, ...], stand: QualifizierungStand, bescheinigung_url: str | None
) -> Station:
    if stand is QualifizierungStand.BESTAETIGT:
        klein, zustand = _("Ihre Bescheinigung ist da. Die Seminare sind offen."), "fertig"
    elif stand is QualifizierungStand.VOLLSTAENDIG:
        klein, zustand = _("Die Vertiefungsseminare sind für Sie offen."), "jetzt"
    elif stand is QualifizierungStand.WIDERRUFEN:
        klein, zustand = _("Ihre Bescheinigung gilt nicht mehr."), "spaeter"
    else:
        klein, zustand = _kurz(fehlt), "spaeter"
    url = bescheinigung_url or url_for("seminare.liste")
    titel = _("Bescheinigung und Vertiefungsseminare")
    return Station(zustand, "★", titel, klein, url, ziel=True)


def _kurz(fehlt: tuple[Fehlendes, ...]) -> str:
    """`Es fehlen noch 6 Module und 8 UE in Präsenz.`"""
    module = sum(not isinstance(f, UeFehlen) for f in fehlt)
    teile = [ngettext("%(num)s Modul", "%(num)s Module", module)] if module else []
    teile += [
        _("%(n)s UE in Präsenz", n=f.brauchen - f.haben) for f in fehlt if isinstance(f, UeFehlen)
    ]
    was = _(" und ").join(teile)
    if module == 1:
        return _("Es fehlt noch %(was)s.", was=was)
    return _("Es fehlen noch %(was)s.", was=was)


def _saetze(fehlt: tuple[Fehlendes, ...]) -> list[str]:
    """One by one; but what the platform itself still owes is said in one sentence."""
    wartende = sum(isinstance(f, ModulInVorbereitung) for f in fehlt)
    saetze = [satz_fuer(f) for f in fehlt if not isinstance(f, ModulInVorbereitung)]
    if wartende:
        saetze.append(
            ngettext(
                "%(num)s Modul schreiben wir noch. Sie müssen dafür nichts tun.",
                "%(num)s Module schreiben wir noch. Sie müssen dafür nichts tun.",
                wartende,
            )
        )
    return saetze


def _regel(mindest_ue: int) -> str:
    if mindest_ue == 0:
        return _("Vollständig ist die Basisqualifizierung, wenn alle Pflichtmodule geschafft sind.")
    return _(
        "Vollständig ist die Basisqualifizierung, wenn alle Pflichtmodule geschafft sind "
        "und Sie mindestens %(n)s UE in Präsenz dabei waren.",
        n=mindest_ue,
    )


def _online(staende: tuple[ModulStand, ...]) -> int:
    """Minutes of what was done online; never added to the UE in presence."""
    return sum(
        baustein.inhalt.minuten
        for stand in staende
        for baustein in stand.bausteine
        if baustein.erledigt_am is not None
    )
