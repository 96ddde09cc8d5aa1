from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lernplattform.core.errors import EingabeUngueltig
from lernplattform.core.ortszeit import aus_ortszeit, in_ortszeit
from lernplattform.services.seminarangaben import Seminarangaben, pruefe_angaben

BEGINN = aus_ortszeit(datetime.fromisoformat("2026-10-26 18:00"))
STUNDE = timedelta(hours=1)
ANGABEN = Seminarangaben("Titel", "Ort", 1, ((BEGINN, BEGINN + STUNDE),))


def _fehler(angaben: Seminarangaben, jetzt: datetime = BEGINN - 90 * 24 * STUNDE) -> str:
    with pytest.raises(EingabeUngueltig) as fehler:
        pruefe_angaben(angaben, jetzt)
    return f"{fehler.value.feld}: {fehler.value.code}"


def test_what_is_sound_passes() -> None:
    pruefe_angaben(ANGABEN, BEGINN - timedelta(seconds=1))


def test_default_deadlines_keep_the_time_on_the_clock_over_a_change() -> None:
    erwartet = ["2026-10-25 18:00", "2026-10-25 18:00", "2026-10-24 18:00"]
    assert [f"{in_ortszeit(frist):%Y-%m-%d %H:%M}" for frist in ANGABEN.fristen] == erwartet


def test_a_deadline_that_was_given_stays() -> None:
    frist = BEGINN - 5 * STUNDE
    assert replace(ANGABEN, nachruecken_bis=frist).fristen[2] == frist


def test_a_seminar_needs_a_termin_that_lies_ahead() -> None:
    assert _fehler(replace(ANGABEN, termine=())) == "termine: termin_fehlt"
    assert _fehler(ANGABEN, jetzt=BEGINN) == "termine: termin_vorbei"


def test_a_termin_ends_after_its_beginning() -> None:
    assert _fehler(replace(ANGABEN, termine=((BEGINN, BEGINN),))) == "termine: ende_vor_beginn"


def test_termine_do_not_overlap_and_come_in_order() -> None:
    zweiter = (BEGINN + STUNDE / 2, BEGINN + 2 * STUNDE)
    ueberlappt = replace(ANGABEN, termine=(*ANGABEN.termine, zweiter))
    assert _fehler(ueberlappt) == "termine: termine_ueberschneiden"
    anschliessend = (BEGINN + STUNDE, BEGINN + 2 * STUNDE)
    pruefe_angaben(replace(ANGABEN, termine=(*ANGABEN.termine, anschliessend)), BEGINN - STUNDE)


@pytest.mark.parametrize("feld", ["anmeldung_bis", "abmeldung_bis", "nachruecken_bis"])
def test_no_deadline_comes_after_the_beginning(feld: str) -> None:
    assert _fehler(replace(ANGABEN, **{feld: BEGINN + STUNDE})) == f"{feld}: frist_nach_beginn"


def test_a_seminar_has_places() -> None:
    assert _fehler(replace(ANGABEN, plaetze=0)) == "plaetze: plaetze_fehlen"
