"""Hypothesis strategies: questions, valid Szenarien, and walks through them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, permutations, product
from typing import NamedTuple

from hypothesis import assume
from hypothesis import strategies as st

from quiz.durchlauf import Stand, starte, weiter
from quiz.fragen import Bewertung, Eingabe, Frage, Fragetyp, Option, Uebergang, Wertung
from quiz.fragetypen.zuordnung import rechte_seiten
from quiz.graph import erreichbar
from quiz.pruefung import maengel
from quiz.szenario import Ende, Knoten, Szenario

Zieher = st.DrawFn
POOR = [Wertung.VERTRETBAR, Wertung.FALSCH, Wertung.GEFAEHRLICH]
MERKER = ["mutig", "leise"]
FEHLER = "fehler"  # set by poor options only, so that all-gut walks may end well


class Lauf(NamedTuple):
    antworten: list[tuple[str, Bewertung]]
    staende: list[Stand]
    eingaben: list[Eingabe]


@st.composite
def optionen(draw: Zieher, mehrfach: bool = False) -> tuple[Option, ...]:
    wertungen = draw(st.lists(st.sampled_from(POOR), min_size=1, max_size=3))
    wertungen += [Wertung.GUT] * draw(st.integers(1, 2))
    if mehrfach:
        wertungen.append(Wertung.FALSCH)
    return tuple(
        Option(f"o{nummer}", f"Option {nummer}", wertung, setzt=draw(_setzt(wertung)))
        for nummer, wertung in enumerate(draw(st.permutations(wertungen)))
    )


def _setzt(wertung: Wertung) -> st.SearchStrategy[frozenset[str]]:
    schlecht = wertung in (Wertung.FALSCH, Wertung.GEFAEHRLICH)
    return st.frozensets(st.sampled_from([*MERKER, FEHLER] if schlecht else MERKER), max_size=2)


@st.composite
def fragen(draw: Zieher, typ: Fragetyp | None = None) -> Frage:
    typ = typ or draw(st.sampled_from([Fragetyp.EINFACHWAHL, *Fragetyp]))
    frage = Frage(typ, "Was tun Sie?", fest=draw(st.booleans()))
    match typ:
        case Fragetyp.EINFACHWAHL | Fragetyp.MEHRFACHWAHL:
            return replace(frage, optionen=draw(optionen(typ is Fragetyp.MEHRFACHWAHL)))
        case Fragetyp.REIHENFOLGE:
            return replace(frage, schritte=tuple("abcd"[: draw(st.integers(2, 4))]))
        case Fragetyp.ZUORDNUNG:
            rechts = draw(st.lists(st.sampled_from("xyz"), min_size=1, max_size=3))
            paare = tuple((f"links {i}", seite) for i, seite in enumerate(rechts))
            return replace(frage, paare=paare, ablenker=("w",) * draw(st.integers(1, 1)))
        case Fragetyp.FREITEXT:
            return frage


def eingaben(frage: Frage) -> Iterator[Eingabe]:
    """Every answer that the question accepts."""
    ids = [option.id for option in frage.optionen]
    match frage.typ:
        case Fragetyp.EINFACHWAHL:
            yield from (Eingabe((option_id,)) for option_id in ids)
        case Fragetyp.MEHRFACHWAHL:
            mengen = chain.from_iterable(combinations(ids, n) for n in range(len(ids) + 1))
            yield from (Eingabe(menge) for menge in mengen)
        case Fragetyp.REIHENFOLGE:
            reihen = permutations(range(len(frage.schritte)))
            yield from (Eingabe(reihenfolge=reihe) for reihe in reihen)
        case Fragetyp.ZUORDNUNG:
            ziele = range(len(rechte_seiten(frage)))
            alle = product(ziele, repeat=len(frage.paare))
            yield from (Eingabe(zuordnung=dict(enumerate(wahl))) for wahl in alle)
        case Fragetyp.FREITEXT:
            yield Eingabe(text="Ich denke nach.")


@st.composite
def szenarien(draw: Zieher, verzweigt: bool = True) -> Szenario:
    """Valid Szenarien; not `verzweigt`: every walk has the same number of scored decisions."""
    laenge = draw(st.integers(3, 6))
    knoten: dict[str, Knoten] = {}
    for i in range(laenge):
        _hauptknoten(draw, knoten, i, laenge, verzweigt)
    knoten |= {f"ende-{ende}": Knoten(f"ende-{ende}", "", ende=ende) for ende in Ende}
    szenario = _gestutzt(Szenario("erzeugt", "h0", knoten))
    assume(not any(not mangel.warnung for mangel in maengel(szenario)))
    return szenario


def _hauptknoten(
    draw: Zieher, knoten: dict[str, Knoten], i: int, laenge: int, verzweigt: bool
) -> None:
    name, danach = f"h{i}", f"h{i + 1}"
    wege: tuple[Uebergang, ...] = (Uebergang(danach),)
    if i + 1 == laenge:
        wege = (Uebergang("ende-offen", FEHLER), Uebergang("ende-gut"))
    elif draw(st.booleans()):
        wege = (Uebergang(f"t{i}"),)
        knoten[f"t{i}"] = Knoten(f"t{i}", "", Frage(Fragetyp.FREITEXT, ""), (Uebergang(danach),))
    elif verzweigt and draw(st.booleans()):
        wege = (Uebergang(f"u{i}", draw(st.sampled_from(MERKER))), Uebergang(danach))
        knoten[f"u{i}"] = Knoten(f"u{i}", "", draw(_bewertete()), (Uebergang(danach),))
    frage = draw(_bewertete())
    if i + 1 < laenge and frage.typ is Fragetyp.EINFACHWAHL:
        frage = _mit_rettung(draw, knoten, frage, i, laenge, verzweigt)
    knoten[name] = Knoten(name, "", frage, wege)


def _bewertete() -> st.SearchStrategy[Frage]:
    return st.sampled_from([t for t in Fragetyp if t is not Fragetyp.FREITEXT]).flatmap(fragen)


def _mit_rettung(
    draw: Zieher, knoten: dict[str, Knoten], frage: Frage, i: int, laenge: int, verzweigt: bool
) -> Frage:
    """Poor options may lead aside: to Rettungsknoten that stand in for what they skip, or out."""
    neue = []
    for option in frage.optionen:
        ziel = None
        if verzweigt and option.wertung is Wertung.GEFAEHRLICH:
            ziel = "ende-gefaehrlich"
        elif option.wertung is Wertung.FALSCH and draw(st.booleans()):
            ziel = f"r{i}{option.id}"
            zurueck = draw(st.integers(i + 1, laenge - 1)) if verzweigt else i + 2
            wohin = f"h{zurueck}" if zurueck < laenge else "ende-offen"
            if verzweigt and draw(st.booleans()):
                knoten[f"s{ziel}"] = Knoten(f"s{ziel}", "", draw(_bewertete()), (Uebergang(wohin),))
                wohin = f"s{ziel}"
            knoten[ziel] = Knoten(ziel, "", draw(_bewertete()), (Uebergang(wohin),))
        neue.append(replace(option, weiter=(Uebergang(ziel),) if ziel else ()))
    return replace(frage, optionen=tuple(neue))


def _gestutzt(szenario: Szenario) -> Szenario:
    """Without Knoten that cannot be reached and without ways that nobody can take."""
    zustaende = erreichbar(szenario)
    gesehen = {zustand.knoten for zustand in zustaende}
    gesetzt = frozenset[str]().union(*(zustand.merker for zustand in zustaende))
    knoten = {
        k.id: replace(
            k,
            weiter=tuple(
                w for w in k.weiter if w.zu in gesehen and (w.wenn is None or w.wenn in gesetzt)
            ),
        )
        for k in szenario.knoten.values()
        if k.id in gesehen
    }
    return replace(szenario, knoten=knoten)


@st.composite
def laeufe(draw: Zieher, szenario: Szenario, nur_gut: bool = False) -> Lauf:
    """A finished walk; the bound on its steps proves that it ends."""
    stand, lauf = starte(szenario), Lauf([], [], [])
    for _ in szenario.knoten:
        frage = szenario.knoten[stand.knoten].frage
        if frage is None:
            break
        moeglich = list(eingaben(frage))
        if nur_gut:
            wert = {None, 1}
            moeglich = [e for e in moeglich if weiter(szenario, stand, e).bewertung.wert in wert]
        eingabe = draw(st.sampled_from(moeglich))
        schritt = weiter(szenario, stand, eingabe)
        lauf.antworten.append((stand.knoten, schritt.bewertung))
        lauf.staende.append(stand)
        lauf.eingaben.append(eingabe)
        stand = schritt.stand
    lauf.staende.append(stand)
    return lauf
