"""What the Standorte of the demo say of themselves.

All of it is invented. The numbers are from the ranges that the Bundesnetzagentur keeps free for
stories: 069 90009 000 to 999 and 0171 3920000 to 3920099.
"""

from lernplattform.cli.demo.menschen import Ort
from lernplattform.services.oertliches import Ortsangabe

_VERSICHERUNG = Ortsangabe(
    text="Sie sind im Einsatz unfall- und haftpflichtversichert. Melden Sie einen Unfall oder "
    "Schaden noch am selben Tag der Koordination."
)

# One entry of each stays open, so that the pages show what is still missing.
OERTLICHES: dict[Ort, dict[str, Ortsangabe]] = {
    Ort.MUSTERAU: {
        "koordination": Ortsangabe(
            "069 90009 110",
            "Montag bis Freitag, 9 bis 16 Uhr, im Rathaus, Zimmer 12.\n"
            "Vertretung: 069 90009 111. E-Mail: lotsen@musterau.example",
        ),
        "jugendamt": Ortsangabe(
            "069 90009 120", "Montag bis Donnerstag, 8 bis 16 Uhr. Abends hilft die 110."
        ),
        "beratungsstellen": Ortsangabe(
            "069 90009 130",
            "Migrationsberatung im Haus der Vereine.\nSchuldnerberatung: 069 90009 131",
        ),
        "geschenke": Ortsangabe(
            text="Kekse und Blumen dürfen Sie annehmen. Geld nie. Alles andere fragen Sie vorher."
        ),
        "messenger": Ortsangabe(
            text="Nachrichten nur über das Diensthandy, werktags von 9 bis 18 Uhr. "
            "Ihre private Nummer geben Sie nicht weiter."
        ),
        "versicherung": _VERSICHERUNG,
        "auslagen": Ortsangabe(
            text="Fahrkarten und Kopien bekommen Sie zurück. Den Zettel dafür gibt es im Büro."
        ),
    },
    Ort.BERGLINDEN: {
        "koordination": Ortsangabe(
            "0171 39200 10",
            "Dienstag und Donnerstag, 10 bis 18 Uhr, im Nachbarschaftshaus.\n"
            "E-Mail: begleitung@berglinden.example",
        ),
        "jugendamt": Ortsangabe("069 90009 220", "Montag bis Freitag, 8 bis 12 Uhr."),
        "beratungsstellen": Ortsangabe("069 90009 230", "Jugendmigrationsdienst im Bahnhof."),
        "geschenke": Ortsangabe(text="Bitte nehmen Sie keine Geschenke an. Ein Tee ist immer gut."),
        "messenger": Ortsangabe(text="Bei uns wird telefoniert. Messenger nutzen wir nicht."),
        "fuehrungszeugnis": Ortsangabe(
            text="Wer Kinder begleitet, braucht ein erweitertes Führungszeugnis. "
            "Die Bescheinigung für den Antrag gibt es im Büro, dann ist es kostenlos."
        ),
        "versicherung": _VERSICHERUNG,
    },
}
