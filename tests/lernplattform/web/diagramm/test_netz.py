"""A graph stays in its frame, its boxes apart, its lines from edge to edge."""

import re
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernplattform.web.diagramm.netz import Kasten, lege_netz

Netz = tuple[list[dict[str, Any]], list[dict[str, Any]]]


@st.composite
def netze(draw: st.DrawFn) -> Netz:
    """Any graph without a circle: each Kante leads to a later Knoten."""
    anzahl = draw(st.integers(min_value=1, max_value=9))
    knoten = [{"id": f"k{n}", "text": draw(st.text(max_size=60))} for n in range(anzahl)]
    paare = list(combinations(range(anzahl), 2))
    gewaehlt = draw(st.lists(st.sampled_from(paare), unique=True)) if paare else []
    anteil = st.none() | st.floats(min_value=0, max_value=1)
    kanten = [{"von": f"k{a}", "nach": f"k{b}", "anteil": draw(anteil)} for a, b in gewaehlt]
    return knoten, kanten


def _ueberlappen(a: Kasten, b: Kasten) -> bool:
    nebeneinander = a.x + a.breite <= b.x or b.x + b.breite <= a.x
    uebereinander = a.y + a.hoehe <= b.y or b.y + b.hoehe <= a.y
    return not (nebeneinander or uebereinander)


@given(netze(), st.booleans())
def test_boxes_stay_in_the_frame_and_never_overlap(netz: Netz, hoch: bool) -> None:
    bild = lege_netz(*netz, hoch=hoch)
    for kasten in bild.kaesten:
        assert kasten.x >= 0
        assert kasten.y >= 0
        assert kasten.x + kasten.breite <= bild.breite
        assert kasten.y + kasten.hoehe <= bild.hoehe
    assert not any(_ueberlappen(a, b) for a, b in combinations(bild.kaesten, 2))


@given(netze(), st.booleans())
def test_lines_and_their_figures_stay_in_the_frame(netz: Netz, hoch: bool) -> None:
    bild = lege_netz(*netz, hoch=hoch)
    for linie in bild.linien:
        zahlen = [float(z) for z in re.findall(r"[\d.]+", linie.pfad)]
        assert all(0 <= x <= bild.breite for x in [*zahlen[::2], linie.x])
        assert all(0 <= y <= bild.hoehe for y in [*zahlen[1::2], linie.y])
        assert 1.5 <= linie.dicke <= 7.5


@given(netze())
def test_every_line_leads_on(netz: Netz) -> None:
    bild = lege_netz(*netz)
    kaesten = {kasten.id: kasten for kasten in bild.kaesten}
    for kante in netz[1]:
        assert kaesten[kante["von"]].x + 84 <= kaesten[kante["nach"]].x


def _bild(*, hoch: bool = False) -> Any:
    knoten = [
        {"id": "a", "text": "Haltestelle", "art": "frage"},
        {"id": "b", "text": "Der Brief liegt seit einer Woche beim Fundbüro in der Stadt"},
    ]
    return lege_netz(knoten, [{"von": "a", "nach": "b", "anteil": 0.5}], hoch=hoch)


def test_a_line_goes_from_edge_to_edge() -> None:
    linie = _bild().linien[0]
    assert linie.pfad == "M170 40.0 C212.0 40.0 212.0 40.0 254 40.0"
    assert (linie.dicke, linie.anteil) == (4.5, 0.5)


def test_on_a_phone_it_leads_down() -> None:
    bild = _bild(hoch=True)
    assert bild.hoehe > bild.breite
    assert bild.kaesten[0].y < bild.kaesten[1].y
    assert bild.kaesten[0].x == bild.kaesten[1].x


def test_long_texts_are_cut_into_lines_that_fit() -> None:
    zeilen = _bild().kaesten[1].zeilen
    assert zeilen == ("Der Brief liegt", "seit einer Woche", "beim Fundbüro in …")


def test_boxes_are_numbered_and_keep_their_kind() -> None:
    assert [(k.nummer, k.art) for k in _bild().kaesten] == [(1, "frage"), (2, "")]


@pytest.mark.parametrize(("anteil", "dicke"), [(None, 1.5), (0.0, 1.5), (1.0, 7.5)])
def test_a_line_is_as_thick_as_its_share(anteil: float | None, dicke: float) -> None:
    knoten = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]
    bild = lege_netz(knoten, [{"von": "a", "nach": "b", "anteil": anteil}])
    assert bild.linien[0].dicke == dicke
