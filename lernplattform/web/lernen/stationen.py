"""Module and their steps as stations of the way, with what is said under each."""

from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from kurse.kurs import ModulStatus
from kurse.regeln.fortschritt import BausteinStand, BausteinZustand, ModulStand, ModulZustand
from lernplattform.web.lernen.orte import url_von
from lernplattform.web.lernen.texte import an_tag, art, dauer, kurzer_tag, minuten


@dataclass(frozen=True, slots=True)
class Station:
    """As components/weg.html shows it.

    `schritte` and `mehr` are what it opens to; `offen`: opened from the start; `neu`: reached
    since the way was last seen.
    """

    zustand: str
    nummer: int | str
    titel: str
    klein: str = ""
    url: str | None = None
    ziel: bool = False
    schritte: tuple["Station", ...] = ()
    mehr: tuple[str, ...] = ()
    offen: bool = False
    neu: bool = False


def modulstation(stand: ModulStand, naechster: str | None, *, jetzt: bool, neu: bool) -> Station:
    """`naechster`: the id of the Baustein where "Weiterlernen" leads."""
    zustand = _zustand_im_weg(stand, jetzt=jetzt)
    return Station(
        zustand,
        stand.modul.nummer,
        stand.modul.titel,
        _unter_modul(stand),
        url_for("lernen.modul", modul_id=stand.modul.id),
        schritte=_schritte_im_weg(stand, naechster),
        offen=zustand == "jetzt",
        neu=neu,
    )


def schritt(stand: BausteinStand, nummer: int, *, jetzt: bool) -> Station:
    fertig = stand.zustand in {BausteinZustand.GESCHAFFT, BausteinZustand.DURCH_ALTERNATIVE}
    zustand = "fertig" if fertig else ("jetzt" if jetzt else "offen")
    return Station(
        zustand, nummer, stand.inhalt.titel, _unter_schritt(stand), url_von(stand.inhalt)
    )


def _zustand_im_weg(stand: ModulStand, *, jetzt: bool) -> str:
    if stand.zustand is ModulZustand.GESCHAFFT:
        return "fertig"
    if stand.modul.status is ModulStatus.IN_VORBEREITUNG:
        return "spaeter"
    return "jetzt" if jetzt else "offen"


def _schritte_im_weg(stand: ModulStand, naechster: str | None) -> tuple[Station, ...]:
    return tuple(
        replace(
            schritt(baustein, nr, jetzt=baustein.inhalt.id == naechster),
            klein=_knapp_unter_schritt(baustein),
        )
        for nr, baustein in enumerate(stand.bausteine, 1)
    )


def _unter_modul(stand: ModulStand) -> str:
    if stand.geschafft_am is not None:
        satz = _("anerkannt am %(tag)s") if stand.anerkannt else _("geschafft am %(tag)s")
        return satz % {"tag": an_tag(stand.geschafft_am)}
    if stand.zustand is ModulZustand.GESCHAFFT:
        return _("geschafft")
    if stand.modul.status is ModulStatus.IN_VORBEREITUNG:
        return _("Wir schreiben noch an diesem Modul. Sie müssen hier nichts tun.")
    teile = [_schritte(stand), "" if stand.modul.pflicht else _("freiwillig")]
    return " · ".join(teil for teil in teile if teil)


def _schritte(stand: ModulStand) -> str:
    gesamt = sum(baustein.pflicht for baustein in stand.bausteine)
    zeit = dauer(stand.minuten_uebrig)
    if stand.zustand is ModulZustand.BEGONNEN:
        return _(
            "%(n)s von %(gesamt)s Schritten · noch etwa %(dauer)s",
            n=stand.geschaffte_pflicht,
            gesamt=gesamt,
            dauer=zeit,
        )
    schritte = ngettext("%(num)s Schritt", "%(num)s Schritte", gesamt)
    return _("%(schritte)s · etwa %(dauer)s", schritte=schritte, dauer=zeit)


def _unter_schritt(stand: BausteinStand) -> str:
    teile = [art(stand.inhalt), minuten(stand.inhalt.minuten), _zustand(stand)]
    if not stand.pflicht:
        teile.append(_("freiwillig"))
    return " · ".join(teil for teil in teile if teil)


def _knapp_unter_schritt(stand: BausteinStand) -> str:
    """On the way itself a step that is done says its day alone; its mark says the rest."""
    if stand.zustand is not BausteinZustand.GESCHAFFT:
        return _unter_schritt(stand)
    tag = kurzer_tag(stand.erledigt_am) if stand.erledigt_am else ""
    return " · ".join(teil for teil in (art(stand.inhalt), tag) if teil)


def _zustand(stand: BausteinStand) -> str:
    """What was earned comes before what was begun: playing again takes nothing away."""
    if stand.erledigt_am is None:
        return _("angefangen") if stand.durchlauf_id is not None else ""
    tag = an_tag(stand.erledigt_am)
    if stand.zustand is BausteinZustand.NEU_GEFASST:
        return _("geschafft am %(tag)s, seitdem neu gefasst", tag=tag)
    if stand.zustand is BausteinZustand.DURCH_ALTERNATIVE:
        return _("durch die Alternative geschafft am %(tag)s", tag=tag)
    return _("geschafft am %(tag)s", tag=tag)
