"""What a page says about a Seminar to this person: where it stands, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from lernplattform.core import i18n
from lernplattform.models.seminar import AnmeldungStatus
from lernplattform.queries.anmeldung import Zugangsstand
from lernplattform.queries.seminar import Seminarzeile, Wechsel
from lernplattform.web.katalog import katalog
from lernplattform.web.meldungen.seminar import WECHSEL
from lernplattform.web.meldungen.voraussetzungen import satz_fuer
from lernplattform.web.seminare.blueprint import bp


class Lage(StrEnum):
    """What this Seminar is to this person, most important first."""

    TEILNAHME = "teilnahme"
    WARTET = "wartet"
    ABGESAGT = "abgesagt"
    GESCHLOSSEN = "geschlossen"
    GESPERRT = "gesperrt"
    VOLL = "voll"
    OFFEN = "offen"


@dataclass(frozen=True, slots=True)
class Ansicht:
    """`sperren`: the sentences that say what is missing before the sign-up."""

    seminar: Seminarzeile
    lage: Lage
    sperren: tuple[str, ...]
    abmeldbar: bool
    rueckt_nach: bool
    vorbei: bool

    @property
    def gebucht(self) -> bool:
        return self.lage in {Lage.TEILNAHME, Lage.WARTET} or self.seminar.eigene is not None

    @property
    def anmeldbar(self) -> bool:
        return self.lage in {Lage.OFFEN, Lage.VOLL}

    @property
    def jemand_rueckt_nach(self) -> bool:
        """Whether a place that is given back goes to somebody else at once."""
        return self.rueckt_nach and self.seminar.wartend > 0


def zeige_alle(
    zeilen: Iterable[Seminarzeile], stand: Zugangsstand, jetzt: datetime
) -> list[Ansicht]:
    """Own bookings first, otherwise by date."""
    ansichten = [zeige(zeile, stand, jetzt) for zeile in zeilen]
    return sorted(ansichten, key=lambda ansicht: not ansicht.gebucht)


def gemeinsame_sperren(ansichten: Iterable[Ansicht]) -> tuple[str, ...]:
    """What bars every locked Seminar alike, to be said once and not on each card."""
    sperren = [ansicht.sperren for ansicht in ansichten if ansicht.lage is Lage.GESPERRT]
    if len(sperren) < 2:
        return ()
    return tuple(satz for satz in sperren[0] if all(satz in andere for andere in sperren))


def zeige(zeile: Seminarzeile, stand: Zugangsstand, jetzt: datetime) -> Ansicht:
    huerden = stand.fehlt(zeile.bedingung, zeile.verlangte_module, katalog())
    return Ansicht(
        seminar=zeile,
        lage=_lage(zeile, jetzt, gesperrt=bool(huerden)),
        sperren=tuple(satz_fuer(huerde) for huerde in huerden),
        abmeldbar=jetzt < zeile.abmeldung_bis,
        rueckt_nach=jetzt < zeile.nachruecken_bis,
        vorbei=zeile.ende <= jetzt,
    )


def _lage(zeile: Seminarzeile, jetzt: datetime, *, gesperrt: bool) -> Lage:
    if zeile.abgesagt:
        return Lage.ABGESAGT
    if zeile.eigene is AnmeldungStatus.BESTAETIGT:
        return Lage.TEILNAHME
    if zeile.eigene is AnmeldungStatus.WARTELISTE:
        return Lage.WARTET
    if jetzt >= min(zeile.anmeldung_bis, zeile.beginn):
        return Lage.GESCHLOSSEN
    if gesperrt:
        return Lage.GESPERRT
    return Lage.OFFEN if zeile.frei else Lage.VOLL


@bp.app_template_filter()
def platzsatz(zeile: Seminarzeile) -> str:
    """How many places there are, and how many a newcomer could have."""
    if zeile.frei:
        return ngettext(
            "Noch %(num)s von %(alle)s Plätzen frei",
            "Noch %(num)s von %(alle)s Plätzen frei",
            zeile.frei,
            alle=zeile.plaetze,
        )
    if zeile.wartend:
        return ngettext(
            "Kein Platz frei, %(num)s Person wartet",
            "Kein Platz frei, %(num)s Personen warten",
            zeile.wartend,
        )
    return ngettext("Der Platz ist vergeben", "Alle %(num)s Plätze sind vergeben", zeile.plaetze)


@bp.app_template_filter()
def wartesatz(zeile: Seminarzeile) -> str:
    """The own place on the waiting list, with the reason."""
    gemeldet = i18n.tag(zeile.angemeldet_am, str(get_locale())) if zeile.angemeldet_am else ""
    felder = {"platz": zeile.position, "tag": gemeldet}
    if zeile.grund == "andere_warten":
        return _(
            "Sie stehen auf Platz %(platz)s der Warteliste, weil schon andere gewartet haben, "
            "als Sie sich am %(tag)s angemeldet haben.",
            **felder,
        )
    return _(
        "Sie stehen auf Platz %(platz)s der Warteliste, weil alle Plätze vergeben waren, "
        "als Sie sich am %(tag)s angemeldet haben.",
        **felder,
    )


@bp.app_template_filter()
def wechselsatz(wechsel: Wechsel) -> str:
    """Why the own Anmeldung moved."""
    return str(WECHSEL.get(wechsel.grund, ""))
