"""YAML text → plain values that remember their line.

The text is composed once with libyaml; the values are built here, because a plain load would
drop the marks, accept duplicate keys and unfold aliases.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from kurse.fundstelle import Sammler

Pfad = tuple[str | int, ...]

TIEFSTE_VERSCHACHTELUNG = 40
_ALIAS = "Anker und Verweise (& und *) sind nicht erlaubt. Schreiben Sie den Text aus."
_ZU_TIEF = "Die Datei ist zu tief verschachtelt."
_GANZZAHL = re.compile(r"[-+]?[0-9]+\Z")
_KOMMAZAHL = re.compile(r"[-+]?[0-9]+\.[0-9]+\Z")


@dataclass(frozen=True, slots=True)
class Dokument:
    """`zeilen`: line of each key or list entry; `textzeilen`: line where its text begins."""

    datei: str
    daten: object
    zeilen: Mapping[Pfad, int]
    textzeilen: Mapping[Pfad, int]

    def zeile(self, pfad: Pfad) -> int:
        while pfad not in self.zeilen and pfad:
            pfad = pfad[:-1]
        return self.zeilen.get(pfad, 1)

    def textzeile(self, pfad: Pfad) -> int:
        return self.textzeilen.get(pfad) or self.zeile(pfad)


def lies_yaml(text: str, datei: str, sammler: Sammler, versatz: int = 0) -> Dokument | None:
    """The document, or None when it cannot be read; `versatz`: lines above it in the file."""
    leser = _Leser(datei, sammler, versatz)
    try:
        if not leser.ist_harmlos(text):
            return None
        wurzel = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as fehler:
        leser.melde_syntax(fehler)
        return None
    if wurzel is None:
        sammler.fehler(datei, 1 + versatz, "Die Datei ist leer.")
        return None
    daten = leser.lies(wurzel)
    return None if leser.gestolpert else Dokument(datei, daten, leser.zeilen, leser.textzeilen)


@dataclass(slots=True)
class _Leser:
    datei: str
    sammler: Sammler
    versatz: int
    zeilen: dict[Pfad, int] = field(default_factory=dict)
    textzeilen: dict[Pfad, int] = field(default_factory=dict)
    gestolpert: bool = False

    def ist_harmlos(self, text: str) -> bool:
        """Refuse aliases and deep nesting on the flat stream of events.

        Composing is recursive C: unfolding or nesting without end would take the process along.
        """
        tiefe = 0
        for ereignis in yaml.parse(text, Loader=yaml.CSafeLoader):
            tiefe += isinstance(ereignis, yaml.CollectionStartEvent)
            tiefe -= isinstance(ereignis, yaml.CollectionEndEvent)
            zeile = ereignis.start_mark.line if ereignis.start_mark else 0
            if isinstance(ereignis, yaml.AliasEvent):
                self._melde(zeile, _ALIAS)
            elif tiefe > TIEFSTE_VERSCHACHTELUNG:
                self._melde(zeile, _ZU_TIEF)
            if self.gestolpert:
                return False
        return True

    def lies(self, wurzel: yaml.Node) -> object:
        self.zeilen[()] = wurzel.start_mark.line + 1 + self.versatz
        return self._wert(wurzel, ())

    def melde_syntax(self, fehler: yaml.YAMLError) -> None:
        marke = getattr(fehler, "problem_mark", None) or getattr(fehler, "context_mark", None)
        grund = getattr(fehler, "problem", None) or str(fehler).splitlines()[0]
        meldung = f"Das ist kein gültiges YAML ({grund}). Prüfen Sie Einrückung, Doppelpunkte, „“."
        self._melde(marke.line if marke else 0, meldung)

    def _melde(self, zeile_ab_null: int, meldung: str) -> None:
        self.gestolpert = True
        self.sammler.fehler(self.datei, zeile_ab_null + 1 + self.versatz, meldung)

    def _wert(self, knoten: yaml.Node, pfad: Pfad) -> object:
        if isinstance(knoten, yaml.MappingNode):
            return self._abbildung(knoten, pfad)
        if isinstance(knoten, yaml.SequenceNode):
            return self._liste(knoten, pfad)
        als_block = getattr(knoten, "style", None) in ("|", ">")
        self.textzeilen[pfad] = knoten.start_mark.line + 1 + als_block + self.versatz
        return _einzelwert(knoten)

    def _liste(self, knoten: yaml.SequenceNode, pfad: Pfad) -> list[object]:
        werte = []
        for nummer, kind in enumerate(knoten.value):
            self.zeilen[(*pfad, nummer)] = kind.start_mark.line + 1 + self.versatz
            werte.append(self._wert(kind, (*pfad, nummer)))
        return werte

    def _abbildung(self, knoten: yaml.MappingNode, pfad: Pfad) -> dict[str, object]:
        werte: dict[str, object] = {}
        for schluessel, kind in knoten.value:
            zeile = schluessel.start_mark.line
            name = _einzelwert(schluessel) if isinstance(schluessel, yaml.ScalarNode) else None
            if not isinstance(name, str):
                self._melde(zeile, _falscher_schluessel(schluessel))
            elif name in werte:
                self._melde(zeile, f"„{name}“ steht hier doppelt. Streichen Sie einen Eintrag.")
            else:
                self.zeilen[(*pfad, name)] = zeile + 1 + self.versatz
                werte[name] = self._wert(kind, (*pfad, name))
        return werte


def _falscher_schluessel(knoten: yaml.Node) -> str:
    name = knoten.value if isinstance(knoten, yaml.ScalarNode) else "…"
    return f"„{name}“ vor dem Doppelpunkt ist kein Wort. Setzen Sie es in Anführungszeichen."


def _einzelwert(knoten: yaml.Node) -> object:
    """Only what a content file needs: times, dates and 18:40 stay the text that they are."""
    roh: str = knoten.value
    art = knoten.tag.rpartition(":")[2]
    if art == "null":
        return None
    if art == "bool":
        return roh.lower() in ("true", "yes", "on")
    if art == "int" and _GANZZAHL.match(roh):
        return int(roh)
    if art == "float" and _KOMMAZAHL.match(roh):
        return float(roh)
    return roh
