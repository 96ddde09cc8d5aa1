"""Are the catalogues complete and sound? Every fault is named, and the exit code says it.

python -m tools.texte.pruefen
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from tools.texte.dateien import ORDNER, SPRACHEN, lies, po, pot
from tools.texte.regeln import REGELN, ist_gleich, quellen

GLEICH = Path(__file__).with_name("gleich.txt")
HOECHSTENS = 20  # lines per language: an empty catalogue needs no eight hundred


def lies_gleiche(datei: Path = GLEICH) -> set[tuple[str, str]]:
    """Lines such as `en tr: Name`: texts that are rightly the same as in German, per language."""
    zeilen = (zeile for zeile in datei.read_text(encoding="utf-8").splitlines())
    paare = (zeile.split(": ", 1) for zeile in zeilen if zeile and not zeile.startswith("#"))
    return {(sprache, text) for sprachen, text in paare for sprache in sprachen.split()}


def pruefe(ordner: Path = ORDNER, gleiche: Path = GLEICH) -> dict[str, list[str]]:
    """The faults of each language, and under `gleich` the lines that nothing needs."""
    vorlage, erlaubt = lies(pot(ordner)), lies_gleiche(gleiche)
    kataloge = {s: lies(po(s, ordner), s) for s in SPRACHEN if po(s, ordner).is_file()}
    befunde = {
        sprache: list(_befunde(vorlage, kataloge[sprache], sprache, erlaubt))
        if sprache in kataloge
        else ["der Katalog fehlt"]
        for sprache in SPRACHEN
    }
    vorhanden = {
        (s, quellen(t)[0]) for s, k in kataloge.items() for t in _texte(k) if ist_gleich(t)
    }
    unnoetig = sorted(f"{sprache}: {text}" for sprache, text in erlaubt - vorhanden)
    return {**befunde, "gleich": unnoetig}


def _befunde(
    vorlage: Catalog, katalog: Catalog, sprache: str, gleiche: set[tuple[str, str]]
) -> Iterator[str]:
    soll, ist = ({_schluessel(t) for t in _texte(k)} for k in (vorlage, katalog))
    yield from (f"„{s[0]}“: fehlt im Katalog (make texte)" for s in sorted(soll - ist))
    yield from (f"„{s[0]}“: gibt es nicht mehr (make texte)" for s in sorted(ist - soll))
    for text in _texte(katalog):
        name = quellen(text)[0]
        for regel in REGELN:
            yield from (f"„{name}“: {befund}" for befund in regel(text, sprache))
        if ist_gleich(text) and (sprache, name) not in gleiche:
            yield f"„{name}“: steht noch auf Deutsch da (oder in gleich.txt eintragen)"


def _texte(katalog: Catalog) -> Iterator[Message]:
    return (text for text in katalog if text.id)


def _schluessel(text: Message) -> tuple[str, ...]:
    return (*quellen(text), text.context or "")


def main() -> None:
    befunde = {stelle: liste for stelle, liste in pruefe().items() if liste}
    for stelle, liste in befunde.items():
        for befund in liste[:HOECHSTENS]:
            print(f"{stelle}: {befund}")
        if len(liste) > HOECHSTENS:
            print(f"{stelle}: … und {len(liste) - HOECHSTENS} weitere")
    sys.exit(1 if befunde else 0)


if __name__ == "__main__":
    main()
