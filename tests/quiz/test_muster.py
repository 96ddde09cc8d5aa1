"""The worked example of the sample, number by number, through the real engine."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from quiz.bewertung import Hindernis, Konstanten, score, urteile
from quiz.durchlauf import Stand, ende, starte, weiter
from quiz.fragen import Bewertung, Eingabe
from quiz.hauptweg import konstanten
from quiz.pruefung import maengel
from quiz.szenario import Ende
from quiz.wege import Spanne, entscheidungen
from tests.quiz.muster import MUSTER, spiele

GRENZE = Fraction(7, 10)
GUT, HALB, NULL = (Bewertung(Fraction(n, 2)) for n in (2, 1, 0))
Lauf = tuple[list[tuple[str, Bewertung]], Ende, Fraction]


def _alle(stand: Stand, antworten: list[tuple[str, Bewertung]], chance: Fraction) -> Iterator[Lauf]:
    frage, schluss = MUSTER.knoten[stand.knoten].frage, ende(MUSTER, stand)
    if frage is None:
        assert schluss is not None
        yield antworten, schluss, chance
        return
    for option in frage.optionen:
        schritt = weiter(MUSTER, stand, Eingabe((option.id,)))
        bisher = [*antworten, (stand.knoten, schritt.bewertung)]
        yield from _alle(schritt.stand, bisher, chance / len(frage.optionen))


LAEUFE = list(_alle(starte(MUSTER), [], Fraction(1)))


def test_the_sample_has_no_fault_and_no_warning() -> None:
    assert maengel(MUSTER) == ()


def test_the_sample_has_four_hauptknoten_and_m_is_four() -> None:
    haupt = {"haltestelle", "anruf", "behoerde", "besuch"}
    assert konstanten(MUSTER) == Konstanten(4, frozenset(haupt))


def test_the_sample_has_73_walks_of_two_to_four_decisions() -> None:
    assert len(LAEUFE) == 73
    assert entscheidungen(MUSTER) == Spanne(2, 4)


def test_random_clicking_passes_the_sample_in_18_5_percent() -> None:
    k = konstanten(MUSTER)
    chance = sum(c for a, e, c in LAEUFE if urteile(a, k, GRENZE, e).bestanden)
    assert sum(c for _, _, c in LAEUFE) == 1
    assert round(float(chance), 3) == 0.185


@pytest.mark.parametrize(
    ("gewaehlt", "s", "mittel", "schluss", "hindernisse", "fehlt"),
    [
        ("sofort-melden alles-sagen nachfragen ehrlich", 1, 1, "gut", (), 0),
        ("erst-fundbuero alles-sagen abgeben ehrlich", "3/4", "3/4", "gut", (), 0),
        ("erst-suchen jetzt-melden nachfragen ehrlich", "3/4", "3/4", "gut", (), 0),
        (
            "erst-suchen jetzt-melden selbst-melden ehrlich",
            "1/2",
            "1/2",
            "gut",
            (Hindernis.FEHLT,),
            1,
        ),
        (
            "erst-suchen allein-treffen",
            0,
            0,
            "gefaehrlich",
            (Hindernis.GEFAEHRLICH, Hindernis.FEHLT),
            3,
        ),
    ],
    ids="ABCDE",
)
def test_the_worked_walks_score_as_the_table_says(
    gewaehlt: str,
    s: int | str,
    mittel: int | str,
    schluss: str,
    hindernisse: tuple[Hindernis, ...],
    fehlt: int,
) -> None:
    antworten, wie, _ = spiele(MUSTER, *gewaehlt.split())
    urteil = urteile(antworten, konstanten(MUSTER), GRENZE, wie)
    assert urteil.score == Fraction(s)
    assert sum(b.wert or 0 for _, b in antworten) / len(antworten) == Fraction(mittel)
    assert wie == schluss
    assert (urteil.hindernisse, urteil.fehlt) == (hindernisse, fehlt)
    assert urteil.bestanden is (hindernisse == ())


def test_a_second_good_rettungsknoten_does_not_dilute_the_mistake() -> None:
    haupt = frozenset({"haltestelle", "anruf", "behoerde", "besuch"})
    namen = ["haltestelle", "montag", "dienstag", "behoerde", "besuch"]
    antworten = list(zip(namen, [NULL, GUT, GUT, GUT, GUT], strict=True))
    assert score(antworten, Konstanten(4, haupt)) == Fraction(3, 4)
    assert sum(b.wert or 0 for _, b in antworten) / 5 == Fraction(4, 5)


def test_an_early_end_counts_what_it_left_out() -> None:
    antworten = list(zip("abcd", [GUT, GUT, GUT, HALB], strict=True))
    k = Konstanten(6, frozenset("abcdef"))
    assert score(antworten, k) == Fraction(7, 12)
    urteil = urteile(antworten, k, GRENZE, Ende.OFFEN)
    assert (urteil.bestanden, urteil.fehlt) == (False, 1)
