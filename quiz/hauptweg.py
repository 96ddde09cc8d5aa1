"""Hauptknoten, M and Rettungsknoten: what the score of a Szenario is measured against."""

from collections.abc import Mapping

from quiz.bewertung import Konstanten
from quiz.fragetypen.vertrag import Ausgang
from quiz.graph import Zustand, erreichbar, nachfolger, ordnung
from quiz.szenario import Ende, Szenario


def alles_gut(ausgang: Ausgang) -> bool:
    """Whether an answer keeps a walk all-gut: full value, or nothing to score."""
    return ausgang.bewertung.wert is None or ausgang.bewertung.wert == 1


def nicht_gefaehrlich(ausgang: Ausgang) -> bool:
    return not ausgang.bewertung.gefaehrlich


def konstanten(szenario: Szenario) -> Konstanten:
    """M is 0 where no all-gut walk reaches a good end: broken, or a story without decision."""
    gute = erreichbar(szenario, erlaubt=alles_gut)
    haupt = frozenset(z.knoten for z in gute if szenario.knoten[z.knoten].bewertet)
    return Konstanten(_m(szenario, gute), haupt)


def ist_gelesen(szenario: Szenario) -> bool:
    """A story without scored decision: no score, never gates."""
    return not any(szenario.knoten[z.knoten].bewertet for z in erreichbar(szenario))


def rettungsfolgen(szenario: Szenario) -> Mapping[str, int]:
    """For each Rettungsknoten the most of them that a walk meets in a row, itself the last."""
    nummer, haupt = ordnung(szenario), konstanten(szenario).hauptknoten
    if nummer is None:
        return {}
    rettung = {k.id for k in szenario.knoten.values() if k.bewertet} - haupt
    reihe: dict[Zustand, int] = {}
    for zustand in sorted(erreichbar(szenario), key=lambda z: nummer[z.knoten]):
        bisher = reihe.setdefault(zustand, 0)
        for _, folge in nachfolger(szenario, zustand):
            dann = 0 if folge.knoten in haupt else bisher + (folge.knoten in rettung)
            reihe[folge] = max(reihe.get(folge, 0), dann)
    return _je_knoten(reihe, rettung)


def _je_knoten(reihe: Mapping[Zustand, int], rettung: set[str]) -> dict[str, int]:
    laengste: dict[str, int] = {}
    for zustand, laenge in reihe.items():
        if zustand.knoten in rettung:
            laengste[zustand.knoten] = max(laenge, laengste.get(zustand.knoten, 0))
    return laengste


def _m(szenario: Szenario, gute: Mapping[Zustand, Zustand | None]) -> int:
    """Fewest scored Knoten from the start to a good end, over all-gut answers."""
    nummer = ordnung(szenario)
    if nummer is None or not gute:
        return 0
    bisher: dict[Zustand, int] = {}
    for zustand in sorted(gute, key=lambda z: nummer[z.knoten]):
        hier = bisher.setdefault(zustand, 0) + szenario.knoten[zustand.knoten].bewertet
        for ausgang, folge in nachfolger(szenario, zustand):
            if alles_gut(ausgang):
                bisher[folge] = min(hier, bisher.get(folge, hier))
    guter_schluss = [n for z, n in bisher.items() if szenario.knoten[z.knoten].ende is Ende.GUT]
    return min(guter_schluss, default=0)
