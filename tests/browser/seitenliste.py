"""The main pages of every role, as a person comes to them."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.fabrik import PASSWORT

Tat = Callable[[Page], None]


@dataclass(frozen=True)
class Seite:
    """Who opens which address, and what is then done there; `wer` is empty for a guest."""

    name: str
    wer: str
    pfad: str
    tat: Tat | None = None


def sende(page: Page) -> None:
    """Send the page's form as it stands; the fields say what is missing."""
    page.locator("main form:not(.lp-knopf-post) button[type=submit]").first.click()
    page.locator(".lp-fehlersumme").wait_for()


def sende_passwort(page: Page) -> None:
    """The account has other forms too, which nobody can fill in wrongly."""
    page.locator("main form:has([name=bisher]) button[type=submit]").click()
    page.locator(".lp-fehlersumme").wait_for()


def melde_falsch_an(page: Page) -> None:
    page.locator("[name=kennung]").fill("niemand@test.example")
    page.locator("[name=passwort]").fill(PASSWORT)
    sende(page)


def trage_falsch_ein(page: Page) -> None:
    page.locator("main input[inputmode=tel]").first.fill("bitte klingeln")
    sende(page)


def klappe_auf(page: Page) -> None:
    """Open everything that waits behind a second thought."""
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true })")


def zeige_quellen(page: Page) -> None:
    """How each example is written."""
    page.evaluate(
        "document.querySelectorAll('.lp-stil-beispiel > details').forEach((d) => { d.open = true })"
    )


MODUL = "/lernen/modul/ankommen"
VERTRAUEN = "/lernen/modul/vertrauen"
SEITEN = (
    Seite("Start", "", "/"),
    Seite("Login", "", "/login"),
    Seite("Login mit Fehlern", "", "/login", sende),
    Seite("Login abgelehnt", "", "/login", melde_falsch_an),
    Seite("Passwort vergessen", "", "/passwort/vergessen"),
    Seite("Abgelaufene Einladung", "", "/einladung/gibt-es-nicht"),
    Seite("Datenschutz", "", "/datenschutz/"),
    Seite("Barrierefreiheit", "", "/barrierefreiheit/"),
    Seite("Barriere melden mit Fehlern", "", "/barrierefreiheit/melden?seite=/lernen/", sende),
    Seite("Leichte Sprache", "", "/leichte-sprache/"),
    Seite("Hilfe", "", "/hilfe/"),
    Seite("Hilfe zum Bedienen", "", "/hilfe/bedienung"),
    Seite("Hilfe für Lotsinnen", "neu", "/hilfe/"),
    Seite("Hilfe für die Koordination", "koordination", "/hilfe/"),
    Seite("Gebärdensprache", "", "/gebaerdensprache/"),
    Seite("Notfallkarte", "", "/notfall/", klappe_auf),
    Seite("Prüfen", "", "/pruefen/"),
    Seite("Prüfen mit Fehlern", "", "/pruefen/", sende),
    Seite("Geprüft", "", "/pruefen/{nummer}"),
    Seite("Unbekannte Seite", "", "/gibt-es-nicht"),
    Seite("Offline", "", "/offline/"),
    Seite("Lernweg am Anfang", "neu", "/lernen/"),
    Seite("Lernweg mitten darin", "mitten", "/lernen/"),
    Seite("Lernweg am Ende", "fertig", "/lernen/"),
    Seite("Modul", "mitten", f"{MODUL}/"),
    Seite("Lektion", "mitten", f"{MODUL}/lektion/willkommen/", klappe_auf),
    Seite("Lektion in einfacher Sprache", "mitten", f"{MODUL}/lektion/willkommen/?einfach=1"),
    Seite("Lektion mit Fachwort", "mitten", f"{MODUL}/lektion/willkommen/#wort-koordination"),
    Seite("Schwere Lektion", "neu", f"{VERTRAUEN}/lektion/schwere-themen/"),
    Seite("Gespeicherte Lektion", "mitten", "/lernen/kopie/willkommen/", klappe_auf),
    Seite("Szenario", "neu", f"{VERTRAUEN}/szenario/brief-weg/"),
    Seite("Einfachwahl", "frage0", "/lernen/durchlauf/{lauf0}/"),
    Seite("Einfachwahl ohne Antwort", "frage0", "/lernen/durchlauf/{lauf0}/", sende),
    Seite("Mehrfachwahl", "frage1", "/lernen/durchlauf/{lauf1}/"),
    Seite("Reihenfolge", "frage2", "/lernen/durchlauf/{lauf2}/"),
    Seite("Reihenfolge ohne Antwort", "frage2", "/lernen/durchlauf/{lauf2}/", sende),
    Seite("Zuordnung", "frage3", "/lernen/durchlauf/{lauf3}/"),
    Seite("Zuordnung ohne Antwort", "frage3", "/lernen/durchlauf/{lauf3}/", sende),
    Seite("Freitext", "frage4", "/lernen/durchlauf/{lauf4}/"),
    Seite("Folge", "frage4", "/lernen/durchlauf/{lauf4}/schritt/1/"),
    Seite("Folge einer Zuordnung", "frage4", "/lernen/durchlauf/{lauf4}/schritt/4/"),
    Seite("Folge einer Gefahr", "mitten", "/lernen/durchlauf/{misslungen}/schritt/2/"),
    Seite("Ende geschafft", "mitten", "/lernen/durchlauf/{ende}/"),
    Seite("Ende nicht geschafft", "mitten", "/lernen/durchlauf/{misslungen}/"),
    Seite("Meine Sätze leer", "neu", "/lernen/saetze/"),
    Seite("Meine Sätze", "saetze", "/lernen/saetze/"),
    Seite("Folge mit Satz", "saetze", "/lernen/durchlauf/{satzlauf}/schritt/1/"),
    Seite("Vor Ort", "mitten", "/lernen/oertliches/"),
    Seite("Notfallkarte vor Ort", "mitten", "/notfall/"),
    Seite("Seminare gesperrt", "neu", "/seminare/"),
    Seite("Seminare", "fertig", "/seminare/"),
    Seite("Seminar offen", "fertig", "/seminare/{seminar}/"),
    Seite("Seminar gebucht", "fertig", "/seminare/{voll}/", klappe_auf),
    Seite("Seminar auf der Warteliste", "wartend", "/seminare/{voll}/"),
    Seite("Konto", "fertig", "/konto/"),
    Seite("Konto mit Fehlern", "neu", "/konto/", sende_passwort),
    Seite("Begleitung", "trainer", "/begleitung/"),
    Seite("Matrix", "trainer", "/begleitung/gruppen/{gruppe}/"),
    Seite("Lotsin in Begleitung", "trainer", "/begleitung/personen/{mitten}/", klappe_auf),
    Seite("Reflexionen", "trainer", "/begleitung/reflexionen/"),
    Seite("Termine", "trainer", "/begleitung/gruppen/{gruppe}/termine/", sende),
    Seite("Termin", "trainer", "/begleitung/termine/{termin}/"),
    Seite("Teilnahmeliste", "trainer", "/begleitung/termine/{termin}/teilnahmeliste"),
    Seite("Matrix ohne Treffer", "trainer", "/begleitung/gruppen/{gruppe}/?suche=xyz", klappe_auf),
    Seite("Menschen", "koordination", "/koordination/"),
    Seite("Dossier", "koordination", "/koordination/personen/{fertig}/", klappe_auf),
    Seite("Dossier zum Bestätigen", "koordination", "/koordination/personen/{wartend}/"),
    Seite("Einladen", "koordination", "/koordination/einladen"),
    Seite("Einladen mit Fehlern", "koordination", "/koordination/einladen", sende),
    Seite("Gruppen", "koordination", "/koordination/gruppen/"),
    Seite("Gruppe", "koordination", "/koordination/gruppen/{gruppe}/"),
    Seite("Team", "koordination", "/koordination/team/"),
    Seite("Vor Ort eintragen", "koordination", "/koordination/oertliches/{standort}/"),
    Seite("Vor Ort mit Fehlern", "koordination", "/koordination/oertliches/", trage_falsch_ein),
    Seite("Seminare planen", "koordination", "/koordination/seminare/"),
    Seite("Neues Seminar mit Fehlern", "koordination", "/koordination/seminare/neu", sende),
    Seite("Volles Seminar", "koordination", "/koordination/seminare/{voll}/", klappe_auf),
    Seite(
        "Teilnahmeliste des Seminars",
        "koordination",
        "/koordination/seminare/{voll}/teilnahmeliste",
    ),
    Seite("Entwurf", "koordination", "/koordination/seminare/{entwurf}/aendern"),
    Seite("Verwaltung", "verwaltung", "/verwaltung/"),
    Seite("Personen", "verwaltung", "/verwaltung/personen/"),
    Seite("Person", "verwaltung", "/verwaltung/personen/{koordination}/", klappe_auf),
    Seite("Neue Person mit Fehlern", "verwaltung", "/verwaltung/personen/neu", sende),
    Seite("Standort", "verwaltung", "/verwaltung/standorte/{standort}/"),
    Seite("Rechtstext", "verwaltung", "/verwaltung/rechtstexte/datenschutz/"),
    Seite("Erklärung schreiben", "verwaltung", "/verwaltung/rechtstexte/barrierefreiheit/"),
    Seite(
        "Gemeldete Barrieren", "verwaltung", "/verwaltung/rechtstexte/barrierefreiheit/meldungen/"
    ),
    Seite("Kein Zutritt", "neu", "/verwaltung/"),
    Seite("Stilbuch", "", "/stilbuch/", zeige_quellen),
)
