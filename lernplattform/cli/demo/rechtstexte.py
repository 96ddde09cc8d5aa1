"""The legal pages of the demo. They say that they are none."""

from dataclasses import replace
from datetime import date

from lernplattform.models.standort import Rechtsseite
from lernplattform.queries.barrierefreiheit import Erklaerung
from lernplattform.queries.barrierevorgabe import VORGABE

RECHTSTEXTE = {
    Rechtsseite.DATENSCHUTZ: """\
Dies ist eine Demo. Sie läuft nur auf diesem Rechner. Alle Personen sind erfunden.

Im Betrieb steht hier, welcher Träger verantwortlich ist, welche Daten er zu welchem Zweck \
speichert, wie lange, und welche Rechte Sie haben.

Die Plattform setzt bis zu drei Cookies: Eines hält Sie angemeldet, zwei merken sich, welche \
Sprache und welche Darstellung Sie gewählt haben. Zum Lesen ohne Internet legt sie Lektionen auf \
Ihrem Gerät ab. Beim Abmelden löscht sie diese wieder. Sie bindet nichts von anderen Anbietern \
ein.""",
    Rechtsseite.IMPRESSUM: """\
Dies ist eine Demo. Hier stehen im Betrieb die Angaben des Trägers.

Lotsenwerk Musterau e. V. (erfunden)
Musterstraße 1, 00000 Musterau""",
}


def barriereerklaerung(am: date) -> Erklaerung:
    """What we know of the product, with an invented Träger who checked it on that day."""
    return replace(
        VORGABE,
        erstellt_am=am,
        geprueft_am=am,
        traeger="Lotsenwerk Musterau e. V. (erfunden)",
        email="barrieren@demo.example",
        telefon="00000 000000",
        ergaenzung="Dies ist eine Demo. Träger und Kontakt sind erfunden. Die Durchsetzungsstelle "
        "gibt es wirklich. Bitte schreiben Sie ihr nicht wegen dieser Demo.",
    )
