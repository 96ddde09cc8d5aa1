"""The laws that bewertung promises, over generated Szenarien and walks."""

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.bewertung import Antworten, Konstanten, klasse, score
from quiz.durchlauf import Stand, gemischt, uebrig, weiter
from quiz.fragen import Bewertung, Frage, Fragetyp, Wertung
from quiz.fragetypen import FRAGETYPEN
from quiz.graph import Zustand, ausgaenge, nachfolger
from quiz.hauptweg import alles_gut, konstanten
from quiz.szenario import Ende, Knoten, Szenario
from quiz.wege import entscheidungen, laengster_weg
from tests.quiz.bau import einfachwahl, gut_falsch, option, schluss, szenario, wege
from tests.quiz.erzeugung import eingaben, fragen, laeufe, szenarien
from tests.quiz.muster import spiele

GUT = Bewertung(Fraction(1))
gesetz = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)


def _s(antworten: Antworten, k: Konstanten) -> Fraction:
    wert = score(antworten, k)
    assert wert is not None
    return wert


@gesetz
@given(fragen())
def test_every_answer_has_a_value_from_0_to_1_or_none_for_freitext(frage: Frage) -> None:
    regeln = FRAGETYPEN[frage.typ]
    werte = set()
    for eingabe in eingaben(frage):
        regeln.pruefe(frage, eingabe)
        werte.add(regeln.bewerte(frage, eingabe).wert)
    if frage.typ is Fragetyp.FREITEXT:
        assert werte == {None}
    else:
        assert all(wert is not None and 0 <= wert <= 1 for wert in werte)
        assert 1 in werte


@gesetz
@given(fragen())
def test_the_listed_effects_are_exactly_those_of_all_answers(frage: Frage) -> None:
    ziel = Knoten("k", "", frage, wege("ende"))
    probe = szenario(ziel, schluss("ende", "offen"))
    gespielt = {
        (schritt.bewertung, schritt.stand.merker)
        for schritt in (weiter(probe, Stand("k"), eingabe) for eingabe in eingaben(frage))
    }
    assert {(a.bewertung, tuple(sorted(a.setzt))) for a in ausgaenge(ziel)} == gespielt


@gesetz
@given(fragen(), st.integers(0, 10**6))
def test_shuffling_is_a_permutation_stable_for_the_same_seed(frage: Frage, seed: int) -> None:
    knoten = Knoten("k", "", frage)
    reihe = gemischt(knoten, seed)
    assert sorted(reihe) == list(range(len(reihe)))
    assert reihe == gemischt(Knoten("k", "", frage), seed)
    if frage.typ is Fragetyp.REIHENFOLGE:
        assert list(reihe) != sorted(reihe)
    elif frage.fest:
        assert list(reihe) == sorted(reihe)


@gesetz
@given(st.data())
def test_every_walk_ends_and_scores_from_0_to_1(data: st.DataObject) -> None:
    szene = data.draw(szenarien())
    lauf = data.draw(laeufe(szene))
    assert lauf.staende[-1].beendet
    assert szene.knoten[lauf.staende[-1].knoten].ende is not None
    assert 0 <= _s(lauf.antworten, konstanten(szene)) <= 1


@gesetz
@given(st.data())
def test_every_all_gut_walk_scores_1_and_ends_well(data: st.DataObject) -> None:
    szene = data.draw(szenarien())
    lauf = data.draw(laeufe(szene, nur_gut=True))
    assert _s(lauf.antworten, konstanten(szene)) == 1
    assert szene.knoten[lauf.staende[-1].knoten].ende is Ende.GUT


@gesetz
@given(st.data())
def test_only_all_gut_walks_score_1(data: st.DataObject) -> None:
    szene = data.draw(szenarien())
    antworten = data.draw(laeufe(szene)).antworten
    alle_gut = all(b.wert in (None, 1) for _, b in antworten)
    assert (_s(antworten, konstanten(szene)) == 1) is alle_gut


@gesetz
@given(st.data())
def test_a_better_answer_with_the_same_following_state_never_lowers_the_score(
    data: st.DataObject,
) -> None:
    szene = data.draw(szenarien())
    lauf, k = data.draw(laeufe(szene)), konstanten(szene)
    vorher = _s(lauf.antworten, k)
    for nummer, (knoten_id, bewertung) in enumerate(lauf.antworten):
        for bessere in _bessere(szene, lauf.staende[nummer], lauf.staende[nummer + 1], bewertung):
            ersetzt = [*lauf.antworten]
            ersetzt[nummer] = (knoten_id, bessere)
            assert _s(ersetzt, k) >= vorher


def _bessere(szene: Szenario, hier: Stand, dann: Stand, bewertung: Bewertung) -> list[Bewertung]:
    zustand = Zustand(hier.knoten, frozenset(hier.merker))
    ziel = Zustand(dann.knoten, frozenset(dann.merker))
    moeglich = [a.bewertung for a, folge in nachfolger(szene, zustand) if folge == ziel]
    if bewertung.wert is None:
        return []
    return [b for b in moeglich if b.wert is not None and b.wert > bewertung.wert]


@gesetz
@given(st.data())
def test_a_good_answer_on_a_rettungsknoten_is_never_worth_more_than_on_the_main_way(
    data: st.DataObject,
) -> None:
    szene = data.draw(szenarien())
    antworten, k = data.draw(laeufe(szene)).antworten, konstanten(szene)
    verlaengert = [*antworten, ("neu", GUT)]
    auf_dem_hauptweg = Konstanten(k.m, k.hauptknoten | {"neu"})
    assert _s(verlaengert, k) <= _s(verlaengert, auf_dem_hauptweg)
    for knoten_id, bewertung in antworten:
        if knoten_id not in k.hauptknoten and bewertung.wert == 1:
            als_haupt = Konstanten(k.m, k.hauptknoten | {knoten_id})
            assert _s(antworten, k) <= _s(antworten, als_haupt)


@gesetz
@given(st.data())
def test_good_rettungsknoten_beyond_m_change_nothing(data: st.DataObject) -> None:
    szene = data.draw(szenarien())
    antworten, k = data.draw(laeufe(szene)).antworten, konstanten(szene)
    lang = [*antworten, *[("rettung", GUT)] * k.m]
    assert _s([*lang, ("noch-eine", GUT)], k) == _s(lang, k)


@gesetz
@given(st.data())
def test_where_no_branch_changes_the_length_the_score_is_the_plain_mean(
    data: st.DataObject,
) -> None:
    szene = data.draw(szenarien(verzweigt=False))
    spanne = entscheidungen(szene)
    assert spanne.mindestens == spanne.hoechstens
    antworten = data.draw(laeufe(szene)).antworten
    werte = [b.wert for _, b in antworten if b.wert is not None]
    assert _s(antworten, konstanten(szene)) == sum(werte) / len(werte)


@gesetz
@given(szenarien())
def test_m_and_hauptknoten_are_those_of_all_good_walks_one_by_one(szene: Szenario) -> None:
    gute = list(_gute_wege(szene, Zustand(szene.start)))
    bewertete = [[k for k in weg if szene.knoten[k].bewertet] for weg in gute]
    erwartet = Konstanten(min(map(len, bewertete)), frozenset().union(*bewertete))
    assert konstanten(szene) == erwartet


def _gute_wege(szene: Szenario, zustand: Zustand) -> list[list[str]]:
    folgen = {folge for a, folge in nachfolger(szene, zustand) if alles_gut(a)}
    if not folgen:
        return [[zustand.knoten]]
    return [[zustand.knoten, *rest] for f in folgen for rest in _gute_wege(szene, f)]


@gesetz
@given(st.data())
def test_the_steps_left_hold_for_every_walk_and_never_grow(data: st.DataObject) -> None:
    szene = data.draw(szenarien())
    staende = data.draw(laeufe(szene)).staende
    for nummer, stand in enumerate(staende):
        spanne = uebrig(szene, stand)
        assert spanne.mindestens <= len(staende) - 1 - nummer <= spanne.hoechstens
        if nummer:
            assert spanne.hoechstens < uebrig(szene, staende[nummer - 1]).hoechstens
    assert laengster_weg(szene).entscheidungen == entscheidungen(szene).hoechstens


@gesetz
@given(st.fractions(0, 1), st.fractions(0, 1))
def test_a_higher_value_is_never_of_a_lower_class(a: Fraction, b: Fraction) -> None:
    rang = [Wertung.FALSCH, Wertung.VERTRETBAR, Wertung.GUT]
    erste, zweite = (klasse(Bewertung(wert)) for wert in sorted((a, b)))
    assert erste is not None
    assert zweite is not None
    assert rang.index(erste) <= rang.index(zweite)


def test_a_mistake_that_leads_to_a_longer_main_way_can_weigh_less_there() -> None:
    """Why the law of Rettungsknoten speaks of one place, not of whole walks (ADR 0002)."""
    lang = [gut_falsch(f"b{i}", f"b{i + 1}") for i in range(7)]
    szene = szenario(
        einfachwahl(
            "h",
            option("kurz", "gut", "k0"),
            option("lang", "gut", "b0"),
            option("falsch", "falsch", "r"),
        ),
        gut_falsch("r", "b0"),
        *lang,
        gut_falsch("b7", "ende"),
        gut_falsch("k0", "k1"),
        gut_falsch("k1", "ende"),
        schluss("ende", "gut"),
    )
    k = konstanten(szene)
    assert k.m == 3
    ein_fehler, *_ = spiele(szene, "kurz", "falsch", "gut")
    zwei_fehler, *_ = spiele(szene, "falsch", "gut", "falsch", *["gut"] * 7)
    assert _s(ein_fehler, k) == Fraction(2, 3)
    assert _s(zwei_fehler, k) == Fraction(7, 9)
