"""The marks that the shipped course as a whole must reach."""

import re
from collections import Counter
from collections.abc import Iterator

from kurse.kurs import Lektion, ModulStatus
from kurse.laden import load_katalog
from kurse.pruefung.bericht import Pruefbericht, erstelle_bericht
from kurse.pruefung.zaehlung import fragen, zaehle_elemente
from kurse.rahmen import Profilart
from quiz.fragen import Fragetyp, Uebergang
from quiz.graph import kanten
from quiz.hauptweg import konstanten
from quiz.szenario import Szenario
from tests.kurse.mitgeliefert import katalog, lektionen, quelltext, szenarien

RISIKO = {
    "verschwiegenheit-datenschutz",
    "neutralitaet",
    "naehe-distanz",
    "gespraech-sprachmittlung",
    "umgang-konflikte",
    "grenzen-ehrenamt",
}
MIT_ZWILLING = (
    "rolle-und-aufgaben",
    "rahmenbedingungen-und-datenschutz",
    "grenzen-und-selbstfuersorge",
)


def test_the_course_is_as_large_as_its_themes_need() -> None:
    themen = Counter(inhalt.thema for inhalt in szenarien())
    assert len(lektionen()) >= 44
    assert len(szenarien()) >= 40
    for thema, mindestens in (("grenzen", 12), ("datenschutz", 11), ("konflikte", 9)):
        assert themen[thema] >= mindestens, thema


def test_no_modul_is_unfinished_and_nothing_is_left_to_warn_of() -> None:
    assert {modul.status for modul in katalog().basis.module} == {ModulStatus.FERTIG}
    assert [str(warnung) for warnung in load_katalog().warnungen] == []


def test_causes_and_words_are_many_and_not_too_many() -> None:
    assert 30 <= len(katalog().fehlvorstellungen) <= 45
    assert 6 <= len(katalog().impulse) <= 8
    assert len(katalog().glossar) >= 90


def test_who_guesses_by_a_rule_passes_few_szenarien_or_none() -> None:
    for roboter in _bericht().roboter:
        assert len(roboter.bestanden) * 5 <= roboter.gespielt, roboter.name


def test_no_word_betrays_the_good_option() -> None:
    assert _bericht().verraeter == ()


def test_the_koordination_is_not_the_answer_to_everything() -> None:
    anteil = _bericht().koordination_nicht_beste
    assert anteil.teil * 4 >= anteil.von > 0


def test_good_choices_may_hurt_at_first_and_poor_ones_may_please() -> None:
    gute, schlechte = _bericht().gute_unangenehm, _bericht().schlechte_angenehm
    assert gute.teil * 4 >= gute.von > 0
    assert schlechte.teil * 100 >= 15 * schlechte.von > 0


def test_every_cause_shows_in_three_options_of_two_szenarien() -> None:
    selten = [
        ursache.id
        for ursache in _bericht().ursachen
        if ursache.haeufigkeit.anzahl < 3 or ursache.haeufigkeit.szenarien < 2
    ]
    assert selten == []


def test_what_a_lotse_can_do_is_decided_on_often_and_what_is_risky_oftener() -> None:
    gezaehlt = zaehle_elemente([inhalt.szenario for inhalt in szenarien()])
    for element in katalog().profilelemente.values():
        if element.art is Profilart.KOENNEN:
            haeufig = gezaehlt[element.id]
            assert haeufig.anzahl >= (12 if element.id in RISIKO else 8), element.id
            assert haeufig.szenarien >= 3, element.id


def test_all_kinds_of_questions_occur() -> None:
    typen = {frage.typ for inhalt in szenarien() for _, frage in fragen(inhalt.szenario)}
    assert typen == set(Fragetyp)


def test_half_of_the_szenarien_branch_and_many_remember_or_forgive() -> None:
    alle = [inhalt.szenario for inhalt in szenarien()]
    assert 2 * sum(_verzweigt(s) for s in alle) >= len(alle)
    assert sum(any(u.wenn for u in _uebergaenge(s)) for s in alle) >= 12
    assert sum(_hat_rettung(s) for s in alle) >= 20


def test_the_main_way_of_a_szenario_has_three_to_six_decisions() -> None:
    for inhalt in szenarien():
        assert 3 <= konstanten(inhalt.szenario).m <= 6, inhalt.id


def test_every_lektion_has_one_box_to_remember_and_the_length_of_a_short_read() -> None:
    for lektion in lektionen():
        assert lektion.html.count("lp-box--merke") == 1, lektion.id
        assert 300 <= len(_woerter(quelltext(lektion.id))) <= 700, lektion.id


def test_one_lektion_in_four_has_a_picture() -> None:
    assert 4 * sum("<img" in lektion.html for lektion in lektionen()) >= len(lektionen())


def test_the_module_with_most_rules_can_be_read_in_plain_words() -> None:
    ohne = [
        baustein.inhalt.id
        for modul in MIT_ZWILLING
        for baustein in katalog().module[modul].bausteine
        if isinstance(baustein.inhalt, Lektion) and baustein.inhalt.einfach_html is None
    ]
    assert ohne == []


def test_every_inhalt_names_its_sources() -> None:
    assert [inhalt.id for inhalt in katalog().inhalte.values() if not inhalt.quellen] == []


def _bericht() -> Pruefbericht:
    return erstelle_bericht(katalog())


def _verzweigt(szenario: Szenario) -> bool:
    von = [von for von, _ in kanten(szenario)]
    return len(von) > len(set(von))


def _hat_rettung(szenario: Szenario) -> bool:
    bewertet = {knoten.id for knoten in szenario.knoten.values() if knoten.bewertet}
    return bool(bewertet - konstanten(szenario).hauptknoten)


def _uebergaenge(szenario: Szenario) -> Iterator[Uebergang]:
    for knoten in szenario.knoten.values():
        yield from knoten.weiter
        for option in knoten.frage.optionen if knoten.frage else ():
            yield from option.weiter


def _woerter(markdown: str) -> list[str]:
    """What is read: without pictures, marks of boxes and the signs of Markdown."""
    ohne_bilder = re.sub(r"!\[.*?\]\(.*?\)", "", markdown)
    ohne_kaesten = re.sub(r"^:::.*$", "", ohne_bilder, flags=re.MULTILINE)
    return re.findall(r"\w[\w-]*", ohne_kaesten)
