"""Every shipped Szenario is played: the best way, a failing one, and every option once."""

from collections.abc import Iterator

from kurse.kurs import SzenarioInhalt
from quiz.fragen import Frage, Fragetyp, Wertung
from quiz.szenario import Ende
from tests.kurse.mitgeliefert import katalog, szenarien
from tests.kurse.spielweg import (
    Spielweg,
    Zug,
    bester,
    ende_von,
    schlechtester,
    spiele,
    urteil,
    wege_ueber_jede_option,
)


def test_the_best_way_of_every_szenario_passes_and_ends_well() -> None:
    grenze = katalog().basis.bestehensgrenze
    for inhalt in szenarien():
        weg = spiele(inhalt.szenario, bester)
        gefunden = urteil(inhalt.szenario, weg, grenze)
        assert (gefunden.score, gefunden.bestanden) == (1, True), inhalt.id
        assert ende_von(inhalt.szenario, weg) is Ende.GUT, inhalt.id


def test_no_szenario_can_be_passed_with_the_worst_answers() -> None:
    grenze = katalog().basis.bestehensgrenze
    for inhalt in szenarien():
        weg = spiele(inhalt.szenario, schlechtester)
        assert not urteil(inhalt.szenario, weg, grenze).bestanden, inhalt.id


def test_every_option_of_every_szenario_can_be_chosen_and_leads_to_an_end() -> None:
    for inhalt in szenarien():
        gewaehlt = set[tuple[str, str]]()
        for weg in wege_ueber_jede_option(inhalt.szenario):
            assert ende_von(inhalt.szenario, weg) is not None, inhalt.id
            gewaehlt |= {(z.knoten, option) for z in weg.zuege for option in z.eingabe.gewaehlt}
        assert gewaehlt == _alle_optionen(inhalt), inhalt.id


def test_no_answer_stays_without_a_text_and_every_way_ends_with_one() -> None:
    stumm = {
        f"{inhalt.id}: {stelle}"
        for inhalt in szenarien()
        for weg in wege_ueber_jede_option(inhalt.szenario)
        for stelle in _stumme_stellen(inhalt, weg)
    }
    assert stumm == set()


def test_everything_that_a_page_shows_of_a_szenario_is_there_as_html() -> None:
    fehlend = {
        f"{inhalt.id}: {name}"
        for inhalt in szenarien()
        for name in _gezeigt(inhalt)
        if not inhalt.html.get(name, "").strip()
    }
    assert fehlend == set()


def test_a_dangerous_answer_never_passes_however_well_the_way_goes_on() -> None:
    grenze = katalog().basis.bestehensgrenze
    gefaehrliche = 0
    for inhalt in szenarien():
        for weg in wege_ueber_jede_option(inhalt.szenario):
            if any(zug.bewertung.gefaehrlich for zug in weg.zuege):
                gefaehrliche += 1
                assert not urteil(inhalt.szenario, weg, grenze).bestanden, inhalt.id
    assert gefaehrliche > 0


def _alle_optionen(inhalt: SzenarioInhalt) -> set[tuple[str, str]]:
    return {
        (knoten.id, option.id)
        for knoten in inhalt.szenario.knoten.values()
        if knoten.frage
        for option in knoten.frage.optionen
    }


def _stumme_stellen(inhalt: SzenarioInhalt, weg: Spielweg) -> Iterator[str]:
    for zug in weg.zuege:
        if not any(inhalt.html.get(name, "").strip() for name in _antworttexte(inhalt, zug)):
            yield f"{zug.knoten} {zug.eingabe}"
    if not inhalt.html.get(f"{weg.stand.knoten}.text", "").strip():
        yield weg.stand.knoten


def _antworttexte(inhalt: SzenarioInhalt, zug: Zug) -> Iterator[str]:
    """What the page after an answer takes its words from."""
    frage = inhalt.szenario.knoten[zug.knoten].frage
    assert frage is not None
    if frage.typ is Fragetyp.EINFACHWAHL:
        yield f"{zug.knoten}.optionen.{zug.eingabe.gewaehlt[0]}.rueckmeldung"
        return
    richtig = zug.bewertung.wert in (None, 1)
    yield f"{zug.knoten}.folge"
    yield f"{zug.knoten}.rueckmeldung_{'richtig' if richtig else 'falsch'}"
    for option in frage.optionen:
        if (option.id in zug.eingabe.gewaehlt) != (option.wertung is Wertung.GUT):
            yield f"{zug.knoten}.optionen.{option.id}.rueckmeldung"


def _gezeigt(inhalt: SzenarioInhalt) -> Iterator[str]:
    for knoten in inhalt.szenario.knoten.values():
        yield f"{knoten.id}.text"
        if knoten.frage:
            yield f"{knoten.id}.frage"
            yield from (f"{knoten.id}.{teil}" for teil in _teile(knoten.frage))


def _teile(frage: Frage) -> Iterator[str]:
    yield from (f"schritte.{nr}" for nr in range(len(frage.schritte)))
    for option in frage.optionen:
        yield f"optionen.{option.id}.text"
        if frage.typ is Fragetyp.EINFACHWAHL or option.wertung is not Wertung.GUT:
            yield f"optionen.{option.id}.rueckmeldung"
        if frage.typ is Fragetyp.EINFACHWAHL:
            yield f"optionen.{option.id}.folge"
    if frage.typ in (Fragetyp.REIHENFOLGE, Fragetyp.ZUORDNUNG):
        yield from ("rueckmeldung_richtig", "rueckmeldung_falsch")
