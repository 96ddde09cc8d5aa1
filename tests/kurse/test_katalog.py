"""Looking up in the Katalog."""

from kurse.katalog import Katalog, fuer_demo
from tests.kurse.regeln.bau import geschichte, kurs, lektion, modul

L1, S1 = lektion("l1"), geschichte("s1")
M1, M2 = modul("m1", L1), modul("m2", S1)
KURS = kurs(M1, M2)
KATALOG = Katalog("", (KURS,), {}, {}, {}, {}, (), ())


def test_an_id_finds_its_inhalt_with_modul_and_kurs() -> None:
    assert list(KATALOG.inhalte.values()) == [L1, S1]
    assert KATALOG.modul_von["s1"] is M2
    assert KATALOG.kurs_von["m2"] is KURS


def test_a_lektion_is_no_szenario() -> None:
    assert (KATALOG.lektion("l1"), KATALOG.szenario("s1")) == (L1, S1)
    assert (KATALOG.szenario("l1"), KATALOG.lektion("s1")) == (None, None)


def test_what_is_not_there_is_none() -> None:
    assert (KATALOG.lektion("fort"), KATALOG.szenario("fort")) == (None, None)


def test_in_the_demo_only_finished_module_are_mandatory() -> None:
    offen = Katalog("", (kurs(M1, modul("m3")),), {}, {}, {}, {}, (), ())
    assert [m.pflicht for m in offen.basis.module] == [True, True]
    assert [m.pflicht for m in fuer_demo(offen).basis.module] == [True, False]
