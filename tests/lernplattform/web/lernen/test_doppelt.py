"""The same answer sent fifty times at once is one answer."""

from collections.abc import Callable
from threading import Barrier, Thread

from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Antwort, Auswahlzaehler, Durchlauf, DurchlaufStatus
from lernplattform.models.fortschritt import Abschluss
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person
from lernplattform.services.lernen import schliesse_lektion_ab
from tests.fabrik import JETZT, mache_person
from tests.katalog import beispiel_katalog, spiele_beispiel_ein
from tests.seiten import Besuch
from tests.spiel import GUTE_FUENF, GUTER_BRIEF, GUTER_ERSTER_BESUCH, antworte, spiele, starte

ANZAHL = 50
Neuer = Callable[[], Besuch]


def sende_zugleich(besuche: list[Besuch], pfad: str, **felder: str) -> list[tuple[int, str]]:
    """Every visitor sends the form at the same moment; status and target of each answer."""
    token = [besuch.csrf_token() for besuch in besuche]
    startschuss, antworten = Barrier(len(besuche)), list[tuple[int, str]]()

    def sende(besuch: Besuch, csrf: str) -> None:
        startschuss.wait()
        antwort = besuch.post(pfad, csrf_token=csrf, **felder)
        antworten.append((antwort.status_code, antwort.headers.get("Location", "")))

    faeden = [Thread(target=sende, args=paar) for paar in zip(besuche, token, strict=True)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    return antworten


def angemeldete(besuch: Neuer, person: Person, anzahl: int = ANZAHL) -> list[Besuch]:
    return [besuch().melde_an(person) for _nr in range(anzahl)]


def test_fifty_times_the_same_answer_is_one_row_and_the_same_result(app: Flask, besuch: Neuer):
    katalog, person = spiele_beispiel_ein(), mache_person()
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    antworten = sende_zugleich(
        angemeldete(besuch, person),
        f"/lernen/durchlauf/{durchlauf_id}/antwort",
        schritt="0",
        antwort="melden",
    )
    assert set(antworten) == {(303, f"/lernen/durchlauf/{durchlauf_id}/schritt/1/")}
    assert len(antworten) == ANZAHL
    assert db.session.query(Antwort).count() == 1
    assert {z.option: z.anzahl for z in db.session.query(Auswahlzaehler)} == {"": 1, "melden": 1}


def test_different_answers_at_once_show_the_one_that_was_kept(app: Flask, besuch: Neuer):
    katalog, person = spiele_beispiel_ein(), mache_person()
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    pfad = f"/lernen/durchlauf/{durchlauf_id}/antwort"
    besuche = angemeldete(besuch, person, 8)
    token = [b.csrf_token() for b in besuche]
    wahlen = ["melden", "suchen"] * 4
    startschuss = Barrier(len(besuche))

    def sende(b: Besuch, csrf: str, wahl: str) -> None:
        startschuss.wait()
        b.post(pfad, csrf_token=csrf, schritt="0", antwort=wahl)

    faeden = [Thread(target=sende, args=a) for a in zip(besuche, token, wahlen, strict=True)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    behalten = db.session.query(Antwort).one().eingabe["gewaehlt"][0]
    text = {"melden": "nimmt einen Stift", "suchen": "Niemand weiß davon"}[behalten]
    for b in besuche:
        assert text in b.oeffne(f"/lernen/durchlauf/{durchlauf_id}/schritt/1/")


def test_the_last_answer_sent_at_once_completes_everything_once(app: Flask, besuch: Neuer):
    katalog, person = spiele_beispiel_ein(), mache_person()
    with transaktion():
        for lektion in ("willkommen", "verschwiegen-sein"):
            schliesse_lektion_ab(katalog, person.id, lektion, JETZT)
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    spiele(katalog, person.id, "fuenf-fragen", GUTE_FUENF)
    durchlauf_id = starte(katalog, person.id, "brief-weg")
    antworte(katalog, person.id, durchlauf_id, GUTER_BRIEF[:3])
    antworten = sende_zugleich(
        angemeldete(besuch, person, 12),
        f"/lernen/durchlauf/{durchlauf_id}/antwort",
        schritt="3",
        antwort="ehrlich",
    )
    assert {status for status, _ziel in antworten} == {303}
    assert db.session.query(Abschluss).filter_by(inhalt_id="beispielkurs").count() == 1
    assert [n.vorlage for n in db.session.query(Nachricht)] == ["vollstaendig"]


def test_the_two_last_steps_at_once_do_not_pass_each_other(app: Flask, besuch: Neuer):
    """Each transaction alone would see the other step still missing."""
    spiele_beispiel_ein()
    for _runde in range(5):
        person = mache_person()
        spiele(
            beispiel_katalog(),
            person.id,
            "erster-besuch",
            GUTER_ERSTER_BESUCH,
        )
        spiele(beispiel_katalog(), person.id, "brief-weg", GUTER_BRIEF)
        spiele(beispiel_katalog(), person.id, "fuenf-fragen", GUTE_FUENF)
        pfade = [
            "/lernen/modul/ankommen/lektion/willkommen/verstanden",
            "/lernen/modul/vertrauen/lektion/verschwiegen-sein/verstanden",
        ]
        besuche = angemeldete(besuch, person, 2)
        token = [b.csrf_token() for b in besuche]
        startschuss = Barrier(2)

        def sende(b: Besuch, csrf: str, pfad: str, schuss: Barrier = startschuss) -> None:
            schuss.wait()
            b.post(pfad, csrf_token=csrf)

        faeden = [Thread(target=sende, args=a) for a in zip(besuche, token, pfade, strict=True)]
        for faden in faeden:
            faden.start()
        for faden in faeden:
            faden.join()
        kurs = db.session.query(Abschluss).filter_by(person_id=person.id, inhalt_id="beispielkurs")
        assert kurs.count() == 1


def test_starting_twenty_times_at_once_opens_one_durchlauf(app: Flask, besuch: Neuer):
    spiele_beispiel_ein()
    antworten = sende_zugleich(
        angemeldete(besuch, mache_person(), 20), "/lernen/modul/vertrauen/szenario/brief-weg/"
    )
    assert len(set(antworten)) == 1
    assert [d.status for d in db.session.query(Durchlauf)] == [DurchlaufStatus.OFFEN]
