"""A Szenario as the engine plays it and as a page shows it."""

from pathlib import Path

from kurse.kurs import SzenarioInhalt
from kurse.laden import load_katalog
from quiz.fragen import FolgeTon, Fragetyp, Uebergang
from quiz.szenario import Ende
from tests.kurse.faelle.bau import erster_knoten, szenario
from tests.kurse.ordner import Dateien, schreibe

REIHENFOLGE = """\
    text: A.
    frage: B?
    typ: reihenfolge
    profilelemente: [zuhoeren]
    sicherheit: ja
    schritte: [erst, "[[vollmacht]]"]
    folge: F.
    folge_ton: unangenehm
    rueckmeldung_richtig: Ja.
    rueckmeldung_falsch: Nein.
    weiter: flur
"""


def lade(ordner: Path, files: Dateien) -> SzenarioInhalt:
    ergebnis = load_katalog(schreibe(ordner, files))
    assert ergebnis.katalog is not None, ergebnis.fehler
    inhalt = ergebnis.katalog.szenario("erster-abend")
    assert inhalt is not None
    return inhalt


def test_each_text_has_its_path(tmp_path: Path) -> None:
    html = lade(tmp_path, {}).html
    assert html["tuer.text"] == "<p>Eine Frau steht vor Ihrer Tür.</p>\n"
    assert html["tuer.frage"] == "Was tun Sie?"
    assert html["tuer.optionen.gut.text"] == "Sie fragen erst einmal nach."
    assert html["tuer.optionen.gut.folge"] == "<p>Die Frau nickt und denkt nach.</p>\n"
    assert html["tuer.optionen.falsch.rueckmeldung"].startswith("<p>Schnell")
    assert html["ende-gut.text"] == "<p>Ein guter Abend.</p>\n"
    assert len(html) == 4 * 8 + 1


def test_a_reihenfolge_has_steps_and_two_answers(tmp_path: Path) -> None:
    inhalt = lade(tmp_path, erster_knoten(REIHENFOLGE))
    frage = inhalt.szenario.knoten["tuer"].frage
    assert frage is not None
    assert (frage.typ, frage.schritte) == (Fragetyp.REIHENFOLGE, ("erst", "[[vollmacht]]"))
    assert (frage.sicherheit, frage.folge_ton) == (True, FolgeTon.UNANGENEHM)
    assert inhalt.html["tuer.schritte.0"] == "erst"
    assert ">Vollmacht</a>" in inhalt.html["tuer.schritte.1"]
    assert inhalt.html["tuer.rueckmeldung_falsch"] == "<p>Nein.</p>\n"
    assert inhalt.fachwoerter == ("vollmacht",)


def test_a_zuordnung_keeps_its_pairs_in_order(tmp_path: Path) -> None:
    zuordnung = REIHENFOLGE.replace("reihenfolge", "zuordnung").replace(
        'schritte: [erst, "[[vollmacht]]"]', "paare: {z: eins, a: zwei}\n    ablenker: [drei]"
    )
    frage = lade(tmp_path, erster_knoten(zuordnung)).szenario.knoten["tuer"].frage
    assert frage is not None
    assert frage.paare == (("z", "eins"), ("a", "zwei"))
    assert frage.ablenker == ("drei",)


def test_a_way_may_be_a_word_or_a_list_of_conditions(tmp_path: Path) -> None:
    wege = "[{wenn: mut, zu: flur}, {zu: flur}]"
    files = szenario(
        "        wertung: gut",
        f"        wertung: gut\n        setzt: [mut]\n        weiter: {wege}",
    )
    knoten = lade(tmp_path, files).szenario.knoten["tuer"]
    assert knoten.frage is not None
    assert knoten.frage.optionen[0].weiter == (Uebergang("flur", "mut"), Uebergang("flur"))
    assert knoten.frage.optionen[0].setzt == {"mut"}
    assert knoten.weiter == (Uebergang("flur"),)


def test_an_end_asks_nothing(tmp_path: Path) -> None:
    ende = lade(tmp_path, {}).szenario.knoten["ende-gut"]
    assert (ende.ende, ende.frage, ende.weiter) == (Ende.GUT, None, ())


def test_minutes_come_from_the_longest_way(tmp_path: Path) -> None:
    """2.69 minutes with four decisions; 67 more words in one situation make 3.36."""
    kurz = lade(tmp_path / "kurz", {})
    woerter = " ".join(["Wort"] * 73)
    lang = lade(tmp_path / "lang", szenario("Eine Frau steht vor Ihrer Tür.", woerter))
    assert lang.minuten == kurz.minuten + 1
