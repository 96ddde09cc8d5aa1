"""Short words to build courses and facts in tests."""

from datetime import date
from fractions import Fraction

from kurse.kurs import Baustein, Inhalt, Kurs, Lektion, Modul, ModulStatus, SzenarioInhalt
from kurse.regeln.lernstand import Abschlussart, Erledigt
from quiz.szenario import Szenario

TAG = date(2026, 11, 23)


def lektion(kennung: str, fassung: int = 1, alternative: str | None = None) -> Lektion:
    hinweis = "gewalt" if alternative else None
    return Lektion(
        kennung, kennung, fassung, "", "", 5, inhaltshinweis=hinweis, alternative=alternative
    )


def geschichte(kennung: str, fassung: int = 1) -> SzenarioInhalt:
    graph = Szenario(kennung, "start", {})
    return SzenarioInhalt(kennung, kennung, fassung, "", "rolle", graph, {}, 7)


def modul(
    kennung: str, *inhalte: Inhalt, wahl: tuple[Inhalt, ...] = (), pflicht: bool = True
) -> Modul:
    """`inhalte` are mandatory, `wahl` voluntary; without either it is in preparation."""
    bausteine = (*(Baustein(i) for i in inhalte), *(Baustein(i, False) for i in wahl))
    status = ModulStatus.FERTIG if bausteine else ModulStatus.IN_VORBEREITUNG
    return Modul(kennung, kennung, 1, (), pflicht, status, bausteine)


def kurs(*module: Modul) -> Kurs:
    return Kurs("kurs", "Kurs", "", Fraction(7, 10), module, {})


def erledigt(*kennungen: str, fassung: int = 1, am: date = TAG) -> frozenset[Erledigt]:
    """Facts: `l1` a Lektion, `s1` a Szenario, `m1` a Modul."""
    arten = {"l": Abschlussart.LEKTION, "s": Abschlussart.SZENARIO, "m": Abschlussart.MODUL}
    return frozenset(Erledigt(arten[k[0]], k, fassung, am) for k in kennungen)
