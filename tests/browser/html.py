"""What the HTML standard calls a parse error in a page as it was sent, before browsers mend it."""

from tinyhtml5.parser import HTMLParser

# A page is written for people too: what surrounds a fault makes it easy to find.
UMGEBUNG = 60


def html_fehler(quelle: str) -> list[str]:
    parser = HTMLParser()
    parser.parse(quelle)
    zeilen = quelle.splitlines()
    return [
        f"{fehler} {werte or ''} at {zeilen[zeile - 1][max(0, spalte - UMGEBUNG) : spalte]!r}"
        for (zeile, spalte), fehler, werte in parser.errors
    ]
