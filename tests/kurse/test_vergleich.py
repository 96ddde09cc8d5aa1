"""What einspielen says about two states of the content, and what it refuses."""

from dataclasses import replace

from kurse.katalog import Katalog
from kurse.kurs import Inhalt, SzenarioInhalt
from kurse.vergleich import Aenderungsart, Verstoss, VerstossArt, vergleiche
from quiz.fragen import Frage, Fragetyp
from quiz.szenario import Ende, Knoten, Szenario
from tests.kurse.regeln.bau import geschichte, kurs, lektion, modul


def katalog(*inhalte: Inhalt) -> Katalog:
    return Katalog("", (kurs(modul("m1", *inhalte)),), {}, {}, {}, {}, (), ())


def mit_knoten(*knoten: Knoten, fassung: int = 1) -> SzenarioInhalt:
    graph = Szenario("s1", knoten[0].id, {k.id: k for k in knoten})
    return replace(geschichte("s1", fassung), szenario=graph)


def frage(knoten_id: str, typ: Fragetyp) -> Knoten:
    return Knoten(knoten_id, "Lage", Frage(typ, "Was?"))


def arten(alt: Katalog, neu: Katalog) -> list[tuple[str, Aenderungsart]]:
    return [(a.id, a.art) for a in vergleiche(alt, neu).aenderungen]


def test_equal_catalogues_differ_in_nothing() -> None:
    alt = katalog(lektion("l1"), geschichte("s1"))
    ergebnis = vergleiche(alt, alt)
    assert (ergebnis.aenderungen, ergebnis.verstoesse) == ((), ())


def test_new_and_gone_are_told_apart() -> None:
    alt, neu = katalog(lektion("l1"), lektion("l2")), katalog(lektion("l2"), geschichte("s1"))
    assert arten(alt, neu) == [("s1", Aenderungsart.NEU), ("l1", Aenderungsart.ENTFALLEN)]


def test_the_fassung_decides_between_editorial_and_material() -> None:
    alt = katalog(replace(lektion("l1"), hash="a"), replace(lektion("l2"), hash="a"))
    neu = katalog(replace(lektion("l1"), hash="b"), replace(lektion("l2", fassung=2), hash="b"))
    assert arten(alt, neu) == [
        ("l1", Aenderungsart.REDAKTIONELL),
        ("l2", Aenderungsart.FACHLICH),
    ]


def test_moving_an_inhalt_to_another_modul_is_no_change_of_it() -> None:
    alt = katalog(lektion("l1"))
    neu = Katalog("", (kurs(modul("m2", lektion("l1"))),), {}, {}, {}, {}, (), ())
    assert arten(alt, neu) == []


def test_a_lowered_fassung_is_refused() -> None:
    ergebnis = vergleiche(katalog(lektion("l1", fassung=2)), katalog(lektion("l1")))
    assert ergebnis.verstoesse == (Verstoss(VerstossArt.FASSUNG_GESENKT, "l1", "2", "1"),)
    assert "von 2 auf 1" in str(ergebnis.verstoesse[0])


def test_an_id_that_changes_its_kind_is_refused() -> None:
    ergebnis = vergleiche(katalog(lektion("l1")), katalog(geschichte("l1")))
    erwartet = Verstoss(VerstossArt.ART_GEWECHSELT, "l1", "lektion", "szenario")
    assert ergebnis.verstoesse == (erwartet,)


def test_another_type_of_question_needs_a_raised_fassung() -> None:
    alt = katalog(mit_knoten(frage("a", Fragetyp.EINFACHWAHL)))
    anders = frage("a", Fragetyp.MEHRFACHWAHL)
    ergebnis = vergleiche(alt, katalog(mit_knoten(anders)))
    assert ergebnis.verstoesse == (
        Verstoss(VerstossArt.FRAGETYP_GEWECHSELT, "s1", "einfachwahl", "mehrfachwahl", "a"),
    )
    assert vergleiche(alt, katalog(mit_knoten(anders, fassung=2))).verstoesse == ()


def test_a_question_that_becomes_an_end_needs_a_raised_fassung() -> None:
    alt = katalog(mit_knoten(frage("a", Fragetyp.FREITEXT)))
    ergebnis = vergleiche(alt, katalog(mit_knoten(Knoten("a", "Aus", ende=Ende.OFFEN))))
    assert [v.nachher for v in ergebnis.verstoesse] == ["ende"]


def test_new_and_vanished_knoten_are_editorial() -> None:
    alt = katalog(mit_knoten(frage("a", Fragetyp.FREITEXT), frage("b", Fragetyp.FREITEXT)))
    neu = katalog(mit_knoten(frage("a", Fragetyp.FREITEXT), frage("c", Fragetyp.EINFACHWAHL)))
    assert vergleiche(alt, neu).verstoesse == ()


def test_a_change_reads_as_a_line() -> None:
    aenderung = vergleiche(katalog(), katalog(geschichte("s1"))).aenderungen[0]
    assert str(aenderung) == "neu: Szenario „s1“ (s1), Fassung 1"
