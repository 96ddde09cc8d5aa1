"""What is missing for vollstaendig, and what for a confirmation."""

import pytest

from kurse.regeln.lernstand import Lernstand
from kurse.regeln.qualifizierung import (
    Antrag,
    DurchsichtFehlt,
    EigeneQualifizierung,
    ModulFehlt,
    ModulInVorbereitung,
    NichtVollstaendig,
    UeFehlen,
    VierAugenVerletzt,
    fehlende_voraussetzungen,
    fehlt_zur_vollstaendigkeit,
)
from tests.kurse.regeln.bau import TAG, erledigt, kurs, lektion, modul

KURS = kurs(
    modul("m1", lektion("l1"), lektion("l2")),
    modul("m2"),
    modul("m3", lektion("l3"), pflicht=False),
)
ALLES = Lernstand(erledigt("l1", "l2"), besuchte_ue=8)
KOORDINATION, TRAINER, LOTSE = 1, 2, 3
GUT = Antrag(LOTSE, KOORDINATION, durchgesehen_von={TRAINER})


def test_missing_module_are_named_with_what_is_still_to_do() -> None:
    fehlt = fehlt_zur_vollstaendigkeit(KURS, Lernstand(erledigt("l1")), 8)
    assert fehlt == (ModulFehlt("m1", ("l2",)), ModulInVorbereitung("m2"), UeFehlen(0, 8))


def test_a_mandatory_modul_in_preparation_keeps_everybody_waiting() -> None:
    assert fehlt_zur_vollstaendigkeit(KURS, ALLES, 8) == (ModulInVorbereitung("m2"),)


def test_an_anerkennung_also_covers_a_modul_in_preparation() -> None:
    stand = Lernstand(ALLES.erledigt, anerkannt=frozenset({("m2", TAG)}), besuchte_ue=8)
    assert fehlt_zur_vollstaendigkeit(KURS, stand, 8) == ()


def test_no_ue_are_asked_where_the_standort_asks_none() -> None:
    stand = Lernstand(ALLES.erledigt, anerkannt=frozenset({("m2", TAG)}))
    assert fehlt_zur_vollstaendigkeit(KURS, stand, 0) == ()
    assert fehlt_zur_vollstaendigkeit(KURS, stand, 1) == (UeFehlen(0, 1),)


def test_module_that_came_later_do_not_concern_who_was_vollstaendig() -> None:
    stand = Lernstand(besuchte_ue=8, vollstaendig_am=TAG)
    assert fehlt_zur_vollstaendigkeit(KURS, stand, 8) == ()


def test_a_corrected_attendance_is_asked_for_also_later() -> None:
    stand = Lernstand(besuchte_ue=6, vollstaendig_am=TAG)
    assert fehlt_zur_vollstaendigkeit(KURS, stand, 8) == (UeFehlen(6, 8),)


def test_nothing_stands_in_the_way_of_a_reviewed_and_complete_person() -> None:
    assert fehlende_voraussetzungen((), GUT) == ()


def test_all_that_is_missing_is_named_at_once() -> None:
    fehlt = (UeFehlen(0, 8),)
    gefunden = fehlende_voraussetzungen(fehlt, Antrag(LOTSE, LOTSE))
    assert gefunden == (
        NichtVollstaendig(fehlt),
        DurchsichtFehlt(),
        EigeneQualifizierung(),
    )


def test_a_durchsicht_may_be_switched_off() -> None:
    assert fehlende_voraussetzungen((), Antrag(LOTSE, KOORDINATION, durchsicht_noetig=False)) == ()


@pytest.mark.parametrize("durchsicht_noetig", [True, False])
def test_who_reviewed_may_not_confirm(durchsicht_noetig: bool) -> None:
    antrag = Antrag(
        LOTSE, KOORDINATION, {KOORDINATION, TRAINER}, durchsicht_noetig=durchsicht_noetig
    )
    assert fehlende_voraussetzungen((), antrag) == (VierAugenVerletzt(),)


def test_four_eyes_may_be_switched_off() -> None:
    assert (
        fehlende_voraussetzungen((), Antrag(LOTSE, KOORDINATION, {KOORDINATION}, vier_augen=False))
        == ()
    )


@pytest.mark.parametrize("vier_augen", [True, False])
def test_nobody_confirms_their_own(vier_augen: bool) -> None:
    antrag = Antrag(KOORDINATION, KOORDINATION, {TRAINER}, vier_augen=vier_augen)
    assert fehlende_voraussetzungen((), antrag) == (EigeneQualifizierung(),)
