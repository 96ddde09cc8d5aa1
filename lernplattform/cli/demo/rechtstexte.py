"""The legal pages of the demo. They say that they are none."""

from lernplattform.models.standort import Rechtsseite

RECHTSTEXTE = {
    Rechtsseite.DATENSCHUTZ: """\
Dies ist eine Demo. Sie läuft nur auf diesem Rechner. Alle Personen sind erfunden.

Im Betrieb steht hier, welcher Träger verantwortlich ist, welche Daten er zu welchem Zweck \
speichert, wie lange, und welche Rechte Sie haben.

Die Plattform setzt nur ein Cookie. Es hält Sie angemeldet. Sie bindet nichts von anderen \
Anbietern ein.""",
    Rechtsseite.IMPRESSUM: """\
Dies ist eine Demo. Hier stehen im Betrieb die Angaben des Trägers.

Lotsenwerk Musterau e. V. (erfunden)
Musterstraße 1, 00000 Musterau""",
    Rechtsseite.BARRIEREFREIHEIT: """\
Dies ist eine Demo. Im Betrieb steht hier die Erklärung zur Barrierefreiheit des Trägers.

Die Plattform lässt sich nur mit der Tastatur bedienen, braucht kein JavaScript und passt sich \
kleinen Bildschirmen an.

Wenn Sie auf ein Hindernis stoßen, sagen Sie es bitte Ihrer Koordination.""",
}
