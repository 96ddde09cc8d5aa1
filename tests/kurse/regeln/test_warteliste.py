"""Places: never more than there are, nobody overtaken, nobody after the cut-off."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kurse.regeln.warteliste import (
    AnmeldungStatus,
    Nachruecken,
    Platzanspruch,
    PlatzGrund,
    Zuteilung,
    freie_plaetze,
    ruecke_nach,
    teile_zu,
)

BIS = datetime(2026, 12, 1, 17, tzinfo=UTC)
VORHER, NACHHER = BIS - timedelta(seconds=1), BIS
BESTAETIGT, WARTELISTE = AnmeldungStatus.BESTAETIGT, AnmeldungStatus.WARTELISTE
ABGEMELDET = AnmeldungStatus.ABGEMELDET


def liste(*status: AnmeldungStatus) -> list[Platzanspruch]:
    return [Platzanspruch(rang, s) for rang, s in enumerate(status, 1)]


def test_a_free_place_is_given_at_once() -> None:
    assert teile_zu(1, liste(ABGEMELDET)) == Zuteilung(BESTAETIGT, PlatzGrund.PLATZ_FREI)


def test_a_full_seminar_leads_to_the_waiting_list() -> None:
    assert teile_zu(1, liste(BESTAETIGT)) == Zuteilung(WARTELISTE, PlatzGrund.SEMINAR_VOLL)


def test_a_free_place_belongs_to_those_who_wait_already() -> None:
    wartend = liste(ABGEMELDET, WARTELISTE)
    assert teile_zu(1, wartend) == Zuteilung(WARTELISTE, PlatzGrund.ANDERE_WARTEN)


def test_the_head_of_the_list_moves_up() -> None:
    anmeldungen = list(reversed(liste(BESTAETIGT, WARTELISTE, WARTELISTE, WARTELISTE)))
    assert ruecke_nach(3, anmeldungen, VORHER, BIS) == Nachruecken((2, 3), PlatzGrund.NACHGERUECKT)


def test_nobody_moves_up_from_the_second_of_the_cut_off() -> None:
    anmeldungen = liste(WARTELISTE)
    assert ruecke_nach(1, anmeldungen, VORHER, BIS).raenge == (1,)
    assert ruecke_nach(1, anmeldungen, NACHHER, BIS) == Nachruecken(
        (), PlatzGrund.NACHRUECKEN_BEENDET
    )


def test_a_full_seminar_and_an_empty_list_say_so() -> None:
    assert (
        ruecke_nach(1, liste(BESTAETIGT, WARTELISTE), VORHER, BIS).grund is PlatzGrund.SEMINAR_VOLL
    )
    assert ruecke_nach(2, liste(BESTAETIGT), VORHER, BIS).grund is PlatzGrund.NIEMAND_WARTET


def test_a_seminar_made_smaller_takes_no_place_away() -> None:
    assert freie_plaetze(1, liste(BESTAETIGT, BESTAETIGT)) == 0


SCHRITTE = st.lists(st.one_of(st.just("anmelden"), st.integers(0, 9)), max_size=40)


@given(st.integers(0, 5), SCHRITTE, st.integers(0, 40))
def test_never_more_than_places_and_nobody_overtaken(
    plaetze: int, schritte: list[str | int], ende_nach: int
) -> None:
    """Sign-ups and cancellations in any order, with the cut-off somewhere among them."""
    anmeldungen: list[Platzanspruch] = []
    for nr, schritt in enumerate(schritte):
        if schritt == "anmelden":
            zuteilung = teile_zu(plaetze, anmeldungen)
            anmeldungen.append(Platzanspruch(len(anmeldungen) + 1, zuteilung.status))
        elif isinstance(schritt, int) and schritt < len(anmeldungen):
            anmeldungen[schritt] = replace(anmeldungen[schritt], status=ABGEMELDET)
        raenge = ruecke_nach(
            plaetze, anmeldungen, NACHHER if nr > ende_nach else VORHER, BIS
        ).raenge
        anmeldungen = [
            replace(a, status=BESTAETIGT) if a.rang in raenge else a for a in anmeldungen
        ]
        _pruefe(plaetze, anmeldungen)


def _pruefe(plaetze: int, anmeldungen: list[Platzanspruch]) -> None:
    bestaetigt = [a.rang for a in anmeldungen if a.status is BESTAETIGT]
    wartend = [a.rang for a in anmeldungen if a.status is WARTELISTE]
    assert len(bestaetigt) <= plaetze
    assert not wartend or not bestaetigt or max(bestaetigt) < min(wartend)
