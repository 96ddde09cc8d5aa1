"""What we know of this product ourselves: the preset of the statement, for the Träger to complete.

German, as data: the Träger changes it and answers for it. The Durchsetzungsstelle as it stood on
https://lbit.hessen.de and in statements of other Hessian platforms; docs/betrieb.md asks the
Träger to check it. Change GEPRUEFT whenever the product was looked through again.
"""

from dataclasses import replace
from datetime import date, datetime

from lernplattform.core.clock import ORTSZEIT
from lernplattform.models.barrierefreiheit import Ausnahmegrund, Pruefart, Vereinbarkeit
from lernplattform.queries.barrierefreiheit import Ausnahme, Erklaerung

GEPRUEFT = date(2026, 11, 23)
VORGABE = Erklaerung(
    vereinbarkeit=Vereinbarkeit.TEILWEISE,
    ausnahmen=(
        Ausnahme(
            "Deutsche Gebärdensprache",
            Ausnahmegrund.UNVEREINBAR,
            "Es gibt noch kein Video in Deutscher Gebärdensprache.",
            "Die wichtigsten Informationen stehen auf einer Seite in Leichter Sprache.",
        ),
        Ausnahme(
            "Leichte Sprache",
            Ausnahmegrund.UNVEREINBAR,
            "Die Seite in Leichter Sprache hat noch keine Prüfgruppe gelesen.",
            "Wer etwas nicht versteht, kann nachfragen. Der Kontakt steht auf dieser Seite.",
        ),
        Ausnahme(
            "Bescheinigungen mit seltenen Schriftzeichen",
            Ausnahmegrund.UNVEREINBAR,
            "Fehlt ein Zeichen eines Namens in der Schrift, erfüllt das PDF die Norm PDF/UA nicht "
            "ganz.",
            "Die Seite „Bescheinigung prüfen“ nennt Kurs und Datum der Bescheinigung als Text.",
        ),
    ),
    erstellt_am=GEPRUEFT,
    geprueft_am=GEPRUEFT,
    pruefart=Pruefart.SELBSTBEWERTUNG,
    pruefweise=(
        "Automatische Prüfung der Seiten mit axe nach WCAG 2.0 bis 2.2, Stufen A und AA, in zwei "
        "Breiten. Dazu Prüfungen mit der Tastatur, ohne JavaScript und bei 320 Pixeln Breite. "
        "Menschen, die einen Screenreader nutzen, haben die Plattform noch nicht geprüft."
    ),
    durchsetzungsstelle=(
        "Landeskompetenzzentrum für barrierefreie IT (LBIT)\n"
        "Durchsetzungs- und Überwachungsstelle\n"
        "c/o Regierungspräsidium Gießen\n"
        "Landgraf-Philipp-Platz 1–7\n"
        "35390 Gießen"
    ),
    durchsetzung_telefon="+49 641 303-2901",
    durchsetzung_email="Durchsetzungsstelle-LBIT@rpgi.hessen.de",
    durchsetzung_url=(
        "https://lbit.hessen.de/Durchsetzungs-und-Ueberwachungsstelle/"
        "Durchsetzungsverfahren-beantragen"
    ),
)


def vorgabe(jetzt: datetime, ergaenzung: str = "") -> Erklaerung:
    """For the form. A clock that is behind must not make it offer a day to come."""
    tag = min(GEPRUEFT, jetzt.astimezone(ORTSZEIT).date())
    return replace(VORGABE, erstellt_am=tag, geprueft_am=tag, ergaenzung=ergaenzung)
