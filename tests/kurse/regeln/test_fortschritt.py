"""Progress: what counts, what stays, and where to go on."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kurse.regeln.fortschritt import (
    BausteinZustand,
    ModulZustand,
    VorschlagGrund,
    kurs_stand,
    modul_stand,
    module_zum_abschliessen,
    naechster_schritt,
)
from kurse.regeln.lernstand import Lernstand, OffenerDurchlauf
from tests.kurse.regeln.bau import TAG, erledigt, geschichte, kurs, lektion, modul

M1 = modul("m1", lektion("l1"), geschichte("s1"), wahl=(lektion("l2"),))
M2 = modul("m2", lektion("l3"))
KURS = kurs(M1, M2)
FAKTEN = erledigt("l1", "s1", "l2", "l3", "m1", "m2")


def test_a_fresh_modul_is_open_with_all_that_is_mandatory() -> None:
    stand = modul_stand(M1, Lernstand())
    assert stand.zustand is ModulZustand.OFFEN
    assert [b.inhalt.id for b in stand.offene_pflicht] == ["l1", "s1"]
    assert stand.minuten_uebrig == 12


def test_a_modul_is_begun_with_the_first_baustein_or_durchlauf() -> None:
    assert modul_stand(M1, Lernstand(erledigt("l1"))).zustand is ModulZustand.BEGONNEN
    offen = Lernstand(offene_durchlaeufe=(OffenerDurchlauf(4, "s1"),))
    stand = modul_stand(M1, offen)
    assert stand.zustand is ModulZustand.BEGONNEN
    assert stand.bausteine[1].zustand is BausteinZustand.BEGONNEN
    assert stand.bausteine[1].durchlauf_id == 4


def test_a_modul_is_done_with_its_mandatory_bausteine_alone() -> None:
    stand = modul_stand(M1, Lernstand(erledigt("l1", "s1")))
    assert stand.zustand is ModulZustand.GESCHAFFT
    assert stand.geschafft_am is None
    assert stand.minuten_uebrig == 0


def test_a_lektion_does_not_count_for_a_szenario_of_the_same_id() -> None:
    gleich = modul("m1", geschichte("l1"))
    assert modul_stand(gleich, Lernstand(erledigt("l1"))).zustand is ModulZustand.OFFEN


def test_a_modul_abschluss_is_due_once() -> None:
    fakten = erledigt("l1", "s1")
    assert module_zum_abschliessen(KURS, Lernstand(fakten)) == (M1,)
    assert module_zum_abschliessen(KURS, Lernstand(fakten | erledigt("m1"))) == ()


def test_a_stored_abschluss_stays_when_the_catalogue_asks_for_more() -> None:
    groesser = modul("m1", lektion("l1"), geschichte("s1"), lektion("neu"))
    stand = modul_stand(groesser, Lernstand(erledigt("l1", "s1", "m1")))
    assert stand.zustand is ModulZustand.GESCHAFFT
    assert stand.geschafft_am == TAG
    assert stand.offene_pflicht == ()


def test_an_anerkennung_makes_a_modul_done_from_its_day() -> None:
    frueher = TAG - timedelta(days=400)
    stand = modul_stand(M1, Lernstand(erledigt("m1"), anerkannt=frozenset({("m1", frueher)})))
    assert (stand.zustand, stand.geschafft_am) == (ModulZustand.GESCHAFFT, frueher)
    assert stand.anerkannt


def test_a_modul_in_preparation_is_never_done_by_itself() -> None:
    assert modul_stand(modul("m3"), Lernstand()).zustand is ModulZustand.OFFEN


def test_a_raised_fassung_offers_its_baustein_again_and_takes_nothing() -> None:
    neu = modul("m1", lektion("l1", fassung=2), geschichte("s1"))
    stand = modul_stand(neu, Lernstand(erledigt("l1", "s1")))
    assert stand.bausteine[0].zustand is BausteinZustand.NEU_GEFASST
    assert stand.bausteine[0].erledigt_am == TAG
    assert stand.zustand is ModulZustand.GESCHAFFT


def test_doing_the_new_fassung_settles_it() -> None:
    neu = modul("m1", lektion("l1", fassung=2))
    fakten = erledigt("l1") | erledigt("l1", fassung=2, am=TAG + timedelta(days=1))
    stand = modul_stand(neu, Lernstand(fakten)).bausteine[0]
    assert stand.zustand is BausteinZustand.GESCHAFFT
    assert stand.erledigt_am == TAG + timedelta(days=1)


def test_the_alternative_of_a_hard_topic_counts_for_it() -> None:
    hart = modul("m1", lektion("l1", alternative="l9"), wahl=(lektion("l9"),))
    stand = modul_stand(hart, Lernstand(erledigt("l9")))
    assert stand.bausteine[0].zustand is BausteinZustand.DURCH_ALTERNATIVE
    assert stand.zustand is ModulZustand.GESCHAFFT


def _grund_und_id(lernstand: Lernstand) -> tuple[VorschlagGrund, str | None] | None:
    vorschlag = naechster_schritt(KURS, lernstand)
    if vorschlag is None:
        return None
    return vorschlag.grund, vorschlag.inhalt.id if vorschlag.inhalt else None


def test_an_open_durchlauf_comes_first() -> None:
    laeufe = (OffenerDurchlauf(9, "s1"), OffenerDurchlauf(4, "alt"))
    vorschlag = naechster_schritt(KURS, Lernstand(offene_durchlaeufe=laeufe))
    assert vorschlag is not None
    assert (vorschlag.grund, vorschlag.durchlauf_id) == (VorschlagGrund.OFFENER_DURCHLAUF, 9)
    assert vorschlag.modul is M1


def test_a_passed_story_that_is_played_again_waits_until_nothing_needed_is_open() -> None:
    noch_einmal = OffenerDurchlauf(9, "s1")
    neuer = Lernstand(erledigt("l1", "s1"), offene_durchlaeufe=(noch_einmal,))
    assert _grund_und_id(neuer) == (VorschlagGrund.PFLICHT, "l3")
    fertig = Lernstand(erledigt("l1", "s1", "l3"), offene_durchlaeufe=(noch_einmal,))
    assert _grund_und_id(fertig) == (VorschlagGrund.NOCH_EINMAL, "s1")


def test_an_unfinished_story_comes_before_a_passed_one_that_was_played_later() -> None:
    stand = Lernstand(
        erledigt("l1", "s9"),
        offene_durchlaeufe=(OffenerDurchlauf(9, "s9"), OffenerDurchlauf(4, "s1")),
    )
    vorschlag = naechster_schritt(KURS, stand)
    assert vorschlag is not None
    assert (vorschlag.grund, vorschlag.durchlauf_id) == (VorschlagGrund.OFFENER_DURCHLAUF, 4)


def test_a_durchlauf_of_a_szenario_that_is_gone_can_still_be_finished() -> None:
    vorschlag = naechster_schritt(
        KURS, Lernstand(offene_durchlaeufe=(OffenerDurchlauf(9, "fort"),))
    )
    assert vorschlag is not None
    assert (vorschlag.durchlauf_id, vorschlag.modul, vorschlag.inhalt) == (9, None, None)


def test_what_is_mandatory_comes_in_order_and_before_what_is_voluntary() -> None:
    assert _grund_und_id(Lernstand()) == (VorschlagGrund.PFLICHT, "l1")
    assert _grund_und_id(Lernstand(erledigt("l1"))) == (VorschlagGrund.PFLICHT, "s1")
    assert _grund_und_id(Lernstand(erledigt("l1", "s1"))) == (VorschlagGrund.PFLICHT, "l3")
    fertig = Lernstand(erledigt("l1", "s1", "l3"))
    assert _grund_und_id(fertig) == (VorschlagGrund.FREIWILLIG, "l2")
    assert _grund_und_id(Lernstand(FAKTEN)) is None


def test_what_is_newly_worded_comes_after_what_is_missing() -> None:
    neu = kurs(modul("m1", lektion("l1", fassung=2)), M2)
    erst = naechster_schritt(neu, Lernstand(erledigt("l1")))
    dann = naechster_schritt(neu, Lernstand(erledigt("l1", "l3")))
    assert erst is not None
    assert erst.grund is VorschlagGrund.PFLICHT
    assert dann is not None
    assert dann.grund is VorschlagGrund.NEU_GEFASST


def test_after_an_anerkennung_its_bausteine_are_voluntary() -> None:
    stand = Lernstand(anerkannt=frozenset({("m1", TAG)}))
    assert _grund_und_id(stand) == (VorschlagGrund.PFLICHT, "l3")


@given(st.sets(st.sampled_from(sorted(FAKTEN))), st.sampled_from(sorted(FAKTEN)))
def test_one_more_fact_never_takes_anything_away(fakten: set, mehr: object) -> None:  # type: ignore[type-arg]
    vorher = kurs_stand(KURS, Lernstand(frozenset(fakten)))
    nachher = kurs_stand(KURS, Lernstand(frozenset({*fakten, mehr})))
    for alt, neu in zip(vorher, nachher, strict=True):
        assert list(ModulZustand).index(neu.zustand) >= list(ModulZustand).index(alt.zustand)
        assert neu.minuten_uebrig <= alt.minuten_uebrig


@given(st.sets(st.sampled_from(sorted(FAKTEN))))
def test_the_next_step_is_never_already_done(fakten: set) -> None:  # type: ignore[type-arg]
    vorschlag = naechster_schritt(KURS, Lernstand(frozenset(fakten)))
    if vorschlag is not None:
        assert vorschlag.inhalt is not None
        assert vorschlag.inhalt.id not in {fakt.id for fakt in fakten}
