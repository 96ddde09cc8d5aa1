"""A file of a Lektion or Szenario after reading and checking its form, before its texts."""

from dataclasses import dataclass

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument, lies_yaml
from kurse.lesen.form import S, pruefe_form
from kurse.lesen.ordner import Ordner
from kurse.schema.kurs import LektionSchema
from kurse.schema.szenario import SzenarioSchema

_OHNE_KOPF = "Am Anfang fehlt der Kopf: „---“, dann id, titel, fassung, quellen, dann wieder „---“."
_KOPF_OFFEN = "Der Kopf der Lektion endet nicht. Setzen Sie „---“ unter seine letzte Zeile."
_KEIN_KOPF = "Eine Fassung in einfacher Sprache hat keinen Kopf. Er steht in der Lektion."


@dataclass(frozen=True, slots=True)
class Textteil:
    """Markdown with the line of the file in which it begins."""

    text: str
    beginn: int


@dataclass(frozen=True, slots=True)
class LektionQuelle:
    datei: str
    dokument: Dokument
    schema: LektionSchema
    text: Textteil
    einfach: Textteil | None
    einfach_datei: str


@dataclass(frozen=True, slots=True)
class SzenarioQuelle:
    datei: str
    dokument: Dokument
    schema: SzenarioSchema


@dataclass(frozen=True, slots=True)
class Bruchstueck:
    """A file with faults in its form: what is left of it can still be checked."""

    datei: str
    dokument: Dokument | None = None
    texte: tuple[tuple[str, Textteil], ...] = ()
    """File and text: of a Lektion and its twin."""


Quelle = LektionQuelle | SzenarioQuelle


def lies_szenario(ordner: Ordner, sammler: Sammler, datei: str) -> Quelle | Bruchstueck:
    dokument = lies_dokument(ordner, sammler, datei)
    schema = pruefe_form(SzenarioSchema, dokument, sammler) if dokument else None
    if dokument is None or schema is None:
        return Bruchstueck(datei, dokument)
    return SzenarioQuelle(datei, dokument, schema)


def lies_lektion(ordner: Ordner, sammler: Sammler, datei: str) -> Quelle | Bruchstueck:
    einfach_datei = f"{datei.removesuffix('.md')}.einfach.md"
    einfach = _einfach(ordner, sammler, einfach_datei)
    roh = ordner.text(datei, sammler)
    teile = _teile(roh, ordner.anzeige(datei), sammler) if roh is not None else None
    zwilling = ((einfach_datei, einfach),) if einfach else ()
    if teile is None:
        return Bruchstueck(datei, texte=zwilling)
    kopf, text = teile
    dokument = lies_yaml(kopf, ordner.anzeige(datei), sammler, versatz=1)
    schema = pruefe_form(LektionSchema, dokument, sammler) if dokument else None
    if not text.text.strip():
        sammler.fehler(ordner.anzeige(datei), text.beginn, "Die Lektion hat keinen Text.")
    if dokument is None or schema is None:
        return Bruchstueck(datei, texte=((datei, text), *zwilling))
    return LektionQuelle(datei, dokument, schema, text, einfach, einfach_datei)


def lies_geprueft(
    ordner: Ordner, sammler: Sammler, datei: str, schema: type[S]
) -> tuple[Dokument, S] | None:
    """A whole YAML file and what its schema makes of it; None with faults."""
    dokument = lies_dokument(ordner, sammler, datei)
    geprueft = pruefe_form(schema, dokument, sammler) if dokument else None
    return None if dokument is None or geprueft is None else (dokument, geprueft)


def lies_dokument(ordner: Ordner, sammler: Sammler, datei: str) -> Dokument | None:
    text = ordner.text(datei, sammler)
    return None if text is None else lies_yaml(text, ordner.anzeige(datei), sammler)


def _einfach(ordner: Ordner, sammler: Sammler, datei: str) -> Textteil | None:
    text = ordner.text(datei, sammler) if ordner.hat(datei) else None
    if text is not None and text.startswith("---\n"):
        sammler.fehler(ordner.anzeige(datei), 1, _KEIN_KOPF)
    return None if text is None else Textteil(text, 1)


def _teile(roh: str, anzeige: str, sammler: Sammler) -> tuple[str, Textteil] | None:
    """Head and text of a Lektion."""
    zeilen = roh.split("\n")
    striche = [nr for nr, zeile in enumerate(zeilen) if zeile.rstrip() == "---"]
    if striche[:1] != [0]:
        sammler.fehler(anzeige, 1, _OHNE_KOPF)
    elif len(striche) < 2:
        sammler.fehler(anzeige, 1, _KOPF_OFFEN)
    else:
        ende = striche[1]
        text = Textteil("\n".join(zeilen[ende + 1 :]), ende + 2)
        return "\n".join(zeilen[1:ende]), text
    return None
