"""What an error page says: one title and one text for each status."""

from flask_babel import lazy_gettext as _l

TITEL = {
    400: _l("Das hat nicht geklappt"),
    403: _l("Diese Seite gehört nicht zu Ihrem Bereich"),
    404: _l("Diese Seite gibt es nicht"),
    405: _l("So geht das hier nicht"),
    409: _l("Das geht gerade nicht"),
    413: _l("Das ist zu groß"),
    422: _l("Das können wir so nicht annehmen"),
    429: _l("Bitte warten Sie kurz"),
    500: _l("Bei uns ist ein Fehler passiert"),
    503: _l("Die Plattform ist gerade nicht bereit"),
}
TEXT = {
    400: _l(
        "Etwas an der Anfrage war nicht richtig. "
        "Bitte gehen Sie zurück und versuchen Sie es noch einmal."
    ),
    403: _l("Ihr Zugang ist für diese Seite nicht freigeschaltet."),
    404: _l(
        "Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist nicht für Sie bestimmt."
    ),
    405: _l("Bitte gehen Sie zurück und benutzen Sie den Knopf auf der Seite."),
    409: _l("In der Zwischenzeit hat sich etwas geändert. Bitte laden Sie die Seite neu."),
    413: _l("Ihre Eingabe ist zu lang. Bitte kürzen Sie den Text."),
    422: _l("Eine Angabe fehlt oder stimmt nicht. Bitte gehen Sie zurück und prüfen Sie sie."),
    429: _l("Es gab zu viele Versuche. Bitte versuchen Sie es in ein paar Minuten wieder."),
    500: _l(
        "Ihre letzte Eingabe ist vielleicht nicht gespeichert. "
        "Bitte versuchen Sie es gleich noch einmal."
    ),
    503: _l(
        "Bitte versuchen Sie es in einer Minute noch einmal. "
        "Was Sie schon gespeichert haben, ist sicher."
    ),
}
ZU_LANGE_OFFEN = _l(
    "Die Seite war zu lange offen. Bitte laden Sie sie neu und versuchen Sie es noch einmal."
)


def bekannter_status(status: int) -> int:
    """The status whose words fit: any other fault of the request is said like 400."""
    return status if status in TITEL else 400 if status < 500 else 500
