"""A file of a Lektion or Szenario after reading and checking its form, before its texts."""

from dataclasses import dataclass

from kurse.fundstelle import Sammler
from kurse.kurs import Inhaltsart
from kurse.lesen.dokument import Dokument, lies_yaml
from kurse.lesen.form import S, pruefe_form
from kurse.lesen.ordner import Ordner
from kurse.schema.kurs import EinfachSchema, LektionSchema
from kurse.schema.szenario import SzenarioSchema

_OHNE_KOPF = "Am Anfang fehlt der Kopf: „---“, dann id, titel, fassung, quellen, dann wieder „---“."


@dataclass(frozen=True, slots=True)
class Textteil:
    """Markdown with the line of the file in which it begins."""

    text: str
    beginn: int


@dataclass(frozen=True, slots=True)
class LektionQuelle:
    datei: str
    modul: str
    dokument: Dokument
    schema: LektionSchema
    text: Textteil
    einfach: Textteil | None
    einfach_datei: str

    art = Inhaltsart.LEKTION


@dataclass(frozen=True, slots=True)
class SzenarioQuelle:
    datei: str
    modul: str
    dokument: Dokument
    schema: SzenarioSchema

    art = Inhaltsart.SZENARIO


Quelle = LektionQuelle | SzenarioQuelle


def lies_szenario(ordner: Ordner, sammler: Sammler, datei: str, modul: str) -> Quelle | None:
    dokument = lies_dokument(ordner, sammler, datei)
    schema = pruefe_form(SzenarioSchema, dokument, sammler) if dokument else None
    if dokument is None or schema is None:
        return None
    return SzenarioQuelle(datei, modul, dokument, schema)


def lies_lektion(ordner: Ordner, sammler: Sammler, datei: str, modul: str) -> Quelle | None:
    einfach_datei = f"{datei.removesuffix('.md')}.einfach.md"
    einfach = _einfach(ordner, sammler, einfach_datei)
    roh = ordner.text(datei, sammler)
    if roh is None:
        return None
    if not roh.startswith("---\n"):
        sammler.fehler(ordner.anzeige(datei), 1, _OHNE_KOPF)
        return None
    kopf, text = _teile(roh)
    dokument = lies_yaml(kopf, ordner.anzeige(datei), sammler, versatz=1)
    schema = pruefe_form(LektionSchema, dokument, sammler) if dokument else None
    if not text.text.strip():
        sammler.fehler(ordner.anzeige(datei), text.beginn, "Die Lektion hat keinen Text.")
    if dokument is None or schema is None:
        return None
    return LektionQuelle(datei, modul, dokument, schema, text, einfach, einfach_datei)


def lies_dokument(ordner: Ordner, sammler: Sammler, datei: str) -> Dokument | None:
    text = ordner.text(datei, sammler)
    return None if text is None else lies_yaml(text, ordner.anzeige(datei), sammler)


def lies_geprueft(
    ordner: Ordner, sammler: Sammler, datei: str, schema: type[S]
) -> tuple[Dokument, S] | None:
    """A whole YAML file and what its schema makes of it; None with faults."""
    dokument = lies_dokument(ordner, sammler, datei)
    geprueft = pruefe_form(schema, dokument, sammler) if dokument else None
    return None if dokument is None or geprueft is None else (dokument, geprueft)


def zeile(quelle: Quelle, *pfad: str | int) -> int:
    return quelle.dokument.zeile(pfad)


def _einfach(ordner: Ordner, sammler: Sammler, datei: str) -> Textteil | None:
    """The twin may stand without a head; a head that it has must be sound."""
    roh = ordner.text(datei, sammler) if ordner.hat(datei) else None
    if roh is None or not roh.startswith("---\n"):
        return None if roh is None else Textteil(roh, 1)
    kopf, text = _teile(roh)
    dokument = lies_yaml(kopf, ordner.anzeige(datei), sammler, versatz=1)
    if dokument is not None:
        pruefe_form(EinfachSchema, dokument, sammler)
    return text


def _teile(roh: str) -> tuple[str, Textteil]:
    zeilen = roh.split("\n")
    ende = next((nr for nr in range(1, len(zeilen)) if zeilen[nr].rstrip() == "---"), 1)
    return "\n".join(zeilen[1:ende]), Textteil("\n".join(zeilen[ende + 1 :]), ende + 2)
