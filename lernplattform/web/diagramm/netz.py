"""A small graph in layers: boxes from left to right, or numbered circles from top to bottom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap
from typing import Any

from lernplattform.web.diagramm.schichten import Kante, Platz, Schicht, lege_schichten

# Where something stands: along from layer to layer, and across inside a layer.
Ort = tuple[float, float]
Punkt = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Form:
    """In pixels."""

    laengs: int
    quer: int
    abstand_laengs: int
    abstand_quer: int
    # How far along a line its figure stands: where lines that meet, part or cross are apart.
    zahl_bei: float
    hoch: bool

    def punkt(self, laengs: float, quer: float) -> Punkt:
        x, y = (quer, laengs) if self.hoch else (laengs, quer)
        return round(x, 1), round(y, 1)

    def text(self, laengs: float, quer: float) -> str:
        return "{} {}".format(*self.punkt(laengs, quer))


QUER = Form(laengs=164, quer=68, abstand_laengs=84, abstand_quer=20, zahl_bei=0.4, hoch=False)
HOCH = Form(laengs=44, quer=44, abstand_laengs=60, abstand_quer=44, zahl_bei=0.5, hoch=True)
RAND = 6
ZEICHEN_JE_ZEILE = 18
ZEILEN = 3


@dataclass(frozen=True, slots=True)
class Kasten:
    id: str
    nummer: int
    zeilen: tuple[str, ...]
    art: str
    x: float
    y: float
    breite: float
    hoehe: float


@dataclass(frozen=True, slots=True)
class Linie:
    """`anteil` is None where the figure is kept back; (x, y) is where it is written."""

    pfad: str
    anteil: float | None
    dicke: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Netzbild:
    breite: float
    hoehe: float
    kaesten: tuple[Kasten, ...]
    linien: tuple[Linie, ...]


def lege_netz(
    knoten: Sequence[Mapping[str, Any]], kanten: Sequence[Kante], hoch: bool = False
) -> Netzbild:
    """Knoten: id, text, art. Kanten: von, nach, anteil (0 to 1, or None), one for each pair.

    Raises graphlib.CycleError.
    """
    form = HOCH if hoch else QUER
    schichten = lege_schichten([k["id"] for k in knoten], kanten)
    orte = _orte(schichten, form)
    laengs = len(schichten) * (form.laengs + form.abstand_laengs) - form.abstand_laengs
    quer = _breiteste(schichten, form)
    return Netzbild(
        *form.punkt(laengs + 2 * RAND, quer + 2 * RAND),
        tuple(_kasten(k, nr, orte[k["id"]], form) for nr, k in enumerate(knoten, start=1)),
        tuple(_linie(k, _weg(nr, k, orte), form) for nr, k in enumerate(kanten)),
    )


def _orte(schichten: Sequence[Schicht], form: Form) -> dict[Platz, Ort]:
    """The corner of each place; every layer stands in the middle."""
    breiteste, schritt = _breiteste(schichten, form), form.quer + form.abstand_quer
    orte: dict[Platz, Ort] = {}
    for n, schicht in enumerate(schichten):
        laengs = RAND + n * (form.laengs + form.abstand_laengs)
        frei = RAND + (breiteste - len(schicht) * schritt + form.abstand_quer) / 2
        orte |= {platz: (laengs, frei + m * schritt) for m, platz in enumerate(schicht)}
    return orte


def _breiteste(schichten: Sequence[Schicht], form: Form) -> int:
    plaetze = max(map(len, schichten), default=1)
    return plaetze * (form.quer + form.abstand_quer) - form.abstand_quer


def _kasten(knoten: Mapping[str, Any], nr: int, ort: Ort, form: Form) -> Kasten:
    zeilen = tuple(wrap(knoten["text"], ZEICHEN_JE_ZEILE, max_lines=ZEILEN, placeholder=" …"))
    masse = form.punkt(form.laengs, form.quer)
    return Kasten(knoten["id"], nr, zeilen, knoten.get("art", ""), *form.punkt(*ort), *masse)


def _weg(nr: int, kante: Kante, orte: Mapping[Platz, Ort]) -> list[Ort]:
    """The places that a Kante touches, from its beginning to its end."""
    durch = [ort for platz, ort in orte.items() if isinstance(platz, tuple) and platz[0] == nr]
    return [orte[kante["von"]], *durch, orte[kante["nach"]]]


def _linie(kante: Kante, weg: Sequence[Ort], form: Form) -> Linie:
    anteil = kante.get("anteil")
    dicke = 1.5 if anteil is None else round(1.5 + 6 * min(max(anteil, 0), 1), 1)
    pfad = " ".join(_bogen(a, b, form) for a, b in pairwise(weg))
    return Linie(f"M{pfad[1:]}", anteil, dicke, *_auf_dem_bogen(weg[0], weg[1], form))


def _bogen(a: Ort, b: Ort, form: Form) -> str:
    """From the end of one place to the beginning of the next; leaves and arrives straight."""
    halb, start = form.quer / 2, a[0] + form.laengs
    mitte = (start + b[0]) / 2
    von, erst = form.text(start, a[1] + halb), form.text(mitte, a[1] + halb)
    dann, bis = form.text(mitte, b[1] + halb), form.text(b[0], b[1] + halb)
    return f"L{von} C{erst} {dann} {bis}"


def _auf_dem_bogen(a: Ort, b: Ort, form: Form) -> Punkt:
    t, start = form.zahl_bei, a[0] + form.laengs
    laengs = start + (b[0] - start) * (1.5 * t * (1 - t) + t**3)
    quer = a[1] + (b[1] - a[1]) * (3 * t**2 - 2 * t**3)
    return form.punkt(laengs, quer + form.quer / 2)
