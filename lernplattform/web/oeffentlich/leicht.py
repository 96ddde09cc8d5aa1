"""The page in Leichte Sprache: German in every interface language, one thought to a sentence.

Not checked by people with learning difficulties, and it says so. The middle dot parts long words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Abschnitt:
    titel: str
    saetze: tuple[str, ...]
    liste: tuple[str, ...] = ()
    danach: tuple[str, ...] = ()


ABSCHNITTE = (
    Abschnitt(
        "Was ist diese Seite?",
        (
            "Diese Seite ist eine Lern-Seite im Internet.",
            "Sie ist für Lotsinnen und Lotsen in Hessen.",
            "Lotsinnen und Lotsen helfen anderen Menschen.",
            "Zum Beispiel: Sie gehen mit zum Amt.",
            "Lotsinnen und Lotsen arbeiten frei·willig.",
            "Auf dieser Seite lernen sie für ihre Aufgabe.",
        ),
    ),
    Abschnitt(
        "Was können Sie hier machen?",
        ("Sie können hier:",),
        (
            "kurze Texte lesen",
            "Geschichten lesen und selbst entscheiden",
            "sehen: Das habe ich schon gelernt",
            "einen Platz in einem Kurs bekommen",
        ),
        (
            "Sie dürfen Fehler machen.",
            "Sie dürfen alles noch einmal machen.",
            "Niemand sieht Ihre falschen Antworten.",
        ),
    ),
    Abschnitt(
        "Wie kommen Sie hinein?",
        (
            "Sie brauchen eine Einladung.",
            "Die Einladung kommt von der Koordination.",
            "Die Koordination plant die Arbeit von den Lotsinnen und Lotsen.",
            "Die Einladung ist eine E-Mail oder ein Zettel.",
            "Darauf steht eine Adresse für das Internet.",
            "Öffnen Sie diese Adresse.",
            "Denken Sie sich ein Pass·wort aus.",
            "Sagen Sie das Pass·wort niemandem.",
        ),
    ),
    Abschnitt(
        "Wie benutzen Sie die Seite?",
        (
            "Drücken Sie oben oder unten auf: Lernweg.",
            "Dort steht: Hier geht es weiter.",
            "Drücken Sie auf den großen Knopf.",
            "Lesen Sie den Text.",
            "Dann drücken Sie auf: Verstanden.",
            "Sie brauchen eine Pause?",
            "Drücken Sie auf: Pause machen.",
            "Später geht es an der gleichen Stelle weiter.",
            "Sie sind fertig?",
            "Drücken Sie auf: Abmelden.",
            "Benutzen noch andere Menschen Ihr Handy?",
            "Dann ist das Abmelden wichtig.",
        ),
    ),
    Abschnitt(
        "Ist die Seite barriere·frei?",
        (
            "Barriere·frei bedeutet:",
            "Alle Menschen können die Seite benutzen.",
            "Auch Menschen mit Behinderung.",
            "Vieles geht schon gut.",
            "Manches fehlt noch:",
        ),
        (
            "Es gibt noch kein Video in Gebärden·sprache.",
            "Dieser Text wurde noch nicht geprüft.",
        ),
        (
            "Texte in Leichter Sprache muss eine Gruppe prüfen.",
            "In der Gruppe sind Menschen mit Lern·schwierig·keiten.",
            "Das hat hier noch niemand gemacht.",
        ),
    ),
    Abschnitt(
        "Etwas geht nicht?",
        (
            "Dann sagen Sie es uns.",
            "Drücken Sie unten auf: Barriere melden.",
            "Schreiben Sie: Das geht nicht.",
            "Möchten Sie eine Antwort?",
            "Dann schreiben Sie auch Ihre E-Mail-Adresse.",
        ),
    ),
    Abschnitt(
        "Wenn wir nicht helfen",
        (
            "Sie haben nach 6 Wochen keine Antwort?",
            "Oder die Antwort hilft Ihnen nicht?",
            "Dann hilft Ihnen ein Amt vom Land Hessen.",
            "Das Amt heißt: Durch·setzungs-Stelle.",
        ),
    ),
)
