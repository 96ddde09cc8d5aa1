"""The main job, end to end, through the real pages, with real mail.

From an empty platform to the confirmed qualification, the checked Bescheinigung, and the booked
Vertiefungsseminar that was locked before the course was complete.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask import Flask

from lernplattform.core import clock
from tests.fabrik import PASSWORT
from tests.katalog import spiele_beispiel_ein
from tests.mailserver import Annahme, mailserver
from tests.seiten import Besuch
from tests.spiel import GUTER_BRIEF, GUTER_ERSTER_BESUCH

BASIS = "https://lernen.example"
Besucht = Callable[[], Besuch]


@pytest.fixture
def post(app: Flask) -> Iterator[Annahme]:
    """A mail server that the platform sends through."""
    annahme = Annahme()
    with mailserver(annahme) as port:
        app.config["SMTP_PORT"] = port
        yield annahme


@pytest.fixture
def verwaltung(app: Flask, besuch: Besucht) -> Besuch:
    """The first account comes from the command line; its link stands on the screen."""
    angaben = ["--vorname", "Vera", "--nachname", "Muster", "--email", "vera@test.example"]
    ausgabe = app.test_cli_runner().invoke(args=["personen", "verwaltung-anlegen", *angaben]).output
    return nimm_an(besuch(), ausgabe, "vera@test.example")


def nimm_an(besucher: Besuch, text: str, kennung: str) -> Besuch:
    """Follow the link of an Einladung, choose a password, sign in."""
    gefunden = re.search(rf"{BASIS}(/einladung/[\w-]+)", text)
    assert gefunden, text
    besucher.oeffne(gefunden.group(1))
    besucher.druecke("Passwort speichern", neu=PASSWORT, wiederholt=PASSWORT)
    besucher.druecke("Anmelden", kennung=kennung, passwort=PASSWORT)
    return besucher


def hole_mail(app: Flask, post: Annahme, an: str) -> str:
    """Let the outbox send what is due; the latest mail to this address as text."""
    ergebnis = app.test_cli_runner().invoke(args=["post", "senden"])
    assert ergebnis.exit_code == 0, ergebnis.output
    mails = [mail for mail in post.mails if an in mail["To"]]
    assert mails, [mail["To"] for mail in post.mails]
    teil = mails[-1].get_body(("plain",))
    assert teil is not None
    return teil.get_content()


def lade_ein(wer: Besuch, name: str, email: str, rolle: str, **mehr: str) -> None:
    wer.oeffne("/koordination/einladen")
    vorname, nachname = name.split()
    wer.druecke("Einladen", vorname=vorname, nachname=nachname, email=email, rolle=rolle, **mehr)
    assert "bekommt jetzt eine E-Mail" in wer.text


def richte_ein(verwaltung: Besuch) -> None:
    """Legal pages, a Träger, a Standort, and its Koordination."""
    assert "Impressum" in verwaltung.oeffne("/verwaltung/rechtstexte/")
    for art in ("datenschutz", "impressum"):
        verwaltung.oeffne(f"/verwaltung/rechtstexte/{art}/")
        verwaltung.druecke("Speichern", text="Hier steht, was hier stehen muss.")
    verwaltung.oeffne("/verwaltung/rechtstexte/barrierefreiheit/")
    verwaltung.druecke("Speichern", traeger="Brücken bauen e. V.", email="barrieren@test.example")
    verwaltung.oeffne("/verwaltung/traeger/neu")
    verwaltung.druecke("Speichern", name="Brücken bauen e. V.")
    verwaltung.oeffne("/verwaltung/standorte/neu")
    verwaltung.druecke("Speichern", name="Musterstadt", mindest_ue_praesenz="0")
    verwaltung.oeffne("/verwaltung/personen/neu")
    standort = re.search(r'<option[^>]*value="(\d+)"[^>]*>\s*Musterstadt', verwaltung.html)
    assert standort
    verwaltung.druecke(
        "Einladen",
        vorname="Kaja",
        nachname="Kowalska",
        email="kaja@test.example",
        rolle="koordination",
        standort_id=standort.group(1),
    )


def lerne_alles(lotse: Besuch) -> None:
    """Lektionen with the explicit act, Szenarien decision by decision."""
    lies(lotse, "ankommen", "willkommen")
    spiele(lotse, "ankommen", "erster-besuch", GUTER_ERSTER_BESUCH)
    lies(lotse, "vertrauen", "verschwiegen-sein")
    spiele(lotse, "vertrauen", "brief-weg", GUTER_BRIEF)
    spiele_fuenf_fragen(lotse)


def spiele_fuenf_fragen(lotse: Besuch) -> None:
    """Every kind of question, answered by what the page shows."""
    lotse.oeffne("/lernen/modul/vertrauen/szenario/fuenf-fragen/")
    lotse.druecke("Geschichte beginnen")
    lotse.druecke("Entscheiden", antwort="allgemein")
    lotse.klicke("Weiter")
    lotse.druecke("Entscheiden", antwort=["stift", "karte"])
    lotse.klicke("Weiter")
    lotse.druecke("Entscheiden", **{f"position-{i}": str(i + 1) for i in range(3)})
    lotse.klicke("Weiter")
    lotse.druecke("Entscheiden", **{"ziel-0": "0", "ziel-1": "1"})
    lotse.klicke("Weiter")
    lotse.druecke("Weiter", text="Zuhören tut gut.")
    lotse.klicke("Weiter")


def lies(lotse: Besuch, modul: str, lektion: str) -> None:
    lotse.oeffne(f"/lernen/modul/{modul}/lektion/{lektion}/")
    lotse.druecke("Verstanden")


def spiele(lotse: Besuch, modul: str, szenario: str, wahlen: tuple[str, ...]) -> None:
    lotse.oeffne(f"/lernen/modul/{modul}/szenario/{szenario}/")
    lotse.druecke("Geschichte beginnen")
    for wahl in wahlen:
        lotse.druecke("Entscheiden", antwort=wahl)
        assert "Was dann geschieht" in lotse.text
        lotse.klicke("Weiter")
    assert "geschafft" in lotse.text.lower()


def test_from_an_empty_platform_to_the_booked_seminar(
    app: Flask, besuch: Besucht, verwaltung: Besuch, post: Annahme
) -> None:
    spiele_beispiel_ein()
    richte_ein(verwaltung)
    koordination = nimm_an(besuch(), hole_mail(app, post, "kaja@test.example"), "kaja@test.example")
    lade_ein(koordination, "Tomás Moreno", "tomas@test.example", "trainer")
    trainer = nimm_an(besuch(), hole_mail(app, post, "tomas@test.example"), "tomas@test.example")
    lege_gruppe_an(koordination)
    lade_ein(
        koordination, "Rahel Tesfay", "rahel@test.example", "lotse", **nur_eine_gruppe(koordination)
    )
    lotse = nimm_an(besuch(), hole_mail(app, post, "rahel@test.example"), "rahel@test.example")
    seminar = lege_seminar_an(koordination)

    assert "noch gesperrt" in lotse.oeffne("/seminare/")
    assert "noch nicht vollständig" in lotse.sende(f"{seminar}anmelden", 409)
    lerne_alles(lotse)
    assert "Sie haben alles geschafft" in hole_mail(app, post, "rahel@test.example")
    sieh_durch(trainer)
    assert "Sehr gewissenhaft gelernt." in lotse.oeffne("/lernen/")
    nummer = bestaetige(koordination)
    assert nummer in hole_mail(app, post, "rahel@test.example") or nummer in lotse.oeffne("/konto/")
    pruefe(besuch(), lotse, nummer)
    lotse.oeffne(seminar)
    assert "Sie nehmen teil" in lotse.druecke("Ich möchte teilnehmen")
    assert "BEGIN:VCALENDAR" in lotse.client.get(f"{seminar}kalender.ics").text
    assert "Rahel Tesfay" in koordination.oeffne(f"/koordination{seminar}")


def lege_gruppe_an(koordination: Besuch) -> None:
    koordination.oeffne("/koordination/gruppen/neu")
    gefunden = re.search(r'name="trainer"[^>]*value="(\d+)"', koordination.html)
    assert gefunden
    koordination.druecke("Anlegen", name="Kurs Herbst", trainer=gefunden.group(1))
    assert "Die Kursgruppe ist angelegt" in koordination.text


def nur_eine_gruppe(koordination: Besuch) -> dict[str, str]:
    koordination.oeffne("/koordination/einladen")
    gefunden = re.search(r'<option[^>]*value="(\d+)"[^>]*>\s*Kurs Herbst', koordination.html)
    assert gefunden
    return {"kursgruppe_id": gefunden.group(1)}


def lege_seminar_an(koordination: Besuch) -> str:
    """A published Seminar in a month; its path for Lotsen."""
    koordination.oeffne("/koordination/seminare/neu")
    tag = (clock.jetzt() + timedelta(days=30)).date().isoformat()
    koordination.druecke(
        "Als Entwurf speichern",
        titel="Gut zuhören",
        ort="Rathaus",
        plaetze="1",
        beginn_1=f"{tag}T18:00",
        ende_1=f"{tag}T20:00",
    )
    koordination.druecke("Veröffentlichen")
    assert koordination.antwort is not None
    return koordination.antwort.request.path.removeprefix("/koordination")


def sieh_durch(trainer: Besuch) -> None:
    trainer.oeffne("/begleitung/")
    if "Rahel Tesfay" not in trainer.text:
        trainer.klicke("Kurs Herbst")
    trainer.klicke("Rahel Tesfay")
    trainer.druecke("Durchsicht speichern", notiz="Sehr gewissenhaft gelernt.")


def bestaetige(koordination: Besuch) -> str:
    """The number of the Bescheinigung."""
    koordination.oeffne("/koordination/?stand=vollstaendig")
    koordination.klicke("Rahel Tesfay")
    koordination.druecke("Jetzt bestätigen")
    gefunden = re.search(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){4}", koordination.text)
    assert gefunden, koordination.text
    return gefunden.group(0)


def pruefe(amt: Besuch, lotse: Besuch, nummer: str) -> None:
    """The Lotse downloads the paper; an office checks it by number and surname."""
    lotse.oeffne("/konto/")
    assert lotse.client.get(lotse.link("PDF herunterladen")).mimetype == "application/pdf"
    amt.oeffne("/pruefen/")
    assert "echt und gültig" in amt.druecke("Prüfen", nummer=nummer.lower())
    assert "Rahel" not in amt.text
    assert "Rahel Tesfay" in amt.druecke("Namen prüfen", nachname="Tesfay")
