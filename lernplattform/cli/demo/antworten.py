"""How somebody answers a question who knows what is right, and somebody who does not."""

from collections.abc import Callable
from random import Random

from quiz.fragen import Eingabe, Frage, Fragetyp, Option, Sicherheit, Wertung
from quiz.fragetypen.zuordnung import rechte_seiten

FREITEXT = (
    "Darüber möchte ich in Ruhe nachdenken. Ich schreibe mir auf, was mir dazu einfällt, "
    "und spreche beim nächsten Treffen darüber."
)
_RANG = {
    Wertung.GUT: 3,
    Wertung.VERTRETBAR: 2,
    Wertung.FALSCH: 1,
    Wertung.GEFAEHRLICH: 0,
}
Antwortweise = Callable[[Frage], Eingabe]


def richtig(frage: Frage) -> Eingabe:
    """An answer of full value."""
    if frage.typ is Fragetyp.EINFACHWAHL:
        return Eingabe(gewaehlt=(max(frage.optionen, key=_rang).id,))
    gute = tuple(option.id for option in frage.optionen if option.wertung is Wertung.GUT)
    paare = {
        links: rechte_seiten(frage).index(rechts) for links, (_, rechts) in enumerate(frage.paare)
    }
    return Eingabe(gute, tuple(range(len(frage.schritte))), paare, _text(frage))


def falsch(frage: Frage) -> Eingabe:
    """An answer of little or no value."""
    if frage.typ is Fragetyp.EINFACHWAHL:
        return Eingabe(gewaehlt=(min(frage.optionen, key=_rang).id,))
    schlechte = tuple(o.id for o in frage.optionen if o.wertung is not Wertung.GUT)
    falsche_paare = dict.fromkeys(range(len(frage.paare)), len(rechte_seiten(frage)) - 1)
    rueckwaerts = tuple(reversed(range(len(frage.schritte))))
    return Eingabe(schlechte, rueckwaerts, falsche_paare, _text(frage))


def mal_so_mal_so(zufall: Random, gut: float) -> Antwortweise:
    """Right as often as `gut` says; otherwise any option, as people choose."""

    def antworte(frage: Frage) -> Eingabe:
        if zufall.random() < gut:
            return _mit_sicherheit(richtig(frage), frage, zufall, (2, 3, 3))
        eingabe = falsch(frage)
        if frage.typ is Fragetyp.EINFACHWAHL:
            eingabe = Eingabe(gewaehlt=(zufall.choice(frage.optionen).id,))
        return _mit_sicherheit(eingabe, frage, zufall, (1, 2, 2, 3))

    return antworte


def _mit_sicherheit(
    eingabe: Eingabe, frage: Frage, zufall: Random, stufen: tuple[int, ...]
) -> Eingabe:
    """Said about every second time, where it is asked for."""
    if not frage.sicherheit or zufall.random() < 0.5:
        return eingabe
    return Eingabe(
        eingabe.gewaehlt,
        eingabe.reihenfolge,
        eingabe.zuordnung,
        eingabe.text,
        Sicherheit(str(zufall.choice(stufen))),
    )


def _rang(option: Option) -> int:
    return _RANG[option.wertung]


def _text(frage: Frage) -> str:
    return FREITEXT if frage.typ is Fragetyp.FREITEXT else ""
