"""All faults of a Szenario at once, as values without words."""

from collections.abc import Iterator

from quiz.graph import ausgaenge, erreichbar, kreise, weg_zu
from quiz.hauptweg import alles_gut, ist_gelesen, konstanten, nicht_gefaehrlich, rettungsfolgen
from quiz.mangel import Mangel, MangelCode
from quiz.pruefung_aufbau import aufbau, merker_von
from quiz.szenario import Ende, Szenario

M_MINDESTENS = 3
M_EMPFOHLEN = 4
RETTUNGSKNOTEN_HOECHSTENS = 2
MERKER_HOECHSTENS = 8  # keeps the number of states small, whatever a file contains


def maengel(szenario: Szenario) -> tuple[Mangel, ...]:
    """Never raises and always ends, however broken the graph.

    Rules about the main way wait for a whole graph. The order is stable: first the faults of
    single Knoten as they stand in the file, then those of ways.
    """
    gefunden = list(aufbau(szenario))
    merker = merker_von(szenario)
    if len(merker) > MERKER_HOECHSTENS:
        gefunden.append(Mangel(MangelCode.ZU_VIELE_MERKER, anzahl=len(merker)))
        return tuple(gefunden)
    gefunden += _ohne_gute_antwort(szenario)
    gefunden += _kreise(szenario)
    gefunden += _unerreichbar(szenario)
    gefunden += _gefahr_ohne_wahl(szenario)
    if not any(m.code in GRUNDFEHLER for m in gefunden) and not ist_gelesen(szenario):
        gefunden += _hauptweg(szenario)
    return tuple(gefunden)


GRUNDFEHLER = frozenset(
    {
        MangelCode.START_UNBEKANNT,
        MangelCode.FRAGE_FEHLT,
        MangelCode.ZIEL_UNBEKANNT,
        MangelCode.SACKGASSE,
        MangelCode.LETZTER_WEG_BEDINGT,
        MangelCode.KREIS,
        MangelCode.KEINE_GUTE_ANTWORT,
    }
)


def _ohne_gute_antwort(szenario: Szenario) -> Iterator[Mangel]:
    for knoten in szenario.knoten.values():
        if knoten.bewertet and not any(a.bewertung.wert == 1 for a in ausgaenge(knoten)):
            yield Mangel(MangelCode.KEINE_GUTE_ANTWORT, knoten.id)


def _kreise(szenario: Szenario) -> Iterator[Mangel]:
    return (Mangel(MangelCode.KREIS, kreis[0], weg=kreis) for kreis in kreise(szenario))


def _unerreichbar(szenario: Szenario) -> Iterator[Mangel]:
    if szenario.start not in szenario.knoten:
        return
    gesehen = {zustand.knoten for zustand in erreichbar(szenario)}
    for knoten_id in szenario.knoten:
        if knoten_id not in gesehen:
            yield Mangel(MangelCode.KNOTEN_UNERREICHBAR, knoten_id)


def _gefahr_ohne_wahl(szenario: Szenario) -> Iterator[Mangel]:
    vorher = erreichbar(szenario, erlaubt=nicht_gefaehrlich)
    gemeldet = set[str]()
    for zustand in vorher:
        knoten = szenario.knoten[zustand.knoten]
        if knoten.ende is Ende.GEFAEHRLICH and knoten.id not in gemeldet:
            gemeldet.add(knoten.id)
            weg = weg_zu(vorher, zustand)
            yield Mangel(MangelCode.GEFAHR_OHNE_WAHL, knoten.id, weg=weg)


def _hauptweg(szenario: Szenario) -> Iterator[Mangel]:
    yield from _schlechtes_ende(szenario)
    m = konstanten(szenario).m
    if m < M_MINDESTENS:
        yield Mangel(MangelCode.HAUPTWEG_ZU_KURZ, anzahl=m)
    elif m < M_EMPFOHLEN:
        yield Mangel(MangelCode.HAUPTWEG_KURZ, anzahl=m, warnung=True)
    for knoten_id, laenge in rettungsfolgen(szenario).items():
        if laenge > RETTUNGSKNOTEN_HOECHSTENS:
            yield Mangel(MangelCode.ZU_VIELE_RETTUNGSKNOTEN, knoten_id, anzahl=laenge)


def _schlechtes_ende(szenario: Szenario) -> Iterator[Mangel]:
    vorher = erreichbar(szenario, erlaubt=alles_gut)
    gemeldet = set[str]()
    for zustand in vorher:
        knoten = szenario.knoten[zustand.knoten]
        if knoten.ende not in (None, Ende.GUT) and knoten.id not in gemeldet:
            gemeldet.add(knoten.id)
            weg = weg_zu(vorher, zustand)
            yield Mangel(MangelCode.GUTER_WEG_ENDET_NICHT_GUT, knoten.id, weg=weg)
