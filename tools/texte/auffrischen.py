"""Let the catalogues follow the .pot: new texts come in empty, gone ones go.

    python -m tools.texte.auffrischen

Nothing is guessed: a changed text is a new one, for a translation that is nearly right is wrong.
The header bears no dates and no names, so that a diff shows texts alone.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po

from tools.texte.dateien import ORDNER, SPRACHEN, lies, po, pot


def kopf(sprache: str) -> str:
    zeilen = (
        f"Language: {sprache}",
        f"Plural-Forms: {get_plural(sprache).plural_forms}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{zeile}\\n"\n' for zeile in zeilen) + "\n"


def frische_auf(vorlage: Catalog, datei: Path, sprache: str) -> str:
    """What the file is to hold: the texts of `vorlage`, with the translations of `datei`."""
    katalog = lies(datei, sprache) if datei.exists() else Catalog(locale=sprache)
    katalog.update(vorlage, no_fuzzy_matching=True, update_header_comment=False)
    katalog.obsolete.clear()
    texte = BytesIO()
    write_po(texte, katalog, omit_header=True, no_location=True, sort_output=True)
    return kopf(sprache) + texte.getvalue().decode().strip() + "\n"


def main(ordner: Path = ORDNER) -> None:
    vorlage = lies(pot(ordner))
    for sprache in SPRACHEN:
        datei = po(sprache, ordner)
        inhalt = frische_auf(vorlage, datei, sprache)
        datei.parent.mkdir(parents=True, exist_ok=True)
        datei.write_text(inhalt, encoding="utf-8")


if __name__ == "__main__":
    main()
